/** What patches may neither set nor delete, since the program sets it, or the cluster's secrets. */
import type { ResolvedClusterConfig } from "../cluster";
import type { KeyPath } from "../reader/key-path";
import { directives } from "./patch-directives";
import { at, patchRule, setAt } from "./patch-reach";
import type { Rule } from "./rule";

/** A place of the machine config, and what to do about a patch of it. */
type Owned = readonly [path: KeyPath, advice: string];

const follows = (key: string): string => `follows from ${key} of the cluster file; say it there and remove it here`;

const FROM_SECRETS =
  "comes from the cluster's secrets.yaml, and no node joins that has another one; remove it: talosctl rotates secrets";

const OWNED: readonly Owned[] = [
  [["cluster", "clusterName"], follows("name")],
  [["cluster", "controlPlane", "endpoint"], follows("name and domain")],
  [
    ["cluster", "controlPlane", "localAPIServerPort"],
    "must be 6443, where the load balancer and the firewall lead; remove it",
  ],
  [["cluster", "network", "podSubnets"], follows("kubernetes.podCidr")],
  [["cluster", "network", "serviceSubnets"], follows("kubernetes.serviceCidr")],
  [["cluster", "allowSchedulingOnControlPlanes"], follows("controlPlane.schedulable")],
  ...[
    ["machine", "token"],
    ["machine", "ca"],
    ["cluster", "token"],
    ["cluster", "id"],
    ["cluster", "secret"],
    ["cluster", "ca"],
    ["cluster", "aggregatorCA"],
    ["cluster", "serviceAccount"],
    ["cluster", "aescbcEncryptionSecret"],
    ["cluster", "secretboxEncryptionSecret"],
  ].map((path): Owned => [path, FROM_SECRETS]),
];

const CNI: Owned = [["cluster", "network", "cni", "name"], follows("cni.kind")];

const ownedIn = ({ cni }: Pick<ResolvedClusterConfig, "cni">): readonly Owned[] =>
  cni.kind === "none" ? OWNED : [...OWNED, CNI];

const NEEDED = ["cni"] as const;

const patchOwned = patchRule(
  "patch-owned",
  function* (document, config: Pick<ResolvedClusterConfig, "cni">) {
    for (const [path, advice] of ownedIn(config)) {
      if (setAt(document, path) !== undefined) yield at(document, path, advice);
    }
  },
  NEEDED,
);

/** Documents that the program gives every node; without them it has another name, or does not find the API. */
const OWNED_KINDS: readonly unknown[] = ["HostnameConfig", "StaticHostConfig"];

const patchDeletesOwned = patchRule(
  "patch-deletes-owned",
  function* (document, config: Pick<ResolvedClusterConfig, "cni">) {
    const owned = document.isMain ? [["machine", "type"], ...ownedIn(config).map(([path]) => path)] : [];
    for (const { path, value } of directives(document.content)) {
      const lost = owned.find((place) => isPrefix(path, place) || isPrefix(place, path));
      if (value !== "delete") continue;
      if (lost !== undefined) {
        yield at(
          document,
          [...path, "$patch"],
          `deletes ${lost.join(".")}, which no node works without; delete only what you mean`,
        );
      } else if (path.length === 0 && OWNED_KINDS.includes(document.content["kind"])) {
        const kind = String(document.content["kind"]);
        yield at(document, ["$patch"], `deletes the ${kind} by which a node has its name and finds the API; remove it`);
      }
    }
  },
  NEEDED,
);

const isPrefix = (path: KeyPath, of: KeyPath): boolean => path.every((key, i) => key === of[i]);

/** Rules about what is not for patches. */
export const PATCH_OWNED_RULES: readonly Rule[] = [patchOwned, patchDeletesOwned];
