import { Resource } from "@cdktf/provider-null/lib/resource";
import { ConfigRollout } from "../../constructs/talos/config-rollout";
import { MachineConfigs } from "../../constructs/talos/machine-configs";
import { TalosSecrets } from "../../constructs/talos/secrets";
import type { ClusterConfig } from "../../constructs/config/schema";
import { pool } from "../support/clusters";
import { all, config, localExecOf, only, type StackJson, synth } from "../support/synth";

function rollout(changes: Partial<ClusterConfig> = {}, allowReboots = false): StackJson {
  const cluster = config({ workers: { general: pool() }, ...changes });
  return synth((stack) => {
    const directory = "talosconfig";
    const secrets = new TalosSecrets(stack, "secrets", { cluster: cluster.name, directory, contract: "v1.13" });
    const configs = new MachineConfigs(stack, "configs", {
      config: cluster,
      secrets,
      endpointHost: "demo.k8s.example.org",
      certificateNames: [],
      directory,
    });
    const nodes = [cluster.controlPlane, ...cluster.workers].flatMap((of) => of.nodes.map(({ name }) => name));
    new ConfigRollout(stack, "rollout", {
      access: {
        cluster: cluster.name,
        apiEndpoint: cluster.fqdn,
        secretsFile: secrets.file,
        contract: "v1.13",
        controlPlaneAddresses: ["10.0.0.11"],
      },
      nodes: nodes.map((name) => ({ config: configs.of(name), address: `${name}-address`, serverId: `${name}-id` })),
      allowReboots,
      directory,
      timeoutSeconds: 5,
      dependsOn: [new Resource(stack, "ready")],
    });
  });
}

const applied = (json: StackJson, node: string) => only(json, "null_resource", `configs_${node}_applied`);

test("each node has its turn, in a block beside its rendered config", () => {
  const names = Object.keys(all(rollout(), "null_resource")).filter((name) => name.includes("_applied_"));
  expect(names).toHaveLength(5);
});

test("control planes come after the cluster is ready, workers after the control planes", () => {
  const json = rollout();
  const name = (node: string) => expect.stringContaining(`configs_${node}_applied`) as string;
  expect(applied(json, "control-plane_0")["depends_on"]).toEqual(["null_resource.ready"]);
  expect(applied(json, "general_1")["depends_on"]).toEqual([0, 1, 2].map((index) => name(`control-plane_${index}`)));
});

test("a changed config comes to the node, and only to those that it concerns", () => {
  const triggers = (changes: Partial<ClusterConfig>, node: string) => applied(rollout(changes), node)["triggers"];
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

test("the script knows the node, who has the turn, and whether a reboot is allowed", () => {
  const environment = (allow: boolean) => localExecOf(applied(rollout({}, allow), "general_0")).environment;
  expect(environment(false)).toMatchObject({
    NODE: "demo-general-0",
    ADDRESS: "demo-general-0-address",
    MACHINE_TYPE: "worker",
    ALLOW_REBOOT: "false",
    TURN: "talosconfig/.rollout",
    TIMEOUT: "5",
  });
  expect(environment(true)["ALLOW_REBOOT"]).toBe("true");
});
