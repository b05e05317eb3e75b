import type { Construct } from "constructs";
import type { ResolvedNetwork } from "../../config/sections/network";
import type { INodeNetwork } from "../../contracts";
import { CreatedNetwork } from "./created";
import { ExistingNetwork } from "./existing";

/** Networks that are the config's to find or to make; another one is given to whoever composes the cluster. */
type Settings = Exclude<ResolvedNetwork, { kind: "given" }>;
type OfKind<K extends Settings["kind"]> = Extract<Settings, { kind: K }>;

/** Makes or looks up a network; `name` is the name of what is made. */
type Kind<S> = (scope: Construct, id: string, settings: S, name: string) => INodeNetwork;

/** The kinds of networks: a new one of the cluster file does not compile until it stands here. */
const KINDS = {
  name: (scope, id, { name }) => new ExistingNetwork(scope, id, { name }),
  id: (scope, id, settings) => new ExistingNetwork(scope, id, { networkId: settings.id }),
  create: (scope, id, settings, name) => new CreatedNetwork(scope, id, { ...settings, name }),
} satisfies { readonly [K in Settings["kind"]]: Kind<OfKind<K>> };

/** The network of the nodes: the one that the cluster file describes, or the one that is given instead of it. */
export function nodeNetwork(
  scope: Construct,
  id: string,
  settings: ResolvedNetwork,
  { name, given }: { readonly name: string; readonly given?: INodeNetwork | undefined },
): INodeNetwork {
  if (settings.kind === "given") {
    if (given === undefined)
      throw new Error(`cluster ${name} has no network: say it in the config, or give one to the construct`);
    return given;
  }
  if (given !== undefined)
    throw new Error(
      `cluster ${name} has two networks: remove the one of the config, or the one that the construct is given`,
    );
  // The table ties each kind to its settings; TypeScript cannot follow that through a look-up.
  const make = KINDS[settings.kind] as Kind<Settings>;
  return make(scope, id, settings, name);
}
