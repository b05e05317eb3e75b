import { Resource } from "@cdktf/provider-null/lib/resource";
import { TalosBootstrap } from "../../constructs/talos/bootstrap";
import { localExecOf, only, synth } from "../support/synth";

const bootstrap = () => {
  const json = synth((stack) => {
    new TalosBootstrap(stack, "bootstrap", {
      access: {
        cluster: "demo",
        apiEndpoint: "demo.example.org",
        secretsFile: "talosconfig/secrets.yaml",
        contract: "v1.13",
        controlPlaneAddresses: ["10.0.0.11", "10.0.0.12", "10.0.0.13"],
      },
      loadBalancerAddress: "192.0.2.10",
      talosconfigDir: "talosconfig",
      kubeconfigsDir: "kubeconfigs",
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

test("knows the control planes in order, the one to bootstrap first", () => {
  expect(localExecOf(bootstrap().body).environment["CONTROL_PLANES"]).toBe("10.0.0.11 10.0.0.12 10.0.0.13");
});

test("saves talosconfig and kubeconfig where the outputs say", () => {
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
