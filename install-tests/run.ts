import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../bin/lib/command";
import { KINDS, NODES, PACKAGE_MANAGERS } from "./matrix";
import { Project, run } from "./project";

const ROOT = join(__dirname, "..");
const REPORT = join(ROOT, "docs", "reports", "install.md");
/** Most that the package may weigh, in bytes. */
const MAX_SIZE = 320_000;

/** The binary of a major version of Node: the one that runs this, or one from the registry. */
function nodeBinary(major: number, directory: string): string {
  if (process.version.startsWith(`v${major}.`)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const place = join(directory, `node-${major}`);
  mkdirSync(place);
  run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", place, `${name}@${major}`], place);
  return join(place, "node_modules", name, "bin", "node");
}

/** Packs the package; its path, name and size. */
function pack(directory: string): { tarball: string; size: number } {
  const name = run(["npm", "pack", "--silent", "--pack-destination", directory], ROOT).trim().split("\n").at(-1) ?? "";
  const tarball = join(directory, name);
  const { size } = statSync(tarball);
  if (size > MAX_SIZE) throw new Error(`${name} has ${size} bytes, at most ${MAX_SIZE} are allowed`);
  return { tarball, size };
}

/** Every row of the table: how it was installed, compiled, and with which Node it synthesized the examples. */
function measure(directory: string): { rows: string[][]; size: number } {
  const { tarball, size } = pack(directory);
  const binaries = NODES.map((major) => nodeBinary(major, directory));
  const versions = binaries.map((binary) => run([binary, "--version"], directory).trim());
  const stacks = new Map<string, string>();
  const rows: string[][] = [["Package manager", "Modules", "Compiled, strict", ...versions.map((v) => `Node ${v}`)]];
  for (const manager of Object.keys(PACKAGE_MANAGERS) as (keyof typeof PACKAGE_MANAGERS)[]) {
    const project = new Project(join(directory, manager), manager, tarball);
    for (const kind of KINDS) {
      const programs = project.compile(kind);
      const results = binaries.map((binary) => {
        for (const name of programs) {
          const json = project.synth(binary, kind, name);
          if ((stacks.get(name) ?? json) !== json) throw new Error(`${name} synthesizes something else with ${binary}`);
          stacks.set(name, json);
        }
        return `${programs.length} of ${programs.length}`;
      });
      rows.push([manager, kind.name, `${programs.length} of ${programs.length}`, ...results]);
      console.error(rows.at(-1)?.join(", "));
    }
  }
  return { rows, size };
}

function report(rows: readonly (readonly string[])[], size: number): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const table = [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body.map(line)];
  return `# The package in projects of others

Written by \`npm run test:install\`. It packs the package (${(size / 1000).toFixed(0)} kB; at most ${MAX_SIZE / 1000}), installs it into empty
projects, compiles the [examples](../../examples) there with \`strict\`, \`exactOptionalPropertyTypes\` and without \`skipLibCheck\`,
and runs them. A number is how many of the examples passed; every combination has to synthesize the same JSON.

${table.join("\n")}
`;
}

void command(
  {
    usage: "npm run test:install",
    does: `Installs the packed package into empty projects, with each package manager, kind of modules and version of Node, and
writes docs/reports/install.md. Needs the npm registry, and two minutes.`,
    example: "npm run test:install && git diff docs/reports",
  },
  () => {
    const directory = mkdtempSync(join(tmpdir(), "install-tests-"));
    try {
      const { rows, size } = measure(directory);
      writeFileSync(REPORT, report(rows, size));
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
);
