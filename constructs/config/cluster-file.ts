/** Written by "npm run schema" from the sections in constructs/config; do not edit. */

import type { Json } from "./json";

/** A cluster file. */
export interface ClusterFile {
  /** JSON Schema of this file, for editors. */
  readonly $schema?: string;
  /** Name of the cluster, first part of the name of everything that is made. */
  readonly name: string;
  /** Domain of the cluster; its API is https://<name>.<domain>:6443. Required unless dns.kind says that it has no name. */
  readonly domain?: string;
  /** The nodes' operating system. */
  readonly talos?: TalosSection;
  /** What the nodes run. */
  readonly kubernetes?: KubernetesSection;
  /** Where the nodes' image comes from; one of schematic, name, id, file. */
  readonly image?: ImageSection;
  /** The network of the nodes; one of name, id, create. */
  readonly network: NetworkSection;
  /** What stands in front of the Kubernetes API and the Talos API. */
  readonly loadBalancer: LoadBalancerSection;
  /** Who makes the A record of the cluster's name: Designate, nsupdate (RFC 2136), somebody else, or nobody. */
  readonly dns: DnsSection;
  /** From where the APIs may be used. */
  readonly access: AccessSection;
  /** The nodes that run etcd and the Kubernetes API. */
  readonly controlPlane: ControlPlaneSection;
  /** Pools of workers, by name. */
  readonly workers?: Readonly<Record<string, {
    /** Number of nodes in the pool. */
    readonly count: number;
    /** Name of the flavor. */
    readonly flavor: string;
    /** Boot from a volume of this size instead of from the flavor's local disk. */
    readonly rootVolume?: {
      /** Size in GiB; on nodes, what the image does not need becomes the EPHEMERAL partition. */
      readonly sizeGiB: number;
      /**
       * Volume type.
       *
       * @default - the cloud's default volume type
       */
      readonly type?: string;
    };
    /**
     * Availability zones, taken in turn by the nodes; empty leaves the choice to Nova.
     *
     * @default []
     */
    readonly zones?: readonly string[];
    /**
     * Patches of these nodes only, after the global and the role's.
     *
     * @default []
     */
    readonly patches?: readonly (string | Readonly<Record<string, Json>> | readonly Json[])[];
    /**
     * Policy of the pool's server groups; none makes no group.
     *
     * @default "anti-affinity"
     */
    readonly serverGroupPolicy?: "anti-affinity" | "soft-anti-affinity" | "affinity" | "soft-affinity" | "none";
    /**
     * Data volumes of each node.
     *
     * @default []
     */
    readonly volumes?: readonly {
      /** Name of the volume within the node, part of its Cinder name. */
      readonly name: string;
      /** Size in GiB. */
      readonly sizeGiB: number;
      /**
       * Volume type, of new volumes.
       *
       * @default - the cloud's default volume type
       */
      readonly type?: string;
      /**
       * Availability zone of new volumes, where Cinder has other zones than Nova, for example nova.
       *
       * @default - the zone of the node
       */
      readonly zone?: string;
      /**
       * Leave the volume in Cinder, with its data, when it, its node or its pool leaves this file, or when the cluster is destroyed.
       *
       * @default true
       */
      readonly keep?: boolean;
    }[];
    /** Kubernetes node labels. */
    readonly labels?: Readonly<Record<string, string>>;
    /** Kubernetes node annotations. */
    readonly annotations?: Readonly<Record<string, string>>;
    /**
     * Kubernetes node taints.
     *
     * @default []
     */
    readonly taints?: readonly ({
      /** Key, for example example.org/gpu. */
      readonly key: string;
      /**
       * Value.
       *
       * @default ""
       */
      readonly value?: string;
      /** What happens to pods that do not tolerate it. */
      readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
    })[];
  }>>;
  /** The pod network. */
  readonly cni?: CniSection;
  /** What the control planes apply at bootstrap besides the pod network. */
  readonly manifests?: ManifestsSection;
  /** Patches of Talos' machine config, merged in the order global, role, pool, node. */
  readonly patches?: PatchesSection;
  /**
   * Where OpenTofu keeps the state: a local file, or an S3 store.
   *
   * @default {"kind":"local"}
   */
  readonly state?: StateSection;
  /** Where the apply writes files, relative to this file. */
  readonly directories?: DirectoriesSection;
  /** How long an apply waits for each thing before it fails, in seconds. */
  readonly timeouts?: TimeoutsSection;
  /**
   * Refuse plans that destroy control planes or data volumes, the destroy of the whole cluster among them; -var protect=false overrules it once.
   *
   * @default - true with more than one control plane
   */
  readonly protect?: boolean;
  /** How the cloud is found, and its limits. */
  readonly openstack?: OpenstackSection;
  /** Version constraints of the OpenTofu providers. */
  readonly providers?: ProvidersSection;
}

