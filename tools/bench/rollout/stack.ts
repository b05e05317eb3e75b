import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { ClusterFile } from "../../../constructs/config/cluster";
import { ROOT } from "../programs";

type Blocks = Record<string, { depends_on?: string[] }>;

interface StackJson {
  terraform: object;
  resource: Record<string, Blocks>;
  [block: string]: unknown;
}

/** A revision of this repository, checked out where nothing else is, with the packages of this checkout. */
export function checkOut(revision: string, directory: string): void {
  mkdirSync(directory);
  const archive = execFileSync("git", ["archive", revision], { cwd: ROOT, maxBuffer: 1e9 });
  execFileSync("tar", ["-x", "-C", directory], { input: archive });
  symlinkSync(join(ROOT, "node_modules"), join(directory, "node_modules"));
}

/**
 * Synthesizes a cluster, and leaves of its stack what brings machine configs to running nodes.
 *
 * Whatever comes from OpenStack, such as an address, is a word instead. Returns the stack's directory.
 */
export function synthRollout(checkout: string, file: ClusterFile): string {
  writeFileSync(join(checkout, "cluster.yaml"), stringify(file));
  execFileSync("node", ["--import", "tsx", "main.ts"], { cwd: checkout, stdio: ["ignore", "ignore", "inherit"] });
  const stack = join(checkout, "cdktf.out", "stacks", file.name);
  const path = join(stack, "cdk.tf.json");
  const text = readFileSync(path, "utf8").replace(/\$\{[^{}]*openstack_[^{}]*\}/g, "10.0.0.9");
  const { variable, locals, resource } = JSON.parse(text) as StackJson;
  const rollout = Object.entries(resource["null_resource"] ?? {}).filter(([name]) => name.includes("_applied_"));
  const kept = new Set(rollout.map(([name]) => `null_resource.${name}`));
  const blocks = rollout.map(([name, block]) => {
    return [name, { ...block, depends_on: (block.depends_on ?? []).filter((other) => kept.has(other)) }] as const;
  });
  const left = {
    terraform: { required_providers: { null: { source: "null", version: "~> 3.2" } } },
    variable,
    locals,
    resource: { null_resource: Object.fromEntries(blocks) },
  };
  writeFileSync(path, JSON.stringify(left));
  const secrets = join(checkout, "talosconfig", file.name);
  mkdirSync(secrets, { recursive: true });
  writeFileSync(join(secrets, "secrets.yaml"), "of no use\n");
  return stack;
}

/** Removes the state, so that the next apply is a first one. */
export const forgetState = (stack: string): void => {
  rmSync(join(stack, "terraform.tfstate"), { force: true });
};
