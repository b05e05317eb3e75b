import { Resource } from "@cdktf/provider-null/lib/resource";
import { TalosBootstrap } from "../../constructs/talos/talos-bootstrap";
import { clusterApi, node } from "../support/api";
import { localExecOf, only, synth } from "../support/synth";

const bootstrap = () => {
  const json = synth((stack) => {
    new TalosBootstrap(stack, "bootstrap", {
      api: clusterApi(stack, [node("control-plane"), node("general")]),
      firstServerId: "${openstack_compute_instance_v2.first.id}",
      loadBalancerAddress: "192.0.2.10",
      talosconfigPath: "talosconfig/talosconfig",
      kubeconfigPath: "kubeconfigs/kubeconfig-demo.example.org",
      timeouts: { talosApi: 1, kubernetesApi: 2 },
      dependsOn: [new Resource(stack, "dns"), new Resource(stack, "servers")],
    });
  });
  return { json, body: only(json, "null_resource", "bootstrap") };
};

test("waits for what it was told to wait for", () => {
  expect(bootstrap().body["depends_on"]).toEqual(["null_resource.dns", "null_resource.servers"]);
});

// Another load balancer, version or number of control planes is no reason to bootstrap a second etcd.
test("runs once in a cluster's life", () => {
  expect(bootstrap().body["triggers"]).toEqual({ cluster: "demo" });
});

// While another control plane is a member of etcd, the script bootstraps nothing.
test("and again when the first control plane has another server", () => {
  expect(bootstrap().body["lifecycle"]).toEqual({ replace_triggered_by: ["openstack_compute_instance_v2.first.id"] });
});

test("saves talosconfig and kubeconfig where it is told", () => {
  expect(localExecOf(bootstrap().body).environment).toMatchObject({
    TALOSCONFIG_FILE: "talosconfig/talosconfig",
    KUBECONFIG_FILE: "kubeconfigs/kubeconfig-demo.example.org",
    LB_IP: "192.0.2.10",
  });
});

test("every wait has a bound", () => {
  expect(localExecOf(bootstrap().body).environment).toMatchObject({
    TALOS_API_TIMEOUT: "1",
    KUBERNETES_API_TIMEOUT: "2",
  });
});

test("a destroy needs no cluster that can be reached", () => {
  expect(localExecOf(bootstrap().body).when).toBeUndefined();
});
