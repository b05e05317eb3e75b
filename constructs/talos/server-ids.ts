import { Fn, TerraformLocal } from "cdktf";
import type { Construct } from "constructs";
import type { INode } from "../contracts";

/** One short value that changes with any server. Hashed by OpenTofu: resolving a thousand tokens in one text is slow. */
export function hashOfServerIds(scope: Construct, id: string, nodes: readonly INode[]): string {
  const ids = new TerraformLocal(
    scope,
    id,
    nodes.map(({ serverId }) => serverId),
  );
  return Fn.sha256(Fn.join(" ", ids.asList));
}
