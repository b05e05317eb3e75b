import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../package.json";
import { type Kind, PACKAGE_MANAGERS, STRICT } from "./matrix";

const EXAMPLES = join(__dirname, "..", "examples");

/** Runs a command; an error says what it printed. */
export function run(command: readonly string[], cwd: string): string {
  const [program = "", ...args] = command;
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command.join(" ")} failed: ${error?.message ?? ""}\n${stdout}${stderr}`);
  return stdout;
}

/** An empty project, as somebody else would start one, with the package and a compiler in it. */
export class Project {
  public readonly directory: string;

  public constructor(directory: string, manager: keyof typeof PACKAGE_MANAGERS, tarball: string) {
    this.directory = directory;
    mkdirSync(directory);
    const { devDependencies } = packageJson;
    this.write("package.json", {
      name: "somebody-elses",
      private: true,
      dependencies: { [packageJson.name]: `file:${tarball}`, cdktf: "^0.21.0", constructs: "^10.4.0" },
      devDependencies: { typescript: devDependencies.typescript, "@types/node": devDependencies["@types/node"] },
    });
    run(PACKAGE_MANAGERS[manager], directory);
  }

  /** The examples as a program of this project, compiled; their names. */
  public compile({ name, type, compilerOptions }: Kind): string[] {
    const folder = join(this.directory, name);
    mkdirSync(folder);
    this.write(join(name, "package.json"), { type });
    this.write(join(name, "tsconfig.json"), { compilerOptions: { ...STRICT, ...compilerOptions }, include: ["*.ts"] });
    const programs = readdirSync(EXAMPLES).filter((file) => file.endsWith(".ts"));
    for (const file of programs)
      writeFileSync(join(folder, file), asOutsider(readFileSync(join(EXAMPLES, file), "utf8")));
    run([process.execPath, join(this.directory, "node_modules", "typescript", "bin", "tsc"), "-p", "."], folder);
    return programs.map((file) => file.replace(/\.ts$/, ""));
  }

  /** Runs a compiled program, and returns the JSON of its stack. */
  public synth(node: string, { name }: Kind, program: string): string {
    run([node, join(this.directory, name, "out", `${program}.js`)], this.directory);
    return readFileSync(join(this.directory, "cdktf.out", "stacks", program, "cdk.tf.json"), "utf8");
  }

  private write(file: string, content: object): void {
    writeFileSync(join(this.directory, file), JSON.stringify(content, null, 2));
  }
}

/** An example with the imports that it has outside of this repository. */
const asOutsider = (text: string): string =>
  text
    .replaceAll('"../constructs"', JSON.stringify(packageJson.name))
    .replaceAll("@cdktf/provider-openstack/", `${packageJson.name}/openstack/`);
