import type { ClusterFile } from "../../constructs/config/cluster";
import type { Checkout } from "../lab/checkout";
import type { LabProject } from "../lab/project";

/** What a plan would do, and what it says. */
export interface Planned {
  /** Whether OpenTofu would go on with it. */
  readonly passes: boolean;
  /** What it would take away or replace in the cloud: addresses of resources of OpenStack. */
  readonly lost: readonly string[];
  /** What it would leave in the cloud, and forget. */
  readonly kept: readonly string[];
  /** What it would make: addresses of all resources. */
  readonly made: readonly string[];
  /** All of it in one line, without frames. */
  readonly text: string;
}

const addresses = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, address]) => address ?? "");

/** Writes the file and plans; `environment` is added to the operator's. */
export async function plan(
  project: LabProject,
  checkout: Checkout,
  file: ClusterFile,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Planned> {
  await checkout.synth(file);
  const { code, text } = await project.commands.attempt(
    "tofu",
    ["plan", "-no-color", "-input=false", "-lock=false", ...args],
    { cwd: checkout.stackOf(file.name), env: environment },
  );
  return {
    passes: code === 0,
    lost: [
      ...addresses(text, /^ {2}# (openstack_\S+) (?:will be destroyed|must be replaced|will be replaced[^\n]*)$/gm),
      ...addresses(text, /^ {2}# (openstack_\S+) has been deleted$/gm),
    ],
    kept: addresses(text, /^ {2}# (openstack_\S+) [^\n]*not be destroyed/gm),
    made: addresses(text, /^ {2}# (\S+(?:\[[^\]]*\])?) will be created$/gm),
    text: text.replace(/[│╷╵]/g, " ").replace(/\s+/g, " "),
  };
}