/** The nodes' operating system. */
export interface TalosSection {
  /**
   * Talos version of the image and of the machine configs.
   *
   * @default "v1.13.9"
   */
  readonly version?: string;
  /**
   * Give the machine config by config drive (64 KB) instead of the metadata service only (16 KB).
   *
   * @default true
   */
  readonly configDrive?: boolean;
  /**
   * Whether OpenStack's metadata service, which has the machine config of each node, answers nodes and their pods.
   *
   * @default - blocked, if there is a config drive and Talos is 1.13 or newer; otherwise open. A running node gets the default with the next change of its machine config, and what is written here by the next apply
   */
  readonly metadataService?: "blocked" | "open";
  /**
   * Let a changed machine config reboot nodes that need it, one at a time; otherwise such a change is refused.
   *
   * @default false
   */
  readonly allowReboots?: boolean;
}

/** What the nodes run. */
export interface KubernetesSection {
  /**
   * Kubernetes version.
   *
   * @default "v1.36.3"
   */
  readonly version?: string;
  /**
   * Addresses of the pods.
   *
   * @default "10.244.0.0/16"
   */
  readonly podCidr?: string;
  /**
   * Addresses of the services.
   *
   * @default "10.96.0.0/12"
   */
  readonly serviceCidr?: string;
}

/** Where the nodes' image comes from; one of schematic, name, id, file. */
export interface ImageSection {
  /** Image Factory schematic; its ID is computed while synthesizing. */
  readonly schematic?: {
    /**
     * Official system extensions, for example siderolabs/qemu-guest-agent. The order counts.
     *
     * @default []
     */
    readonly extensions?: readonly string[];
    /**
     * Extra kernel arguments. The order counts.
     *
     * @default []
     */
    readonly kernelArgs?: readonly string[];
  };
  /**
   * Image Factory or a mirror of it.
   *
   * @default - https://factory.talos.dev
   */
  readonly factoryUrl?: string;
  /**
   * POST the schematic to the factory before its image is fetched; false for a plain file mirror.
   *
   * @default - true
   */
  readonly registerSchematic?: boolean;
  /**
   * What is fetched from the factory; compressed ones are unpacked by the provider.
   *
   * @default - raw.xz
   */
  readonly format?: "raw.xz" | "raw.zst" | "raw.gz" | "raw" | "qcow2";
  /** Use this image of Glance, by name, instead of making one. */
  readonly name?: string;
  /** Use this image of Glance, by ID, instead of making one. */
  readonly id?: string;
  /** Upload this raw file, by path relative to this file. */
  readonly file?: string;
  /** SHA-256 of the image as Glance gets it: unpacked, where format says that it is packed. An image with another one boots no server. */
  readonly sha256?: string;
  /**
   * Accept a factoryUrl of plain http: whoever is on the way can send another image.
   *
   * @default false
   */
  readonly allowHttp?: boolean;
  /**
   * Architecture of the nodes.
   *
   * @default "amd64"
   */
  readonly architecture?: "amd64" | "arm64";
  /** Glance properties of an image that is made, for example hw_qemu_guest_agent: 'yes'. */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Leave an image that was made in Glance when another one takes its place, or when the cluster is destroyed: nodes that booted from it may need it.
   *
   * @default true
   */
  readonly keep?: boolean;
}

