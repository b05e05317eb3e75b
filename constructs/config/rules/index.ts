import { LOAD_BALANCER_RULES } from "./load-balancer";
import { NAME_RULES } from "./names";
import { NETWORK_RULES } from "./networks";
import { PATCH_DIRECTIVE_RULES } from "./patch-directives";
import { PATCH_KUBELET_RULES } from "./patch-kubelet";
import { PATCH_OWNED_RULES } from "./patch-owned";
import { PATCH_RULES } from "./patches";
import type { Rule } from "./rule";
import { VERSION_RULES } from "./versions";

/** Everything that a cluster must fulfil and that no section can say by itself. */
export const RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...VERSION_RULES,
  ...NETWORK_RULES,
  ...LOAD_BALANCER_RULES,
  ...PATCH_RULES,
  ...PATCH_DIRECTIVE_RULES,
  ...PATCH_OWNED_RULES,
  ...PATCH_KUBELET_RULES,
];
