/** The pod network. */
import { z } from "zod";
import type { Immutable } from "../json";
import { version } from "../primitives";
import { section } from "../section";

const schema = z
  .strictObject({
    kind: z.enum(["cilium", "flannel", "none"]).default("cilium").meta({
      description: "cilium replaces kube-proxy; flannel is Talos' own; none leaves it to you.",
    }),
    waitForReady: z.boolean().default(true).meta({
      description: "Let the apply wait until every node is Ready; without effect when kind is none.",
    }),
    cilium: z
      .strictObject({
        version: version
          .optional()
          .meta({ description: "Version of the chart. Default: that of the shipped manifest." }),
        chart: z
          .string()
          .startsWith("oci://", "must be an OCI address, for example oci://quay.io/cilium/charts/cilium")
          .optional()
          .meta({
            description:
              "Address of the chart, for clouds without internet. Default: oci://quay.io/cilium/charts/cilium.",
          }),
        values: z.record(z.string(), z.json()).default({}).meta({
          description: "Helm values, merged over those of the shipped manifest.",
        }),
      })
      .prefault({})
      .meta({ id: "Cilium", description: "How Cilium is installed; without effect for another kind." }),
  })
  .prefault({})
  .meta({ id: "Cni", description: "The pod network." });

/** The pod network, with every default applied. */
export type ResolvedCni = Immutable<z.output<typeof schema>>;

/** The pod network; all of its text becomes part of a manifest in a patch. */
export const cni = section({ schema, resolve: (written) => written, escaped: "everything" });
