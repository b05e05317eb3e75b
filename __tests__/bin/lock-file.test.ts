import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockProviders } from "../../bin/lib/lock-file";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "lock-"));
  mkdirSync(join(directory, "stack"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const LOCK = ".terraform.lock.hcl";
const lock = (openstack: string, hashes: string) => `# This file is maintained automatically by "tofu init".

provider "registry.opentofu.org/hashicorp/null" {
  version     = "3.2.4"
  constraints = "~> 3.2"
  hashes = ["${hashes}"]
}

provider "registry.opentofu.org/terraform-provider-openstack/openstack" {
  version     = "${openstack}"
  hashes = ["${hashes}"]
}
`;
const write = (path: string, text: string) => {
  writeFileSync(join(directory, path), text);
};
const ofStack = (name = LOCK) => readFileSync(join(directory, "stack", name), "utf8");
const synth = () => lockProviders(join(directory, "cluster.yaml"), join(directory, "stack"));

test("the lock file beside the cluster file is that of the stack, without a word", () => {
  write(LOCK, lock("3.4.0", "zh:1"));
  expect(synth()).toBeUndefined();
  expect(ofStack()).toBe(lock("3.4.0", "zh:1"));
});

test("it wins over what a runner had, without a word where only hashes are others", () => {
  write(LOCK, lock("3.4.0", "zh:1"));
  write(`stack/${LOCK}`, lock("3.4.0", "h1:mine"));
  expect(synth()).toBeUndefined();
  expect(ofStack()).toBe(lock("3.4.0", "zh:1"));
  expect(existsSync(join(directory, "stack", `${LOCK}.replaced`))).toBe(false);
});

test("versions that an upgrade has chosen are kept beside it, with how to take them", () => {
  write(LOCK, lock("3.4.0", "zh:1"));
  write(`stack/${LOCK}`, lock("3.5.0", "zh:2"));
  const said = synth();
  expect(said).toContain("than the stack had (null 3.2.4, openstack 3.5.0), and counts.");
  expect(said).toContain(`cp ${join(directory, "stack", LOCK)}.replaced ${join(directory, LOCK)},`);
  expect([ofStack(), ofStack(`${LOCK}.replaced`)]).toEqual([lock("3.4.0", "zh:1"), lock("3.5.0", "zh:2")]);
  expect(synth()).toBeUndefined();
});

test("a stack that is initialized and has none beside its cluster file is told how to make one for every platform", () => {
  expect(synth()).toBeUndefined();
  write(`stack/${LOCK}`, lock("3.4.0", "h1:mine"));
  const said = synth();
  for (const platform of ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64"]) {
    expect(said).toContain(` -platform=${platform}`);
  }
  expect(said).toContain(`cp ${join(directory, "stack", LOCK)} ${join(directory, LOCK)}`);
  expect(ofStack()).toBe(lock("3.4.0", "h1:mine"));
});
