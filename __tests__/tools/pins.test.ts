import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, pinned, PINS, repin } from "../../tools/pins";
import { ROOT } from "../support/root";

/** The files of the repository; what is written stays here. */
function copy(): Files & { readonly written: Map<string, string> } {
  const written = new Map<string, string>();
  return {
    written,
    read: (file) => written.get(file) ?? readFileSync(join(ROOT, file), "utf8"),
    write: (file, text) => written.set(file, text),
  };
}

const OTHER = {
  talos: "v1.13.70",
  kubernetes: "v1.36.70",
  cilium: "1.20.70",
  approver: "0.70.0",
  "metrics-server": "v0.70.0",
};

test.each(Object.entries(OTHER))("npm run shipped writes --%s into every place", (option, version) => {
  const files = copy();
  const pin = PINS[option];
  if (pin === undefined) throw new Error(`no pin ${option}`);
  const before = pinned(pin, files);
  repin(option, version, files);
  expect(pinned(pin, files)).toBe(version);
  for (const { file, text, maybe } of pin.places) {
    const now = files.read(file);
    expect(now).not.toContain(text(before));
    if (maybe !== true) expect(now).toContain(text(version));
  }
  expect(files.written.size).toBeGreaterThan(0);
});

test("helm's image is pinned by digest", () => {
  const files = copy();
  const version = `4.99.0@sha256:${"0".repeat(64)}`;
  repin("helm", version, files);
  expect(files.read("manifests/cilium-install.yaml")).toContain(`image: docker.io/alpine/helm:${version}\n`);
  expect(() => {
    repin("helm", "4.99.0", files);
  }).toThrow("--helm must be like 4.3.0@sha256:…; got 4.99.0");
});

test("a place that lost the version is named, and nothing is written", () => {
  const files = copy();
  files.write("lab/lib/settings.sh", "TALOS_VERSION=v1.0.0 ");
  const before = files.written.size;
  expect(() => {
    repin("talos", "v1.13.70", files);
  }).toThrow(
    /^lab\/lib\/settings\.sh does not hold "TALOS_VERSION=v[\d.]+ "; write it there, or change tools\/pins\.ts$/,
  );
  expect(files.written.size).toBe(before);
});
