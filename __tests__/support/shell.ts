import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { TalosLibrary } from "../../constructs/talos/scripts";
import { ROOT } from "./root";

/** What scripts may use of the machine that runs them; everything else is a stub or is not there. */
const TOOLS =
  "awk base64 basename bash cat chmod cmp cp cut date dirname find grep gzip head kill ln ls mkdir mktemp mv paste perl ps readlink rm rmdir sed sha256sum sort sync tail timeout touch tr wc";

/** How a script ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of the error output: what an operator reads. */
  readonly last: string;
}

/** A directory with stubs for the commands that a script calls, each call written down. */
export class Shell {
  public readonly directory = mkdtempSync(join(tmpdir(), "scripts-"));
  private readonly bin = join(this.directory, "bin");

  public constructor() {
    mkdirSync(this.bin);
    mkdirSync(this.path("tmp"));
    for (const tool of TOOLS.split(" ")) {
      const found = (process.env["PATH"] ?? "").split(delimiter).find((directory) => existsSync(join(directory, tool)));
      if (found !== undefined) symlinkSync(join(found, tool), join(this.bin, tool));
    }
    // Nobody waits for tests.
    writeFileSync(join(this.bin, "sleep"), "#!/bin/bash\nexec 9<> <(:); read -r -t 0.1 -u 9 || true\n", {
      mode: 0o755,
    });
  }

  public path(...parts: readonly string[]): string {
    return join(this.directory, ...parts);
  }

  /** Puts a command in the script's way; each call's arguments become a line of `calls`. */
  public stub(name: string, body: string): void {
    const log = `printf '%s\\n' ${JSON.stringify(name)}" $*" >>${JSON.stringify(this.path("calls"))}`;
    // A tool of the machine is a link there: what is written goes into a new file, never through the link.
    rmSync(join(this.bin, name), { force: true });
    writeFileSync(join(this.bin, name), `#!/bin/bash\n${log}\n${body}\n`, { mode: 0o755, flag: "wx" });
  }

  /** Puts a file below the directory. */
  public write(path: string, content: string, mode = 0o600): string {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content, { mode });
    return this.path(path);
  }

  public read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  public exists(path: string): boolean {
    return existsSync(this.path(path));
  }

  /** The permissions of a file. */
  public mode(path: string): string {
    return (statSync(this.path(path)).mode & 0o777).toString(8);
  }

  /** The calls of stubs so far, in order. */
  public get calls(): string[] {
    return this.exists("calls") ? this.read("calls").split("\n").filter(Boolean) : [];
  }

  /** Runs scripts of `constructs/`, one after the other in one bash, as an apply does. */
  public run(scripts: readonly string[], environment: Readonly<Record<string, string>>): Run {
    return this.runText(scripts.map(scriptFile).join("\n"), environment);
  }

  /** Runs a text, with nothing in the environment but what is given. */
  public runText(text: string, environment: Readonly<Record<string, string>>, input = "", timeout = 20_000): Run {
    const { status, stdout, stderr } = spawnSync(join(this.bin, "bash"), ["--norc", "-c", 'eval "$SCRIPT"'], {
      cwd: this.directory,
      encoding: "utf8",
      input,
      timeout,
      env: { PATH: this.bin, TMPDIR: this.path("tmp"), ...environment, SCRIPT: text },
    });
    return { status, stdout, stderr, last: stderr.trimEnd().split("\n").at(-1) ?? "" };
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}

/** What stands in front of every script: three files. */
export const PRELUDE = "core/scripts";
const PRELUDE_FILES = ["guard", "prelude", "files"].map((name) => `${PRELUDE}/${name}.sh`);

/** A script of `talos/`, with the prelude and libraries in front of it. */
export const talosScripts = (script: string, ...libraries: readonly TalosLibrary[]): string[] => [
  PRELUDE,
  ...libraries.map((library) => `talos/scripts/lib/${library}.sh`),
  `talos/${script}.sh`,
];

/** The text of a script of `constructs/`, or of the prelude. */
export const scriptFile = (path: string): string =>
  path === PRELUDE ? PRELUDE_FILES.map(scriptFile).join("") : readFileSync(join(ROOT, "constructs", path), "utf8");

/** What a stub of talosctl does that is asked for keys and certificates; the rest of its cases follow. */
export const TALOSCTL_GEN = `
case "$*" in
*"--output-types talosconfig"*) exit ;;
"gen key "*) while [ "$1" != --name ]; do shift; done; echo key >"$2.key"; exit ;;
"gen csr "*) exit ;;
"gen crt "*) while [ "$1" != --name ]; do shift; done; echo crt >"$2.crt"; exit ;;
esac`;
