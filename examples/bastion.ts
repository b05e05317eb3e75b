/**
 * A cluster, and a server beside it from which its nodes may be reached: `node --import tsx examples/bastion.ts`.
 *
 * Shows what a stack of your own does with what a cluster hands out: a server in its network, a rule of its own in its
 * security groups, tags, and an override of an argument that no construct has.
 */
import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { ComputeInstanceV2 } from "@cdktf/provider-openstack/compute-instance-v2";
import { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";
import { NetworkingSecgroupRuleV2 } from "@cdktf/provider-openstack/networking-secgroup-rule-v2";
import { NetworkingSecgroupV2 } from "@cdktf/provider-openstack/networking-secgroup-v2";
import { NullProvider, OpenstackProvider, parseConfig, TalosCluster } from "../constructs";

const app = new App();
const stack = new TerraformStack(app, "bastion");
new LocalBackend(stack, { path: "../../../terraform.bastion.tfstate" });
new OpenstackProvider(stack, "openstack");
new NullProvider(stack, "null");

const group = new NetworkingSecgroupV2(stack, "bastion-group", { name: "bastion" });
const cluster = new TalosCluster(stack, "demo", {
  config: parseConfig({
    name: "demo",
    domain: "k8s.example.org",
    network: { create: { externalNetwork: "public" } },
    loadBalancer: { flavor: "m1.small", image: "debian-12", keyPair: "ops" },
    dns: { kind: "external" },
    access: { kubernetesApi: ["192.0.2.0/24"], talosApi: ["192.0.2.0/24"] },
    controlPlane: { flavor: "m1.large" },
    openstack: { tags: ["team=platform"] },
  }),
});

const [nodes = ""] = cluster.securityGroups.worker;
new NetworkingSecgroupRuleV2(stack, "talos-from-bastion", {
  securityGroupId: nodes,
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  portRangeMin: 50000,
  portRangeMax: 50000,
  remoteGroupId: group.id,
});

const port = new NetworkingPortV2(stack, "bastion-port", {
  name: "bastion",
  networkId: cluster.network.networkId,
  securityGroupIds: [group.id],
  tags: ["team=platform"],
  dependsOn: [...cluster.network.subnets],
});
const bastion = new ComputeInstanceV2(stack, "bastion", {
  name: "bastion",
  flavorName: "m1.small",
  imageName: "debian-12",
  keyPair: "ops",
  network: [{ port: port.id }],
  dependsOn: [...cluster.network.ready],
});
// The bindings hold whole resources, but an override reaches what newer versions of the provider add, too.
bastion.addOverride("stop_before_destroy", true);

new TerraformOutput(stack, "bastion-address", { value: port.allFixedIps });
new TerraformOutput(stack, "kubeconfig", { value: cluster.kubeconfigPath });

app.synth();
