import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { AssetType, type LocalExecProvisioner, TerraformAsset, TerraformLocal, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { asset } from "../assets";
import { escapeTemplate } from "./escape";

/** Functions that every script starts with: messages and bounded waits. */
const PRELUDE = asset("constructs/core/scripts/prelude.sh");

/** What `localExec` needs. */
export interface LocalExecProps {
  /** Absolute path of a shell script; its base name is its name in the stack. */
  readonly script: string;
  /** The only way for data to reach the script; tokens are allowed. Never a secret: it is written to the JSON. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Absolute paths of files with functions that the script uses.
   *
   * @default - the prelude only
   */
  readonly libraries?: readonly string[];
  /**
   * When the script runs.
   *
   * @default "create"
   */
  readonly when?: "create" | "destroy";
}

/**
 * A local-exec provisioner that runs a script file with the prelude in front of it, by bash, data in the environment.
 *
 * The script is in the environment too: OpenTofu repeats the command in its log and in front of every failure, where
 * nobody wants to read a whole script before its message.
 */
export function localExec(scope: Construct, props: LocalExecProps): LocalExecProvisioner {
  // OpenTofu lets what runs at a destroy refer to nothing but its own resource, so there the text itself stands.
  const script = props.when === "destroy" ? wholeText(props) : sharedScript(scope, props);
  const variable = basename(props.script, ".sh").replace(/-/g, "_").toUpperCase();
  return {
    type: "local-exec",
    interpreter: ["bash", "-c"],
    command: `eval "$${variable}"`,
    environment: { ...props.environment, [variable]: script },
    ...(props.when === "destroy" ? { when: "destroy" as const } : {}),
  };
}

/** The text of a script file as it is embedded: without shebang, and escaped. */
export const scriptText = (file: string): string => escapeTemplate(readFileSync(file, "utf8").replace(/^#!.*\n/, ""));

/** The files that make up a script: the prelude, its libraries and itself. */
export const scriptFiles = ({ script, libraries = [] }: Pick<LocalExecProps, "script" | "libraries">): string[] => [
  PRELUDE,
  ...libraries,
  script,
];

const wholeText = (props: LocalExecProps): string => scriptFiles(props).map(scriptText).join("");

/** A local that holds the script: once per stack, however many nodes run it. */
function sharedScript(scope: Construct, props: LocalExecProps): string {
  const scripts = scopeOfStack(scope, "talos-scripts");
  const id = basename(props.script, ".sh");
  const local = scripts.node.tryFindChild(id) as TerraformLocal | undefined;
  return (local ?? new TerraformLocal(scripts, id, copiedText(scope, props))).asString;
}

/**
 * An expression for the text: the files are copied beside the JSON, and read by OpenTofu when it needs them. In the JSON
 * they were a third of what a plan has to parse, again and again.
 */
function copiedText(scope: Construct, props: LocalExecProps): string {
  const files = scopeOfStack(scope, "talos-script-files");
  const paths = scriptFiles(props).map((path) => {
    const id = basename(path, ".sh");
    const asset = files.node.tryFindChild(id) as TerraformAsset | undefined;
    return (asset ?? new TerraformAsset(files, id, { path, type: AssetType.FILE })).path;
  });
  return paths.map((path) => `\${file("${path}")}`).join("");
}

/** A scope directly below the stack, where what is the same for all of it stands once. */
function scopeOfStack(scope: Construct, id: string) {
  const stack = TerraformStack.of(scope);
  return stack.node.tryFindChild(id) ?? new Construct(stack, id);
}
