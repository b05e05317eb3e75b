import type { Checkout } from "../../lab/checkout";
import { CLUSTER } from "../../lab/cluster";
import type { LabProject } from "../../lab/project";
import { STATE_KEY } from "../../lab/state";

interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface State {
  readonly resources: readonly { readonly mode: string; readonly type: string; readonly name: string }[];
}

/** The first resource of the stack that looks like this; ids have a hash in them. */
export function addressIn(checkout: Checkout, pattern: RegExp): string {
  const { resource } = JSON.parse(checkout.read("cdktf.out", "stacks", CLUSTER, "cdk.tf.json")) as Stack;
  const all = Object.entries(resource).flatMap(([type, byName]) =>
    Object.keys(byName).map((name) => `${type}.${name}`),
  );
  const found = all.find((address) => pattern.test(address));
  if (found === undefined) throw new Error(`the stack has no ${String(pattern)}`);
  return found;
}

/** Resources that the stored state knows. */
export function addressesInState({ bucket }: LabProject): Set<string> {
  const { resources } = JSON.parse(bucket.get(STATE_KEY) ?? '{"resources":[]}') as State;
  return new Set(resources.filter(({ mode }) => mode === "managed").map(({ type, name }) => `${type}.${name}`));
}
