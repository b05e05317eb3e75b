import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { ClusterConfig } from "../../constructs/config/schema";
import { type LabProject, labDirectory, type RunOptions } from "./lab";

const REPOSITORY = join(__dirname, "..", "..");

/** The cluster file of the tests: what an operator of the lab's cloud would write. */
export function clusterFile(project: LabProject, factoryUrl: string): ClusterConfig {
  return {
    name: project.name,
    domain: project.zone,
    talos: { version: "v1.13.0" },
    kubernetes: { version: "v1.36.0" },
    image: {
      schematic: { extensions: ["siderolabs/qemu-guest-agent"], kernelArgs: [] },
      factoryUrl,
      format: "raw.gz",
      properties: { lab_machine: "talos" },
    },
    network: { create: { cidr: "10.77.0.0/24", externalNetwork: "external", dnsServers: ["203.0.113.253"] } },
    loadBalancer: {
      flavor: "l2.c1r1.10",
      image: "debian-12",
      keyPair: project.name,
      sshPrivateKeyFile: project.privateKey,
    },
    dns: { kind: "designate", zone: project.zone, ttl: 30 },
    access: { kubernetesApi: ["203.0.113.253/32"], talosApi: ["203.0.113.253/32"] },
    controlPlane: { count: 3, flavor: "l2.c2r4.20" },
    workers: {
      general: {
        count: 2,
        flavor: "l2.c2r4.20",
        labels: { "example.org/tier": "general" },
        taints: [{ key: "example.org/e2e", value: "yes", effect: "PreferNoSchedule" }],
      },
    },
    cni: { kind: "flannel" },
    // The cloud of the tests reaches no registry but its own.
    manifests: { kubeletServingCertApprover: false, metricsServer: false },
    patches: { global: [registryMirrors()] },
    state: { kind: "s3", endpoint: project.s3.endpoint, bucket: project.s3.bucket, region: "RegionOne" },
    providers: { openstack: "1.54.1", null: "~> 3.2" },
  };
}

/** The patch that an operator behind a mirror of registries has. */
const registryMirrors = (): Record<string, never> =>
  parse(execFileSync(join(labDirectory(), "talos-up.sh"), ["patch"], { encoding: "utf8" })) as Record<string, never>;

/** A directory that holds the program and a cluster file, as a clone would. */
export class Checkout {
  public readonly directory: string;
  private readonly project: LabProject;

  public constructor(project: LabProject, name: string) {
    this.project = project;
    this.directory = join(project.directory, name);
    mkdirSync(this.directory, { recursive: true });
    for (const entry of [
      "main.ts",
      "cdktf.json",
      "package.json",
      "tsconfig.json",
      "constructs",
      "patches",
      "manifests",
      ".gen",
    ]) {
      cpSync(join(REPOSITORY, entry), join(this.directory, entry), { recursive: true });
    }
    execFileSync("ln", ["-s", join(REPOSITORY, "node_modules"), join(this.directory, "node_modules")]);
  }

  /** Where OpenTofu runs. */
  public get stack(): string {
    return join(this.directory, "cdktf.out", "stacks", this.project.name);
  }

  /** Directory of secrets.yaml, talosconfig and machine configs. */
  public get talosconfig(): string {
    return join(this.directory, "talosconfig", this.project.name);
  }

  /** Writes the cluster file and synthesizes it. */
  public async synth(file: ClusterConfig): Promise<string> {
    writeFileSync(join(this.directory, "cluster.yaml"), stringify(file));
    return this.project.run("node", ["--import", "tsx", "main.ts"], { cwd: this.directory });
  }

  public tofu(...args: string[]): Promise<string> {
    return this.project.run("tofu", args, { cwd: this.stack });
  }

  public start(args: readonly string[], options: RunOptions = {}) {
    return this.project.start("tofu", args, { ...options, cwd: this.stack });
  }
}
