import { MachineConfigs } from "../../constructs/talos/machine-configs";
import { TalosSecrets } from "../../constructs/talos/talos-secrets";
import { pool } from "../support/clusters";
import { all, config, localExecOf, only, synth } from "../support/synth";

function machineConfigs(node?: string) {
  const cluster = config({ workers: { controlplane: pool(), general: pool({ labels: { "example.org/a": "b" } }) } });
  return synth((stack) => {
    const directory = "talosconfig";
    const secrets = new TalosSecrets(stack, "secrets", { cluster: "demo", directory, contract: "v1.13" });
    const made = new MachineConfigs(stack, "configs", {
      config: cluster,
      secrets,
      endpointHost: "demo.k8s.example.org",
      certificateNames: ["192.0.2.10", "demo.k8s.example.org"],
      directory,
    });
    if (node !== undefined) made.of(node);
  });
}

test("there is one for each node, also of a pool that is called like a role", () => {
  const names = Object.keys(all(machineConfigs(), "null_resource")).filter((name) => name.startsWith("configs_"));
  expect(names).toHaveLength(7);
});

test("certificates carry the names and addresses that were given", () => {
  const { environment } = localExecOf(only(machineConfigs(), "null_resource", "configs_general_0"));
  expect(environment["SANS"]).toBe("192.0.2.10,demo.k8s.example.org");
});

test("what the nodes of a role share stands in the JSON once", () => {
  const json = machineConfigs();
  const shared = Object.keys(json.locals ?? {}).filter((name) => name.includes("role-patches"));
  expect(shared).toHaveLength(2);
  for (const node of ["general_0", "general_1", "controlplane_0"]) {
    const { environment } = localExecOf(only(json, "null_resource", `configs_${node}`));
    expect(environment["ROLE_PATCHES"]).toBe(`\${local.${shared.find((name) => name.includes("worker")) ?? ""}}`);
  }
});

test("what is a pool's own reaches its nodes only", () => {
  const patches = (node: string) =>
    localExecOf(only(machineConfigs(), "null_resource", `configs_${node}`)).environment["NODE_PATCHES"];
  expect(patches("general_1")).toContain('"nodeLabels":{"example.org/a":"b"}');
  expect(patches("controlplane_1")).not.toContain("nodeLabels");
});

test("fails when asked for a node that the cluster has not", () => {
  expect(() => machineConfigs("demo-general-2")).toThrow("the cluster has no node demo-general-2");
});
