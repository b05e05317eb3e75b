import { z } from "zod";
import { DEFAULT_VERSIONS } from "../releases";
import { access, dns, image, loadBalancer, network, timeouts } from "./cloud";
import { controlPlane, patches, workerPool } from "./machines";
import { directories, openstack, providers, state } from "./operation";
import { cidr, dnsLabel, domainName, httpUrl, version } from "./primitives";

const talos = z
  .strictObject({
    version: version
      .default(DEFAULT_VERSIONS.talos)
      .meta({ description: "Talos version of the image and of the machine configs." }),
    configDrive: z.boolean().default(true).meta({
      description: "Give the machine config by config drive (64 KB) instead of the metadata service only (16 KB).",
    }),
    allowReboots: z.boolean().default(false).meta({
      description:
        "Let a changed machine config reboot nodes that need it, one at a time; otherwise such a change is refused.",
    }),
  })
  .prefault({})
  .meta({ id: "Talos", description: "The nodes' operating system." });

const kubernetes = z
  .strictObject({
    version: version.default(DEFAULT_VERSIONS.kubernetes).meta({ description: "Kubernetes version." }),
    podCidr: cidr.default("10.244.0.0/16").meta({ description: "Addresses of the pods." }),
    serviceCidr: cidr.default("10.96.0.0/12").meta({ description: "Addresses of the services." }),
  })
  .prefault({})
  .meta({ id: "Kubernetes", description: "What the nodes run." });

const cni = z
  .strictObject({
    kind: z.enum(["cilium", "flannel", "none"]).default("cilium").meta({
      description: "cilium replaces kube-proxy; flannel is Talos' own; none leaves it to you.",
    }),
    waitForReady: z.boolean().default(true).meta({
      description: "Let the apply wait until every node is Ready; without effect when kind is none.",
    }),
    cilium: z
      .strictObject({
        version: version
          .optional()
          .meta({ description: "Version of the chart. Default: that of the shipped manifest." }),
        chart: z
          .string()
          .startsWith("oci://", "must be an OCI address, for example oci://quay.io/cilium/charts/cilium")
          .optional()
          .meta({
            description:
              "Address of the chart, for clouds without internet. Default: oci://quay.io/cilium/charts/cilium.",
          }),
        values: z.record(z.string(), z.json()).default({}).meta({
          description: "Helm values, merged over those of the shipped manifest.",
        }),
      })
      .prefault({})
      .meta({ id: "Cilium", description: "How Cilium is installed; without effect for another kind." }),
  })
  .prefault({})
  .meta({ id: "Cni", description: "The pod network." });

const manifests = z
  .strictObject({
    kubeletServingCertApprover: z.boolean().default(true).meta({
      description:
        "Approve the kubelets' serving certificates; without it, logs, exec and metrics need another approver.",
    }),
    metricsServer: z.boolean().default(true).meta({ description: "Serve the resource metrics API." }),
    extra: z.array(httpUrl).default([]).meta({
      description: "URLs of more manifests that the control planes apply at bootstrap; pin their versions.",
    }),
  })
  .prefault({})
  .meta({ id: "Manifests", description: "What the control planes apply at bootstrap besides the pod network." });

const clusterPatches = z
  .strictObject({
    global: patches.meta({ description: "Patches of every node." }),
    controlPlane: patches.meta({ description: "Patches of the control planes." }),
    worker: patches.meta({ description: "Patches of the workers." }),
    nodes: z.record(z.string(), patches).default({}).meta({ description: "Patches of single nodes, by node name." }),
  })
  .prefault({})
  .meta({
    id: "Patches",
    description: "Patches of Talos' machine config, merged in the order global, role, pool, node.",
  });

/**
 * The cluster file: the one source of its types, defaults, documentation and JSON Schema.
 *
 * Defaults that depend on other values are applied by `resolveConfig`; what a schema cannot say is in the rules.
 */
export const clusterSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: "JSON Schema of this file, for editors." }),
    name: dnsLabel.meta({ description: "Name of the cluster, first part of the name of everything that is made." }),
    domain: domainName.meta({ description: "Domain of the cluster; its API is https://<name>.<domain>:6443." }),
    talos,
    kubernetes,
    image: image.prefault({}),
    network,
    loadBalancer,
    dns,
    access,
    controlPlane,
    workers: z.record(z.string(), workerPool).default({}).meta({ description: "Pools of workers, by name." }),
    cni,
    manifests,
    patches: clusterPatches,
    state,
    directories,
    timeouts,
    openstack,
    providers,
  })
  .meta({ title: "Talos cluster on OpenStack", description: "One file, one cluster." });

/** What people write: the content of a cluster file. */
export type ClusterConfig = z.input<typeof clusterSchema>;

/** The cluster file with every literal default applied, before `resolveConfig`. */
export type ParsedClusterConfig = z.output<typeof clusterSchema>;
