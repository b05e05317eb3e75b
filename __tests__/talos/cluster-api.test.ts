import { TerraformStack } from "cdktf";
import { apiEnvironment, nodeRow } from "../../constructs/talos/cluster-api";
import { clusterApi, node } from "../support/api";
import { newApp, resolve, synth } from "../support/synth";

const NODES = [node("control-plane"), node("general")];

test("the table of nodes stands in the JSON once, a line for each node", () => {
  const { locals = {} } = synth((stack) => {
    clusterApi(stack, NODES);
  });
  const tables = Object.entries(locals).filter(([name]) => name.startsWith("nodes_"));
  expect(tables.map(([, table]) => table)).toEqual([
    [
      "demo-control-plane-0 controlplane control-plane demo-control-plane-0-address",
      "demo-general-0 worker general demo-general-0-address",
    ],
  ]);
});

test("scripts get the table by a reference, and how to reach the cluster", () => {
  const stack = new TerraformStack(newApp(), "test");
  expect(resolve(stack, clusterApi(stack, NODES, false).environment)).toEqual({
    CLUSTER: "demo",
    API_ENDPOINT: "demo.example.org",
    SECRETS: "talosconfig/secrets.yaml",
    TALOS_CONTRACT: "v1.13",
    NODES: expect.stringMatching(/^\$\{join\("\\n", local\.nodes_\w+\)\}$/) as string,
    POD_NETWORK: "false",
  });
});

// Linux passes 128 KiB of one variable to a script.
test("a thousand nodes with the longest names fit into one variable", () => {
  const name = "n".repeat(63);
  const row = nodeRow({ name, machineType: "worker", pool: "p".repeat(40), address: "255.255.255.255" });
  const table = Array.from({ length: 1000 }, () => row).join("\n");
  const { NODES: value = "" } = apiEnvironment({
    cluster: "demo",
    endpoint: "demo.example.org",
    secretsFile: "secrets.yaml",
    contract: "v1.13",
    table,
    podNetwork: true,
  });
  expect(value.length).toBeLessThan(128 * 1024);
});
