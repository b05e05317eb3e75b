import { isAbsolute, join, relative, resolve } from "node:path";
import { App, TerraformStack, Token } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * A path of the synthesizing machine as the stack's own directory sees it, where OpenTofu runs.
 *
 * Relative stays relative, so that the JSON is the same on every machine; absolute paths and tokens stay as they are.
 */
export function fromStack(scope: IConstruct, path: string): string {
  if (Token.isUnresolved(path) || isAbsolute(path)) return path;
  const stack = TerraformStack.of(scope);
  return relative(join(resolve(App.of(scope).outdir), "stacks", stack.node.id), resolve(path));
}