/** The network of the nodes; one of name, id, create. */
export interface NetworkSection {
  /** Use this network, by name. */
  readonly name?: string;
  /** Use this network, by ID. */
  readonly id?: string;
  /** Addresses of an existing network's nodes; lets overlaps be found early. */
  readonly cidr?: string;
  /** Make a network with a subnet and a router. */
  readonly create?: {
    /**
     * Addresses of the subnet.
     *
     * @default "10.0.0.0/24"
     */
    readonly cidr?: string;
    /** External network, by name: the router's gateway, and where floating IPs come from. */
    readonly externalNetwork: string;
    /**
     * Name servers of the subnet.
     *
     * @default - Neutron's own
     */
    readonly dnsServers?: readonly string[];
    /**
     * MTU.
     *
     * @default - the cloud's
     */
    readonly mtu?: number;
  };
}

/** What stands in front of the Kubernetes API and the Talos API. */
export type LoadBalancerSection = {
  /**
   * A server that runs HAProxy.
   *
   * @default "haproxy"
   */
  readonly kind?: "haproxy";
  /**
   * Number of servers.
   *
   * @default 1
   */
  readonly count?: 1;
  /** Name of the flavor. */
  readonly flavor: string;
  /** Image with cloud-init and apt, by name or ID, for example debian-12. */
  readonly image: string;
  /** Name of an existing key pair, for the SSH user. */
  readonly keyPair: string;
  /**
   * User that may use sudo without a password.
   *
   * @default "debian"
   */
  readonly sshUser?: string;
  /**
   * Private key, by path relative to this file.
   *
   * @default - the SSH agent and its keys
   */
  readonly sshPrivateKeyFile?: string;
  /** Jump host through which the load balancer is reached by SSH. */
  readonly bastion?: {
    /** Its name or address. */
    readonly host: string;
    /**
     * Its user.
     *
     * @default - the SSH user of the load balancer
     */
    readonly user?: string;
    /**
     * Its SSH port.
     *
     * @default 22
     */
    readonly port?: number;
  };
  /** Boot from a volume of this size instead of from the flavor's local disk. */
  readonly rootVolume?: {
    /** Size in GiB; on nodes, what the image does not need becomes the EPHEMERAL partition. */
    readonly sizeGiB: number;
    /**
     * Volume type.
     *
     * @default - the cloud's default volume type
     */
    readonly type?: string;
  };
  /**
   * Availability zone.
   *
   * @default - Nova's choice
   */
  readonly zone?: string;
  /**
   * Network of the load balancer, by name.
   *
   * @default - the nodes'
   */
  readonly network?: string;
  /**
   * External network of its floating IP.
   *
   * @default - that of network.create, else no floating IP
   */
  readonly floatingIpPool?: string;
  /** Pass ports 80 and 443 on to an ingress controller, by TCP. */
  readonly ingress?: {
    /** Pool of workers whose node ports take the traffic. */
    readonly pool: string;
    /**
     * Node port behind port 80.
     *
     * @default 30080
     */
    readonly httpNodePort?: number;
    /**
     * Node port behind port 443.
     *
     * @default 30443
     */
    readonly httpsNodePort?: number;
    /**
     * Tell the ingress controller each client's address by the PROXY protocol, version 2; it has to expect that.
     *
     * @default false
     */
    readonly proxyProtocol?: boolean;
    /**
     * Connections at a time on each of the two ports; more have to wait. Each takes up to 33 kB of memory.
     *
     * @default 4000
     */
    readonly maxConnections?: number;
    /**
     * How long a connection may be silent before it is closed, in seconds.
     *
     * @default 300
     */
    readonly idleSeconds?: number;
  };
  /**
   * Let the server install its security updates every day, by unattended-upgrades; it never reboots by itself.
   *
   * @default true
   */
  readonly securityUpdates?: boolean;
  /**
   * Let cloud-init install HAProxy with apt; false for an image that holds it already.
   *
   * @default true
   */
  readonly packages?: boolean;
} | {
  /** Somebody else's: it passes the ports on by TCP; the apply says to whom, and waits until it does. */
  readonly kind: "external";
  /** Its IPv4 addresses, as clients reach it. */
  readonly addresses: readonly string[];
  /**
   * Its IPv4 address, as the nodes reach it.
   *
   * @default - the first of addresses
   */
  readonly nodeAddress?: string;
  /** Networks from which it reaches the nodes, in CIDR notation. */
  readonly sources: readonly string[];
  /** Pass ports 80 and 443 on to an ingress controller, by TCP. */
  readonly ingress?: {
    /** Pool of workers whose node ports take the traffic. */
    readonly pool: string;
    /**
     * Node port behind port 80.
     *
     * @default 30080
     */
    readonly httpNodePort?: number;
    /**
     * Node port behind port 443.
     *
     * @default 30443
     */
    readonly httpsNodePort?: number;
  };
};

