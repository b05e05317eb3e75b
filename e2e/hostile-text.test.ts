import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { contractOf, DEFAULT_VERSIONS } from "../constructs/config/releases";
import { scriptFiles } from "../constructs/core/local-exec";
import { talosLibraries, talosScript } from "../constructs/talos/scripts";
import { attemptsAt } from "../tools/hostile/attempt";
import { expressionsOf, textsOf, unescaped } from "../tools/hostile/json";
import { places } from "../tools/hostile/places";
import { type Round, rounds } from "../tools/hostile/synth";

/** Places whose texts are escaped on their way, and some of each other sort. */
const FREE =
  /^(image\.(schematic\.kernelArgs|properties)|workers\.\*\.(annotations|labels|patches)|patches\.(global|worker)|cni\.cilium\.values|controlPlane\.flavor|openstack\.tags|directories\.talosconfig)/;

let directory: string;
let all: readonly Round[];

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "hostile-"));
  const accepted = places()
    .filter(({ name }) => FREE.test(name))
    .flatMap((place) => attemptsAt(place))
    .filter(({ outcome }) => outcome === "accepted");
  all = [...rounds(accepted)];
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

test("OpenTofu reads every text of the stacks as it was written, and evaluates none", () => {
  // Texts with expressions of the program need its resources; the rest is what the file has said.
  const texts = [...new Set(all.flatMap(({ json }) => textsOf(json)))].filter(
    (text) => expressionsOf(text).length === 0,
  );
  const module = {
    output: { values: { value: texts }, keys: { value: Object.fromEntries(texts.map((text) => [text, 1])) } },
  };
  writeFileSync(join(directory, "main.tf.json"), JSON.stringify(module));
  const tofu = (...args: string[]) =>
    execFileSync("tofu", args, { cwd: directory, encoding: "utf8", maxBuffer: 2 ** 28 });
  tofu("init", "-input=false");
  tofu("apply", "-input=false", "-auto-approve");
  const { values, keys } = JSON.parse(tofu("output", "-json")) as {
    values: { value: string[] };
    keys: { value: Record<string, number> };
  };
  const wanted = texts.map(unescaped);
  expect(values.value).toEqual(wanted);
  expect(Object.keys(keys.value).sort()).toEqual([...new Set(wanted)].sort());
  expect(wanted.filter((text) => /[$%]\{/.test(text)).length).toBeGreaterThan(20);
  expect(values.value.filter((text) => text.trim() === hostname())).toEqual([]);
});

test("talosctl puts each text of a patch into the machine config as it was written", () => {
  const secrets = join(directory, "secrets.yaml");
  execFileSync("talosctl", ["gen", "secrets", "--output-file", secrets]);
  let seen = 0;
  for (const { json, attempts } of all) {
    const values = attempts.filter(({ place }) => place.name === "patches.global.* value");
    if (values.length === 0) continue;
    const { locals } = json as { locals: Record<string, string> };
    const patches = Object.entries(locals).find(([name]) => name.includes("role-patches-worker"))?.[1] ?? "";
    expect(expressionsOf(patches)).toEqual([]);
    // The base file deletes a document that only newer configs have.
    const lines = unescaped(patches).split("\n");
    render(secrets, lines.filter((line) => !line.includes('"$patch"')).join("\n"));
    const { machine } = parse(readFileSync(join(directory, "node.yaml"), "utf8").split("\n---\n")[0] ?? "") as {
      machine: { env: Record<string, string> };
    };
    for (const { kind, text } of values) {
      // Talos writes YAML 1.1, where a line separator breaks lines; what reads it here knows 1.2 only.
      if (kind !== "line separator") expect(machine.env["KEY"]).toBe(text);
    }
    seen += values.length;
  }
  expect(seen).toBeGreaterThan(30);
  expect(existsSync(join(directory, "canary"))).toBe(false);
});

/** Runs the script that renders a machine config, as an apply does. */
function render(secrets: string, patches: string): void {
  const files = scriptFiles({
    script: talosScript("render-machine-config"),
    libraries: talosLibraries("secrets", "manifests", "render"),
  });
  const script = files.map((file) => readFileSync(file, "utf8")).join("\n");
  execFileSync("bash", ["-c", 'eval "$SCRIPT"'], {
    cwd: directory,
    stdio: "pipe",
    env: {
      ...process.env,
      SCRIPT: script,
      NODE: "full-storage-0",
      CLUSTER: "full",
      NODE_ENDPOINT: "full.example.org",
      NODE_ENDPOINT_ADDRESS: "",
      SANS: "full.example.org",
      KUBERNETES_VERSION: DEFAULT_VERSIONS.kubernetes,
      TALOS_CONTRACT: contractOf(DEFAULT_VERSIONS.talos),
      MACHINE_TYPE: "worker",
      SECRETS: secrets,
      BLOCK_METADATA: "false",
      ROLE_PATCHES: patches,
      NODE_PATCHES: "",
      PINNED_MANIFESTS: "",
      SECRET_PATCHES: "",
      MAX_BYTES: "1000000",
      OUTPUT: join(directory, "node.yaml"),
    },
  });
}
