import { Resource } from "@cdktf/provider-null/lib/resource";
import type { ClusterFile } from "../../../constructs/config/cluster";
import { ApplyConfig } from "../../../constructs/talos/lifecycle/apply-config";
import { inOrder } from "../../../constructs/talos/lifecycle/turn";
import { MachineConfigs } from "../../../constructs/talos/machine-configs";
import { TalosSecrets } from "../../../constructs/talos/talos-secrets";
import { clusterApi, node } from "../../support/api";
import { pool } from "../../support/clusters";
import { all, config, localExecOf, only, type StackJson, synth } from "../../support/synth";

function rollout(changes: Partial<ClusterFile> = {}, allowReboots = false): StackJson {
  const cluster = config({ workers: { general: pool() }, ...changes });
  return synth((stack) => {
    const directory = "talosconfig";
    const secrets = new TalosSecrets(stack, "config-secrets", { cluster: "demo", directory, contract: "v1.13" });
    const configs = new MachineConfigs(stack, "configs", {
      config: cluster,
      secrets,
      endpointHost: "api.example.org",
      certificateNames: [],
      directory,
    });
    // Workers first: the order is not that of the list.
    const nodes = [node("general", 0), node("general", 1), ...[0, 1, 2].map((index) => node("control-plane", index))];
    const api = clusterApi(stack, nodes);
    inOrder(nodes, [new Resource(stack, "ready")], (of, dependsOn) => {
      const machineConfig = configs.of(of.name);
      return new ApplyConfig(machineConfig, "applied", {
        api,
        node: of,
        machineConfig,
        allowReboots,
        timeoutSeconds: 5,
        dependsOn,
      });
    });
  });
}

const applied = (json: StackJson, of: string) => only(json, "null_resource", `configs_${of}_applied`);

test("each node has its turn, in a block beside its rendered config", () => {
  const names = Object.keys(all(rollout(), "null_resource")).filter((name) => name.includes("_applied_"));
  expect(names).toHaveLength(5);
});

test("control planes come after the cluster is ready, workers after the control planes", () => {
  const json = rollout();
  const name = (of: string) => expect.stringContaining(`configs_${of}_applied`) as string;
  expect(applied(json, "control-plane_0")["depends_on"]).toEqual(["null_resource.ready"]);
  expect(applied(json, "general_1")["depends_on"]).toEqual([0, 1, 2].map((index) => name(`control-plane_${index}`)));
});

test("a changed config comes to the node, and only to those that it concerns", () => {
  const triggers = (changes: Partial<ClusterFile>, of: string) => applied(rollout(changes), of)["triggers"];
  const patches = { worker: [{ machine: { env: { A: "b" } } }] };
  expect(triggers({ patches }, "general_0")).not.toEqual(triggers({}, "general_0"));
  expect(triggers({ patches }, "control-plane_0")).toEqual(triggers({}, "control-plane_0"));
});

// talosctl upgrade-k8s changes it, in an order of its own.
test("another Kubernetes version is nothing that is rolled out", () => {
  const triggers = (version: string) => applied(rollout({ kubernetes: { version } }), "general_0")["triggers"];
  expect(triggers("v1.36.2")).toEqual(triggers("v1.36.3"));
});

test("a server that is replaced is looked at again", () => {
  expect(applied(rollout(), "general_0")["triggers"]).toMatchObject({ server: "demo-general-0-id" });
});

test("the script knows the node, all the others, and whether a reboot is allowed", () => {
  const environment = (allow: boolean) => localExecOf(applied(rollout({}, allow), "general_0")).environment;
  expect(environment(false)).toMatchObject({
    NODE: "demo-general-0",
    MACHINE_TYPE: "worker",
    // The config is rendered for the nodes' way to the API, the script takes the operator's.
    NODE_ENDPOINT: "api.example.org",
    API_ENDPOINT: "demo.example.org",
    NODES: expect.stringContaining("local.nodes_") as string,
    ALLOW_REBOOT: "false",
    TIMEOUT: "5",
    PATIENCE: "60",
  });
  expect(environment(true)["ALLOW_REBOOT"]).toBe("true");
});
