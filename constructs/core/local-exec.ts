import { readFileSync } from "node:fs";
import { basename, relative, sep } from "node:path";
import { AssetType, type LocalExecProvisioner, TerraformAsset, TerraformLocal, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { asset } from "../assets";
import { escapeTemplate } from "./escape";

/** What every script starts with: its end with OpenTofu's, messages and bounded waits, files with keys. */
const PRELUDE = ["guard", "prelude", "files"].map((name) => asset(`constructs/core/scripts/${name}.sh`));

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
  const script = props.when === "destroy" ? wholeText(props) : Scripts.of(scope).text(props);
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
  ...PRELUDE,
  ...libraries,
  script,
];

const wholeText = (props: LocalExecProps): string => scriptFiles(props).map(scriptText).join("");

/** The scripts of a stack: a local for each, and the files that they are made of, each once however many nodes run it. */
class Scripts extends Construct {
  private readonly byName = new Map<string, { readonly files: string; readonly local: TerraformLocal }>();
  private readonly copies: Construct;

  public constructor(stack: TerraformStack) {
    super(stack, "talos-scripts");
    this.copies = new Construct(stack, "talos-script-files");
  }

  public static of(scope: Construct): Scripts {
    const stack = TerraformStack.of(scope);
    return (stack.node.tryFindChild("talos-scripts") as Scripts | undefined) ?? new Scripts(stack);
  }

  /**
   * An expression for the text of a script, which is known by its base name.
   *
   * @throws Error if another script, or the same with other libraries, has this name.
   */
  public text(props: LocalExecProps): string {
    const name = basename(props.script, ".sh");
    const files = scriptFiles(props);
    const known = this.byName.get(name);
    if (known === undefined) {
      const local = new TerraformLocal(this, name, files.map((path) => this.copyOf(path)).join(""));
      this.byName.set(name, { files: files.join("\n"), local });
      return local.asString;
    }
    if (known.files !== files.join("\n")) {
      throw new Error(
        `two scripts of a stack are called ${name}, or one is used with different libraries; rename one.\n` +
          `One is made of:\n${known.files}\nthe other of:\n${files.join("\n")}`,
      );
    }
    return known.local.asString;
  }

  /**
   * An expression that reads a file, which is copied beside the JSON. In the JSON the texts were a third of what a plan has
   * to parse, again and again.
   */
  private copyOf(path: string): string {
    // The path below the package is the same on every machine, unlike the whole one.
    const id = relative(asset(""), path).replaceAll(sep, "-");
    const copy = this.copies.node.tryFindChild(id) as TerraformAsset | undefined;
    return `\${file("${(copy ?? new TerraformAsset(this.copies, id, { path, type: AssetType.FILE })).path}")}`;
  }
}
