import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  DefaultTokenResolver,
  type ISynthesisSession,
  StringConcat,
  type TerraformElement,
  TerraformStack,
  Tokenization,
} from "cdktf";
import { Construct } from "constructs";

/** OpenTofu merges a file of this name into the JSON. */
const FILE = "talos-openstack_override.tf";

const HEAD = `# Written by the synth, beside cdk.tf.json and a part of it. From JSON, OpenTofu takes no expression here.
# https://github.com/opentofu/opentofu/blob/v1.12.6/internal/tofu/node_resource_validate.go
`;

/** Sets arguments of a resource's lifecycle to expressions, without braces, that JSON cannot hold. */
export function overrideNatively(
  scope: Construct,
  type: string,
  resource: TerraformElement,
  lifecycle: Readonly<Record<string, string>>,
): void {
  Overrides.of(scope).add(() => {
    const lines = Object.entries(lifecycle).map(([key, value]) => `    ${key} = ${resolved(scope, value)}\n`);
    return `\nresource "${type}" "${resource.friendlyUniqueId}" {\n  lifecycle {\n${lines.join("")}  }\n}\n`;
  });
}

const resolved = (scope: Construct, value: string): string =>
  String(
    Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false }),
  );

/** The overrides of a stack, in one file that each synth writes anew. */
class Overrides extends Construct {
  private readonly blocks: (() => string)[] = [];

  private constructor(stack: TerraformStack) {
    super(stack, "talos-overrides");
    const { synthesizer } = stack;
    stack.synthesizer = {
      synthesize: (session) => {
        synthesizer.synthesize(session);
        this.write(stack, session);
      },
    };
  }

  public static of(scope: Construct): Overrides {
    const stack = TerraformStack.of(scope);
    return (stack.node.tryFindChild("talos-overrides") as Overrides | undefined) ?? new Overrides(stack);
  }

  public add(block: () => string): void {
    this.blocks.push(block);
  }

  private write(stack: TerraformStack, { outdir, manifest }: ISynthesisSession): void {
    const path = join(outdir, manifest.forStack(stack).workingDirectory, FILE);
    writeFileSync(path, HEAD + this.blocks.map((block) => block()).join(""));
  }
}
