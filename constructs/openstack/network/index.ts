import type { Construct } from "constructs";
import type { ResolvedNetwork } from "../../config/sections/network";
import type { INodeNetwork } from "../../contracts";
import { CreatedNetwork } from "./created";
import { ExistingNetwork } from "./existing";

type OfKind<K extends ResolvedNetwork["kind"]> = Extract<ResolvedNetwork, { kind: K }>;

/** Makes or looks up a network; `name` is the name of what is made. */
type Kind<S> = (scope: Construct, id: string, settings: S, name: string) => INodeNetwork;

/** The kinds of networks: a new one of the cluster file does not compile until it stands here. */
const KINDS = {
  name: (scope, id, { name }) => new ExistingNetwork(scope, id, { name }),
  id: (scope, id, settings) => new ExistingNetwork(scope, id, { networkId: settings.id }),
  create: (scope, id, settings, name) => new CreatedNetwork(scope, id, { ...settings, name }),
} satisfies { readonly [K in ResolvedNetwork["kind"]]: Kind<OfKind<K>> };

/** The network that the cluster file describes. */
export function nodeNetwork(scope: Construct, id: string, settings: ResolvedNetwork, name: string): INodeNetwork {
  // The table ties each kind to its settings; TypeScript cannot follow that through a look-up.
  const make = KINDS[settings.kind] as Kind<ResolvedNetwork>;
  return make(scope, id, settings, name);
}