/** Who makes the A record of the cluster's name: Designate, nsupdate (RFC 2136), somebody else, or nobody. */
export type DnsSection = {
  /** OpenStack's own DNS service. */
  readonly kind: "designate";
  /**
   * Also make *.<wildcard>.<name>.<domain>, for ingress.
   *
   * @default - no wildcard record
   */
  readonly wildcard?: string;
  /**
   * Zone that holds the record.
   *
   * @default - the domain of the cluster
   */
  readonly zone?: string;
  /**
   * Time to live of the record, in seconds.
   *
   * @default 60
   */
  readonly ttl?: number;
} | {
  /** Dynamic updates by nsupdate, as BIND, Knot and PowerDNS take them. */
  readonly kind: "rfc2136";
  /**
   * Also make *.<wildcard>.<name>.<domain>, for ingress.
   *
   * @default - no wildcard record
   */
  readonly wildcard?: string;
  /**
   * Zone that holds the record.
   *
   * @default - the domain of the cluster
   */
  readonly zone?: string;
  /**
   * Time to live of the record, in seconds.
   *
   * @default 60
   */
  readonly ttl?: number;
  /** Name server that takes the updates, host or host:port. */
  readonly server: string;
  /** TSIG key file as written by tsig-keygen, by path relative to this file; read in the apply only. */
  readonly keyFile?: string;
} | {
  /** Somebody else; the apply waits for the record. */
  readonly kind: "external";
  /**
   * Also make *.<wildcard>.<name>.<domain>, for ingress.
   *
   * @default - no wildcard record
   */
  readonly wildcard?: string;
} | {
  /** Nobody: the API is the address of the load balancer. */
  readonly kind: "none";
};

/** From where the APIs may be used. */
export interface AccessSection {
  /** Networks that may use the Kubernetes API (6443). */
  readonly kubernetesApi: readonly string[];
  /** Networks that may use the Talos API (50000). */
  readonly talosApi: readonly string[];
  /**
   * Networks that may SSH to the load balancer.
   *
   * @default - those of talosApi
   */
  readonly ssh?: readonly string[];
  /** Networks that may use ports 80 and 443, with loadBalancer.ingress; 0.0.0.0/0 for everybody. */
  readonly ingress?: readonly string[];
  /**
   * Ports that nodes use among each other besides those of Talos, Kubernetes and the pod network, for example of a storage system.
   *
   * @default []
   */
  readonly nodes?: readonly ({
    /** The port, or the first one. */
    readonly port: number;
    /**
     * The last port.
     *
     * @default - port
     */
    readonly endPort?: number;
    /**
     * Its protocol.
     *
     * @default "tcp"
     */
    readonly protocol?: "tcp" | "udp";
  })[];
  /**
   * Accept 0.0.0.0/0 for the APIs and SSH.
   *
   * @default false
   */
  readonly allowWorld?: boolean;
}

