/** Whether a plan may destroy what holds data: `protect`. */
import { z } from "zod";
import { type Context, section } from "../section";

/** The default depends on the size of the control plane. */
export interface ProtectContext extends Context {
  /** Number of control planes. */
  readonly controlPlanes: number;
}

/**
 * On for what was made to outlive a node. Who runs a single control plane has chosen a cluster that goes with it, and makes
 * and destroys such clusters all day.
 */
const resolve = (written: boolean | undefined, { controlPlanes }: ProtectContext): boolean =>
  written ?? controlPlanes > 1;

/** Whether a plan may destroy what holds data. */
export const protect = section({
  schema: z.boolean().optional().meta({
    description:
      "Refuse plans that destroy control planes or data volumes, the destroy of the whole cluster among them; -var protect=false overrules it once. Default: true with more than one control plane.",
  }),
  resolve,
});
