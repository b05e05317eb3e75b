import type { TerraformResource } from "cdktf";

/**
 * Has OpenTofu forget a resource where it would destroy it, also when its block has left the configuration.
 *
 * OpenTofu 1.12 writes it into the state, with the next apply; cdktf 0.21 has no property for it.
 */
export const keepInCloud = (resource: TerraformResource): void => {
  resource.addOverride("lifecycle.destroy", false);
};
