import { ACCESS_RULES } from "./access";
import { INGRESS_RULES } from "./ingress";
import { LABEL_RULES } from "./labels";
import { MACHINE_RULES } from "./machines";
import { NAME_RULES } from "./names";
import { NETWORK_RULES } from "./networks";
import { OPERATION_RULES } from "./operation";
import { PATCH_KUBELET_RULES } from "./patch-kubelet";
import { PATCH_RULES } from "./patches";
import type { Rule } from "./rule";
import { SOURCE_RULES } from "./sources";
import { TEMPLATE_RULES } from "./templates";
import { VERSION_RULES } from "./versions";

/** Everything that a cluster must fulfil and that the schema cannot say. */
export const RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...VERSION_RULES,
  ...SOURCE_RULES,
  ...NETWORK_RULES,
  ...ACCESS_RULES,
  ...INGRESS_RULES,
  ...MACHINE_RULES,
  ...LABEL_RULES,
  ...PATCH_RULES,
  ...PATCH_KUBELET_RULES,
  ...OPERATION_RULES,
  ...TEMPLATE_RULES,
];
