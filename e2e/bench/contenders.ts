import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFile } from "../../constructs/load";
import { schematicYaml } from "../../constructs/machine/schematic";
import { renderPatches } from "../../constructs/talos/machine-config";
import { rolePatches } from "../../constructs/machine/role-patches";
import { Checkout } from "../lab/checkout";
import { CLUSTER } from "../lab/cluster";
import type { LabProject } from "../lab/project";
import type { LargeCluster } from "./large-cluster";

/** A program that makes the cluster: what OpenTofu runs, and where. */
export interface Contender {
  readonly name: string;
  /** Directory in which OpenTofu runs. */
  readonly directory: string;
  /** Arguments of an apply that ends with the servers. */
  readonly upToTheServers: readonly string[];
  /** How many resources such an apply leaves out. */
  readonly leftOut: number;
  /** Path of secrets.yaml. */
  readonly secrets: string;
  /** Removes what an apply leaves on this machine, besides the state. */
  forget(): void;
}

/** What of a synthesized program is of interest here. */
interface Synthesized {
  readonly resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly terraform: { readonly backend: { readonly s3: Readonly<Record<string, unknown>> } };
}

/** Null resources that come after the servers: they wait for machines, or for the state to be stored; all others that wait depend on them. */
const WAITING = [/^a_records$/, /^apply_haproxy_config$/, /^cluster_checkpoint_/] as const;
/** Null resources that come before the servers; the hand-written module has as many. */
const BEFORE_THE_SERVERS = /^(talos_secrets|cluster_image_schematic_.*|cluster_configs_.*_\d+_[0-9A-F]{8})$/;

/** This program, synthesized and initialized. */
export async function thisProgram(project: LabProject, file: LargeCluster): Promise<Contender> {
  const checkout = new Checkout(project, "program-at-work");
  await checkout.prepare(file);
  const nulls = Object.keys(synthesized(checkout.stack).resource["null_resource"] ?? {});
  const excluded = WAITING.map((pattern) => {
    const id = nulls.find((name) => pattern.test(name));
    if (id === undefined) throw new Error(`the program has no null_resource ${String(pattern)} to leave out`);
    return exclude(id);
  });
  return {
    name: "this program",
    directory: checkout.stack,
    upToTheServers: excluded,
    leftOut: nulls.filter((id) => !BEFORE_THE_SERVERS.test(id)).length,
    secrets: join(checkout.talosconfigDir, "secrets.yaml"),
    forget: () => {
      rmSync(checkout.talosconfigDir, { recursive: true, force: true });
    },
  };
}

/** The module of ./module, with the variables that say the same as the cluster file, initialized with the same kind of state. */
export async function handWritten(project: LabProject, file: LargeCluster, rival: Contender): Promise<Contender> {
  const directory = join(project.directory, "hand-written");
  cpSync(join(__dirname, "module"), directory, { recursive: true });
  writeVariables(directory, file);
  const { s3 } = synthesized(rival.directory).terraform.backend;
  const backend = "backend.tfbackend.json";
  writeFileSync(join(directory, backend), JSON.stringify({ ...s3, key: "hand-written/terraform.tfstate" }));
  await project.commands.run("tofu", ["init", "-no-color", "-input=false", `-backend-config=${backend}`], {
    cwd: directory,
  });
  return {
    name: "hand-written",
    directory,
    upToTheServers: ["a_records", "apply_haproxy_config"].map(exclude),
    // The checkpoint of the state has no counterpart.
    leftOut: rival.leftOut - 1,
    secrets: join(directory, "talos", "secrets.yaml"),
    forget: () => {
      rmSync(join(directory, "talos"), { recursive: true, force: true });
    },
  };
}

const exclude = (id: string) => `-exclude=null_resource.${id}`;

const synthesized = (stack: string): Synthesized =>
  JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8")) as Synthesized;

type Pool = LargeCluster["controlPlane"] | LargeCluster["workers"]["general"];

const pool = (role: string, { count, flavor, serverGroupPolicy: policy }: Pool) => ({ role, count, flavor, policy });

/** Patches are data, not a part of the comparison: both contenders get the same. */
function writeVariables(directory: string, file: LargeCluster): void {
  const { config } = parseFile(file);
  for (const role of ["controlplane", "worker"] as const) {
    const patches = join(directory, "patches", role);
    mkdirSync(patches, { recursive: true });
    for (const [index, patch] of rolePatches(config, role).entries()) {
      writeFileSync(join(patches, `${String(index).padStart(2, "0")}.yaml`), renderPatches([patch]));
    }
  }
  const { controlPlane, workers } = file;
  const variables = {
    name: CLUSTER,
    domain: file.domain,
    talos_version: config.talos.version,
    talos_contract: config.talos.contract,
    kubernetes_version: config.kubernetes.version,
    image: {
      factory_url: file.image.factoryUrl,
      schematic: schematicYaml(file.image.schematic),
      properties: file.image.properties,
    },
    network: {
      cidr: file.network.create.cidr,
      external_network: file.network.create.externalNetwork,
      dns_servers: file.network.create.dnsServers,
    },
    access: {
      kubernetes_api: config.access.kubernetesApi,
      talos_api: config.access.talosApi,
      ssh: config.access.ssh,
    },
    load_balancer: {
      flavor: file.loadBalancer.flavor,
      image: file.loadBalancer.image,
      key_pair: file.loadBalancer.keyPair,
    },
    dns: { zone: file.dns.zone, ttl: file.dns.ttl },
    pools: {
      "control-plane": pool("controlplane", controlPlane),
      general: { ...pool("worker", workers.general), labels: workers.general.labels, taints: workers.general.taints },
    },
  };
  writeFileSync(join(directory, "terraform.tfvars.json"), JSON.stringify(variables, undefined, 2));
}