/** The nodes that run etcd and the Kubernetes API. */
export interface ControlPlaneSection {
  /**
   * Number of control plane nodes; odd.
   *
   * @default 3
   */
  readonly count?: number;
  /** Name of the flavor. */
  readonly flavor: string;
  /** Boot from a volume of this size instead of from the flavor's local disk. */
  readonly rootVolume?: {
    /** Size in GiB; on nodes, what the image does not need becomes the EPHEMERAL partition. */
    readonly sizeGiB: number;
    /**
     * Volume type.
     *
     * @default - the cloud's default volume type
     */
    readonly type?: string;
  };
  /**
   * Availability zones, taken in turn by the nodes; empty leaves the choice to Nova.
   *
   * @default []
   */
  readonly zones?: readonly string[];
  /**
   * Patches of these nodes only, after the global and the role's.
   *
   * @default []
   */
  readonly patches?: readonly (string | Readonly<Record<string, Json>> | readonly Json[])[];
  /**
   * Policy of the pool's server groups; none makes no group.
   *
   * @default "anti-affinity"
   */
  readonly serverGroupPolicy?: "anti-affinity" | "soft-anti-affinity" | "affinity" | "soft-affinity" | "none";
  /**
   * Let ordinary pods run on the control planes (allowSchedulingOnControlPlanes).
   *
   * @default false
   */
  readonly schedulable?: boolean;
}

/** The pod network. */
export interface CniSection {
  /**
   * cilium replaces kube-proxy; flannel is Talos' own; none leaves it to you.
   *
   * @default "cilium"
   */
  readonly kind?: "cilium" | "flannel" | "none";
  /**
   * Let the apply wait until every node is Ready; without effect when kind is none.
   *
   * @default true
   */
  readonly waitForReady?: boolean;
  /** How Cilium is installed; without effect for another kind. */
  readonly cilium?: {
    /**
     * Install Cilium, and again when its version or values change; false when somebody else has the Helm release, for example Flux.
     *
     * @default true
     */
    readonly install?: boolean;
    /**
     * Version of the chart.
     *
     * @default - that of the shipped manifest
     */
    readonly version?: string;
    /**
     * Address of the chart, for clouds without internet; with @sha256:… at its end, of the chart with this digest only.
     *
     * @default - oci://quay.io/cilium/charts/cilium
     */
    readonly chart?: string;
    /**
     * Image whose program helm installs the chart as administrator of the cluster, for registries that hold a build of their own; name its digest. A mirror needs no other image.
     *
     * @default - that of the shipped manifest
     */
    readonly helmImage?: string;
    /** Helm values, merged over those of the shipped manifest. */
    readonly values?: Readonly<Record<string, Json>>;
  };
}

/** What the control planes apply at bootstrap besides the pod network. */
export interface ManifestsSection {
  /**
   * Approve the kubelets' serving certificates; without it, logs, exec and metrics need another approver.
   *
   * @default true
   */
  readonly kubeletServingCertApprover?: boolean;
  /**
   * Serve the resource metrics API.
   *
   * @default true
   */
  readonly metricsServer?: boolean;
  /**
   * Accept plain http in extra: whoever is on the way can send another manifest.
   *
   * @default false
   */
  readonly allowHttp?: boolean;
  /**
   * URLs of more manifests, which the control planes fetch and apply at bootstrap; pin their versions. See pinned.
   *
   * @default []
   */
  readonly extra?: readonly string[];
  /**
   * More manifests, compared with their SHA-256 in the apply and written into the control planes' machine configs: they count there, and 64 KiB is the most that a config takes.
   *
   * @default []
   */
  readonly pinned?: readonly {
    /** Where the machine that applies fetches it. */
    readonly url: string;
    /** SHA-256 that it must have. */
    readonly sha256: string;
  }[];
}

/** Patches of Talos' machine config, merged in the order global, role, pool, node. */
export interface PatchesSection {
  /**
   * Patches of every node.
   *
   * @default []
   */
  readonly global?: readonly (string | Readonly<Record<string, Json>> | readonly Json[])[];
  /**
   * Patches of the control planes.
   *
   * @default []
   */
  readonly controlPlane?: readonly (string | Readonly<Record<string, Json>> | readonly Json[])[];
  /**
   * Patches of the workers.
   *
   * @default []
   */
  readonly worker?: readonly (string | Readonly<Record<string, Json>> | readonly Json[])[];
  /**
   * Paths of patch files with passwords, for every node, after all other patches. Only the apply reads them: neither synth nor plan does. New content reaches running nodes with their next change, or at once under another name.
   *
   * @default []
   */
  readonly secret?: readonly string[];
  /** Patches of single nodes, by node name. */
  readonly nodes?: Readonly<Record<string, readonly (string | Readonly<Record<string, Json>> | readonly Json[])[] | undefined>>;
}

