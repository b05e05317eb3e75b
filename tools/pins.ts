import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inc } from "semver";

const ROOT = join(__dirname, "..");
const FIXTURES = "__tests__/fixtures/invalid";
const RELEASES = "constructs/config/releases.ts";
const CILIUM = "manifests/cilium-install.yaml";

/** A text that a file holds for a version. */
interface Place {
  readonly file: string;
  readonly text: (version: string) => string;
  /** A file that need not hold it. */
  readonly maybe?: boolean;
}

/** A version that this program ships, and every place where it is written by hand. */
export interface Pin {
  readonly form: RegExp;
  readonly example: string;
  /** Where it is read; the first group is the version. */
  readonly source: readonly [file: string, pattern: RegExp];
  readonly places: readonly Place[];
}

/** Files, as the pins are read and written. */
export interface Files {
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
}

const inRoot: Files = {
  read: (file) => readFileSync(join(ROOT, file), "utf8"),
  write: (file, text) => {
    writeFileSync(join(ROOT, file), text);
  },
};

const at = (file: string, text: Place["text"]): Place => ({ file, text });
const itself = (version: string): string => version;
/** The messages that fixtures expect name versions, after these words. */
const inFixtures = (...words: readonly string[]): Place[] =>
  readdirSync(join(ROOT, FIXTURES)).flatMap((file) =>
    words.map((word) => ({
      file: `${FIXTURES}/${file}`,
      text: (version: string) => `${word} ${version}`,
      maybe: true,
    })),
  );
const image = (file: string, name: string, form: RegExp, example: string): Pin => ({
  form,
  example,
  source: [file, new RegExp(`image: ${name}:(\\S+)`)],
  places: [at(file, (version) => `image: ${name}:${version}`)],
});

const WITH_V = /^v\d+\.\d+\.\d+$/;
const BARE = /^\d+\.\d+\.\d+$/;

/** The pins, by the option of `npm run shipped` that sets them. */
export const PINS: Readonly<Record<string, Pin>> = {
  talos: {
    form: WITH_V,
    example: "v1.13.9",
    source: [RELEASES, /^ {2}talos: "(.+)"/m],
    places: [
      at(RELEASES, (version) => `  talos: "${version}"`),
      at("lab/lib/settings.sh", (version) => `TALOS_VERSION=${version} `),
      at("examples/lab/cluster.yaml", (version) => `talos-${version}`),
      at("docs/start/first-cluster.md", (version) => `Talos ${version}`),
      at("__tests__/bin/summary.test.ts", (version) => `Talos ${version}`),
      at("__tests__/openstack/image.test.ts", itself),
      ...inFixtures("for example"),
    ],
  },
  kubernetes: {
    form: WITH_V,
    example: "v1.36.3",
    source: [RELEASES, /^ {2}kubernetes: "(.+)"/m],
    places: [
      at(RELEASES, (version) => `  kubernetes: "${version}"`),
      at(
        "lab/lib/settings.sh",
        (version) => ` KUBERNETES_VERSION=${version} NEXT_KUBERNETES_VERSION=v${inc(version, "patch") ?? ""}`,
      ),
      at("docs/start/first-cluster.md", (version) => `Kubernetes ${version}`),
      at("__tests__/bin/summary.test.ts", (version) => `Kubernetes ${version}`),
      ...inFixtures("for example", "Kubernetes"),
    ],
  },
  cilium: {
    form: BARE,
    example: "1.20.2",
    source: [CILIUM, /CILIUM_VERSION\n +value: (\S+)/],
    places: [
      at(CILIUM, (version) => `value: ${version}\n`),
      at("constructs/config/sections/cni.ts", (version) => `version("${version}")`),
      ...inFixtures("for example"),
    ],
  },
  helm: image(CILIUM, "docker.io/alpine/helm", /^\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/, "4.3.0@sha256:…"),
  approver: image(
    "manifests/kubelet-serving-cert-approver.yaml",
    "ghcr.io/alex1989hu/kubelet-serving-cert-approver",
    BARE,
    "0.11.0",
  ),
  "metrics-server": image(
    "manifests/metrics-server.yaml",
    "registry.k8s.io/metrics-server/metrics-server",
    WITH_V,
    "v0.9.0",
  ),
};

/** The version that ships. */
export function pinned({ source: [file, pattern] }: Pin, { read }: Files = inRoot): string {
  const [, version] = pattern.exec(read(file)) ?? [];
  if (version === undefined) throw new Error(`${file} holds no ${String(pattern)}`);
  return version;
}

/** Writes a version into every place of a pin. */
export function repin(option: string, version: string, files: Files = inRoot): void {
  const pin = PINS[option];
  if (pin === undefined) throw new Error(`--${option} is none of ${Object.keys(PINS).join(", ")}`);
  if (!pin.form.test(version)) throw new Error(`--${option} must be like ${pin.example}; got ${version}`);
  const before = pinned(pin, files);
  const lost = pin.places.find(({ file, text, maybe }) => maybe !== true && !files.read(file).includes(text(before)));
  if (lost !== undefined) {
    throw new Error(
      `${lost.file} does not hold ${JSON.stringify(lost.text(before))}; write it there, or change tools/pins.ts`,
    );
  }
  for (const { file, text } of pin.places) {
    const old = files.read(file);
    const fresh = old.replaceAll(text(before), text(version));
    if (fresh !== old) files.write(file, fresh);
  }
}
