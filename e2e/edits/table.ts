import { inc } from "semver";
import { DEFAULT_VERSIONS } from "../../constructs/config/releases";
import { all, data, type Edit, isProtected, refused, renamed, set, twice } from "./edit";

/** The patch release after a version. */
const after = (version: string) => `v${inc(version, "patch") ?? ""}`;

/** Every edit, in the order of the report. */
export const EDITS: readonly Edit[] = [
  {
    edit: "`controlPlane.count` 3 to 1",
    make: set("controlPlane.count", 1),
    outcome: refused(/has 3 control planes, and the file says 1/),
    plan: "would delete two members of etcd",
  },
  {
    edit: "the same, with `protect: false`",
    make: all(set("controlPlane.count", 1), set("protect", false)),
    outcome: refused(/has 3 control planes, and the file says 1/),
    plan: "the same",
  },
  { edit: "`controlPlane.count` 3 to 5", make: set("controlPlane.count", 5), outcome: isProtected, plan: "adds two" },
  {
    edit: "a pool with volumes renamed",
    make: renamed("db", "store"),
    outcome: twice(2),
    plan: "other nodes; the old volumes stay in Cinder",
  },
  { edit: "a pool without volumes renamed", make: renamed("general", "web"), outcome: twice(0), plan: "other nodes" },
  {
    edit: "workers with volumes, `count` 2 to 1",
    make: set("workers.db.count", 1),
    outcome: twice(1),
    plan: "the last node goes, its volume stays in Cinder",
  },
  {
    edit: "workers, `count` 2 to 0",
    make: set("workers.general.count", 0),
    outcome: twice(0),
    plan: "the nodes go; they hold no data",
  },
  {
    edit: "`domain`",
    make: all(set("domain", "other.example"), set("dns", { kind: "external" })),
    outcome: refused(/has the domain \S+, which its certificates know alone, and the file says other\.example/),
    plan: "would bring configs through a name that no certificate has",
  },
  {
    edit: "`network.create` to `network.name`, the same network",
    make: all(set("network", { name: "e2e" }), set("loadBalancer.floatingIpPool", "external")),
    outcome: refused(/has the network made with 10\.77\.0\.0\/24/),
    plan: "would delete the network that the nodes are in",
  },
  {
    edit: "`network.create` to another network",
    make: all(set("network", { name: "external" }), set("loadBalancer.floatingIpPool", "external")),
    outcome: refused(/has the network made with 10\.77\.0\.0\/24/),
    plan: "the same",
  },
  {
    edit: "`network.create.cidr`",
    make: set("network.create.cidr", "10.78.0.0/24"),
    outcome: refused(/has the network made with 10\.77\.0\.0\/24, behind external/),
    plan: "would replace the subnet",
  },
  {
    edit: "`network.create.externalNetwork`",
    make: set("network.create.externalNetwork", "other"),
    outcome: refused(/has the network made with|returned no results|No networks found/),
    plan: "would replace the router's gateway and the API's address",
  },
  { edit: "`network.create.mtu`", make: set("network.create.mtu", 1400), outcome: isProtected, plan: "in place" },
  {
    edit: "`serverGroupPolicy`",
    make: set("controlPlane.serverGroupPolicy", "soft-anti-affinity"),
    outcome: isProtected,
    plan: "nothing",
  },
  {
    edit: "`serverGroupPolicy: none`",
    make: set("controlPlane.serverGroupPolicy", "none"),
    outcome: twice(0),
    plan: "would delete the group of running nodes",
  },
  {
    edit: "`openstack.serverGroupSize` 5 to 2",
    make: set("openstack.serverGroupSize", 2),
    outcome: isProtected,
    plan: "a group more; running nodes stay in theirs",
  },
  {
    edit: "`flavor`, `rootVolume`, `zones`, `talos.configDrive` of nodes",
    make: all(
      set("controlPlane.flavor", "l2.c2r4.20"),
      set("controlPlane.rootVolume", { sizeGiB: 20 }),
      set("controlPlane.zones", ["nova"]),
      set("talos.configDrive", false),
    ),
    outcome: isProtected,
    plan: "nothing on running nodes",
  },
  {
    edit: "`talos.version`, a patch release",
    make: set("talos.version", after(DEFAULT_VERSIONS.talos)),
    outcome: isProtected,
    plan: "a new image; the old one stays in Glance",
  },
  {
    edit: "`image.schematic`",
    make: set("image.schematic.kernelArgs", ["console=ttyS1"]),
    outcome: isProtected,
    plan: "a new image; the old one stays in Glance",
  },
  {
    edit: "`kubernetes.version`",
    make: set("kubernetes.version", after(DEFAULT_VERSIONS.kubernetes)),
    outcome: isProtected,
    plan: "configs of new nodes",
  },
  {
    edit: "`kubernetes.podCidr`",
    make: set("kubernetes.podCidr", "10.128.0.0/16"),
    outcome: refused(/has pods in 10\.244\.0\.0\/16, and the file says 10\.128\.0\.0\/16/),
    plan: "would bring it to running control planes",
  },
  {
    edit: "`kubernetes.serviceCidr`",
    make: set("kubernetes.serviceCidr", "10.128.0.0/16"),
    outcome: refused(/has services in 10\.96\.0\.0\/12/),
    plan: "the same",
  },
  {
    edit: "`cni.kind`",
    make: set("cni.kind", "cilium"),
    outcome: refused(/has the pod network flannel/),
    plan: "would close the old pod network's ports",
  },
  {
    edit: "`loadBalancer`: `flavor`, `image`, `keyPair`, `zone`",
    make: all(
      set("loadBalancer.flavor", "l2.c2r4.20"),
      set("loadBalancer.image", "debian-12"),
      set("loadBalancer.zone", "nova"),
    ),
    outcome: isProtected,
    plan: "nothing",
  },
  {
    edit: "`loadBalancer.network`",
    make: set("loadBalancer.network", "external"),
    outcome: refused(/has the load balancer haproxy, floating IP of external/),
    plan: "would take the API's address away",
  },
  {
    edit: "`loadBalancer.floatingIpPool`",
    make: set("loadBalancer.floatingIpPool", "other"),
    outcome: refused(/has the load balancer haproxy, floating IP of external|must be network\.create\.externalNetwork/),
    plan: "would be another address",
  },
  {
    edit: "`dns.kind`",
    make: set("dns", { kind: "external" }),
    outcome: refused(/has its record by designate/),
    plan: "would remove the record",
  },
  {
    edit: "a volume renamed",
    make: set("workers.db.volumes", [{ name: "more", sizeGiB: 1 }]),
    outcome: twice(2),
    plan: "new volumes; the old ones are detached and stay in Cinder",
  },
  {
    edit: "a volume removed",
    make: set("workers.db.volumes", []),
    outcome: twice(2),
    plan: "detached, and stays in Cinder",
  },
  { edit: "a volume's `sizeGiB` 1 to 2", make: data({ sizeGiB: 2 }), outcome: isProtected, plan: "grows in place" },
  { edit: "a volume's `type`", make: data({ type: "fast" }), outcome: isProtected, plan: "nothing: new volumes only" },
  {
    edit: "`access.kubernetesApi` emptied",
    make: set("access.kubernetesApi", []),
    outcome: refused(/access\.kubernetesApi: /),
    plan: "the synth ends",
  },
  {
    edit: "`access.kubernetesApi`, another network",
    make: set("access.kubernetesApi", ["198.51.100.0/24"]),
    outcome: isProtected,
    plan: "rules come and go",
  },
  {
    edit: "`openstack.project`, another one",
    make: set("openstack.project", "another"),
    outcome: refused(/openstack\.project is another, and the credentials are of project/),
    plan: "nothing is planned",
  },
  {
    edit: "`openstack.region`, one that the cloud has not",
    make: set("openstack.region", "Elsewhere"),
    outcome: refused(/No suitable endpoint could be found in the service catalog/),
    plan: "the provider ends",
  },
  {
    edit: "`directories.talosconfig`",
    make: set("directories.talosconfig", "elsewhere"),
    outcome: isProtected,
    plan: "nothing; scripts then say that secrets.yaml is not there",
  },
];
