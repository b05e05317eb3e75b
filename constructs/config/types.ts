import type { ParsedClusterConfig } from "./schema";

/** A JSON value, as patches are made of. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One patch of the cluster file, read and parsed: its YAML documents in order, and where they came from. */
export interface ResolvedPatch {
  /** The path in the cluster file, or the file's own path; for messages. */
  readonly source: string;
  readonly documents: readonly Json[];
}

/** What a node is for; the words of `machine.type`. */
export type MachineType = "controlplane" | "worker";

/** One node, as named in OpenStack and in Kubernetes. */
export interface ResolvedNode {
  /** `<cluster>-<pool>-<index>`: name of the server, the port, the machine config and the Kubernetes node. */
  readonly name: string;
  /** `control-plane`, or the key of its pool in the file. */
  readonly pool: string;
  readonly machineType: MachineType;
  /** Its place in the pool, from 0. */
  readonly index: number;
  /** Availability zone; undefined leaves the choice to Nova. */
  readonly zone: string | undefined;
  /** Which of the pool's server groups it belongs to, from 0. */
  readonly group: number;
  /** Patches of this node alone. */
  readonly patches: readonly ResolvedPatch[];
}

/** The root disk as a Cinder volume. */
export type RootVolume = ParsedClusterConfig["controlPlane"]["rootVolume"];

type ParsedPool = ParsedClusterConfig["workers"][string];

/** Nodes that are alike: the control plane, or one pool of workers. */
export interface ResolvedPool {
  /** `control-plane`, or the pool's key in the file. */
  readonly name: string;
  readonly machineType: MachineType;
  readonly flavor: string;
  readonly rootVolume: RootVolume;
  readonly serverGroupPolicy: ParsedPool["serverGroupPolicy"];
  readonly volumes: ParsedPool["volumes"];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly taints: ParsedPool["taints"];
  /** Patches of the pool alone. */
  readonly patches: readonly ResolvedPatch[];
  readonly nodes: readonly ResolvedNode[];
}

/** Where the nodes' image comes from. */
export type ResolvedImage =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "id"; readonly id: string }
  | ({ readonly kind: "file"; readonly path: string } & MadeImage)
  | ({
      readonly kind: "factory";
      readonly url: string;
      readonly schematic: { readonly extensions: readonly string[]; readonly kernelArgs: readonly string[] };
      readonly register: boolean;
      readonly format: "raw.xz" | "raw.zst" | "raw.gz" | "raw" | "qcow2";
    } & MadeImage);

interface MadeImage {
  /** Name of the image in Glance. */
  readonly imageName: string;
  readonly architecture: "amd64" | "arm64";
  readonly properties: Readonly<Record<string, string>>;
}

/** The network of the nodes. */
export type ResolvedNetwork =
  | { readonly kind: "name"; readonly name: string; readonly cidr: string | undefined }
  | { readonly kind: "id"; readonly id: string; readonly cidr: string | undefined }
  | {
      readonly kind: "create";
      readonly cidr: string;
      readonly externalNetwork: string;
      readonly dnsServers: readonly string[];
      readonly mtu: number | undefined;
    };

/** The HAProxy machine. */
export interface ResolvedLoadBalancer {
  readonly kind: "haproxy";
  /** Name of its server and port. */
  readonly name: string;
  readonly flavor: string;
  readonly image: string;
  readonly keyPair: string;
  readonly sshUser: string;
  /** Path relative to the working directory of the synth; undefined uses the agent. */
  readonly sshPrivateKeyFile: string | undefined;
  readonly bastion: { readonly host: string; readonly user: string; readonly port: number } | undefined;
  readonly rootVolume: RootVolume;
  readonly zone: string | undefined;
  /** Network by name; undefined is the nodes' network. */
  readonly network: string | undefined;
  /** External network of the floating IP; undefined makes none. */
  readonly floatingIpPool: string | undefined;
  /** Ports 80 and 443, and where they lead; undefined leaves them closed. */
  readonly ingress:
    { readonly pool: string; readonly httpNodePort: number; readonly httpsNodePort: number } | undefined;
  readonly packages: boolean;
}

/** Who makes the record of the cluster's name. */
export type ResolvedDns = (
  | { readonly kind: "designate"; readonly zone: string; readonly ttl: number }
  | {
      readonly kind: "rfc2136";
      readonly zone: string;
      readonly ttl: number;
      readonly server: string;
      readonly keyFile: string | undefined;
    }
  | { readonly kind: "external" }
) & {
  /** Domain of the wildcard record, `<wildcard>.<fqdn>`; undefined makes none. */
  readonly wildcardDomain: string | undefined;
};

/** The state backend with every default applied. */
export type ResolvedState =
  | { readonly kind: "local"; readonly path: string }
  | {
      readonly kind: "s3";
      readonly endpoint: string | undefined;
      readonly bucket: string;
      readonly key: string;
      readonly region: string;
      readonly lockFile: boolean;
      readonly pathStyle: boolean;
      readonly encrypt: boolean;
      readonly kmsKeyId: string | undefined;
      readonly acl: string | undefined;
    };

/** The cluster file with every default applied, every patch read and every node named; the only input of the constructs. */
export interface ResolvedClusterConfig {
  readonly name: string;
  readonly domain: string;
  /** `<name>.<domain>`: the cluster's name in DNS, and the host of its API. */
  readonly fqdn: string;
  readonly talos: {
    /** With a leading "v". */
    readonly version: string;
    /** The version contract of the machine configs, for example v1.13. */
    readonly contract: string;
    readonly configDrive: boolean;
    readonly allowReboots: boolean;
  };
  readonly kubernetes: { readonly version: string; readonly podCidr: string; readonly serviceCidr: string };
  readonly image: ResolvedImage;
  readonly network: ResolvedNetwork;
  readonly loadBalancer: ResolvedLoadBalancer;
  readonly dns: ResolvedDns;
  readonly access: {
    readonly kubernetesApi: readonly string[];
    readonly talosApi: readonly string[];
    readonly ssh: readonly string[];
    readonly ingress: readonly string[];
    readonly allowWorld: boolean;
  };
  readonly controlPlane: ResolvedPool & { readonly schedulable: boolean };
  /** Worker pools in the order of their names, so that the order in the file changes nothing. */
  readonly workers: readonly ResolvedPool[];
  readonly cni: ParsedClusterConfig["cni"];
  readonly manifests: ParsedClusterConfig["manifests"];
  readonly patches: {
    readonly global: readonly ResolvedPatch[];
    readonly controlPlane: readonly ResolvedPatch[];
    readonly worker: readonly ResolvedPatch[];
    /** As written, by node name; each is also in its node. Kept to find names that no node has. */
    readonly nodes: Readonly<Record<string, readonly ResolvedPatch[]>>;
  };
  readonly state: ResolvedState;
  /** Paths relative to the working directory of the synth, or absolute. */
  readonly directories: { readonly talosconfig: string; readonly kubeconfigs: string };
  readonly timeouts: ParsedClusterConfig["timeouts"];
  readonly openstack: ParsedClusterConfig["openstack"];
  readonly providers: ParsedClusterConfig["providers"];
}