/**
 * Where OpenTofu keeps the state: a local file, or an S3 store.
 *
 * @default {"kind":"local"}
 */
export type StateSection = {
  /** A file on this machine. */
  readonly kind: "local";
  /**
   * State file, relative to this file.
   *
   * @default - terraform.<name>.tfstate
   */
  readonly path?: string;
} | {
  /** An object in an S3 store. */
  readonly kind: "s3";
  /**
   * Endpoint of a store that is not AWS, for example https://s3.example.org.
   *
   * @default - AWS
   */
  readonly endpoint?: string;
  /** Bucket; it must exist, with versioning on. */
  readonly bucket: string;
  /**
   * Object of the state.
   *
   * @default - <name>/terraform.tfstate
   */
  readonly key?: string;
  /**
   * Region; other stores than AWS accept any.
   *
   * @default "us-east-1"
   */
  readonly region?: string;
  /**
   * Lock by a conditional write of <key>.tflock; the store must refuse the second one with 412.
   *
   * @default true
   */
  readonly lockFile?: boolean;
  /**
   * Bucket in the path instead of in the host name.
   *
   * @default - true with an endpoint
   */
  readonly pathStyle?: boolean;
  /** Server side encryption (SSE-S3); AWS only. */
  readonly encrypt?: boolean;
  /** Server side encryption by a KMS key; AWS only. */
  readonly kmsKeyId?: string;
  /** Canned ACL; AWS only. */
  readonly acl?: string;
};

/** Where the apply writes files, relative to this file. */
export interface DirectoriesSection {
  /**
   * secrets.yaml, talosconfig and the machine configs.
   *
   * @default - talosconfig/<name>
   */
  readonly talosconfig?: string;
  /**
   * The kubeconfigs.
   *
   * @default "kubeconfigs"
   */
  readonly kubeconfigs?: string;
}

/** How long an apply waits for each thing before it fails, in seconds. */
export interface TimeoutsSection {
  /**
   * SSH and cloud-init of the load balancer.
   *
   * @default 600
   */
  readonly loadBalancer?: number;
  /**
   * The name resolves to the load balancer.
   *
   * @default 600
   */
  readonly dns?: number;
  /**
   * A control plane answers on 50000; each has as long.
   *
   * @default 900
   */
  readonly talosApi?: number;
  /**
   * The Kubernetes API answers through the load balancer.
   *
   * @default 900
   */
  readonly kubernetesApi?: number;
  /**
   * Every node is Ready; and a node is healthy after a change of its machine config.
   *
   * @default 1200
   */
  readonly nodesReady?: number;
}

/** How the cloud is found, and its limits. */
export interface OpenstackSection {
  /**
   * Entry of clouds.yaml.
   *
   * @default - OS_CLOUD, or the OS_* variables
   */
  readonly cloud?: string;
  /**
   * Region.
   *
   * @default - that of the credentials
   */
  readonly region?: string;
  /**
   * Project that the credentials must be of, by name or ID.
   *
   * @default - that of the first apply
   */
  readonly project?: string;
  /**
   * Most members of a server group that the cloud accepts; larger pools get several groups.
   *
   * @default 5
   */
  readonly serverGroupSize?: number;
  /**
   * Tags of everything that can have some.
   *
   * @default []
   */
  readonly tags?: readonly string[];
}

/** Version constraints of the OpenTofu providers. */
export interface ProvidersSection {
  /**
   * terraform-provider-openstack/openstack.
   *
   * @default "~> 3.4"
   */
  readonly openstack?: string;
  /**
   * hashicorp/null.
   *
   * @default "~> 3.2"
   */
  readonly null?: string;
}
