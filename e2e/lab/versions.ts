import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { maxSatisfying } from "semver";
import type { ClusterFile } from "../../constructs/config/cluster";
import { DEFAULT_VERSIONS } from "../../constructs/config/releases";
import { labDirectory } from "./directory";

/** The versions with which the lab applies a file, for reports. */
export function versionsOf({ talos, kubernetes, providers }: ClusterFile) {
  const { terraform_version: tofu = "" } = JSON.parse(
    execFileSync("tofu", ["version", "-json"], { encoding: "utf8" }),
  ) as Record<string, string>;
  return {
    talos: talos?.version ?? DEFAULT_VERSIONS.talos,
    kubernetes: kubernetes?.version ?? DEFAULT_VERSIONS.kubernetes,
    tofu,
    openstack: providerOf(providers?.openstack ?? DEFAULT_VERSIONS.openstackProvider),
  };
}

/** The provider that tofu init chooses: the newest that the lab has of those that the constraint allows. */
function providerOf(constraint: string): string {
  const folder = ["cache", "providers", "registry.opentofu.org", "terraform-provider-openstack", "openstack"];
  return maxSatisfying(readdirSync(join(labDirectory(), ...folder)), constraint) ?? `${constraint}, not in the lab`;
}
