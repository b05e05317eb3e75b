import { Resource } from "@cdktf/provider-null/lib/resource";
import { NodesReady, type NodesReadyProps } from "../../constructs/talos/nodes-ready";
import { clusterApi, node } from "../support/api";
import { localExecOf, nameOf, only, synth } from "../support/synth";

const json = (changes: Partial<NodesReadyProps> = {}) =>
  synth((stack) => {
    new NodesReady(stack, "ready", {
      api: clusterApi(stack, [node("control-plane"), node("general", 0), node("general", 1)]),
      servers: "a b c",
      talosconfigPath: "talos/talosconfig",
      cni: "cilium",
      timeoutSeconds: 5,
      dependsOn: [new Resource(stack, "bootstrap")],
      ...changes,
    });
  });
const nodesReady = (changes?: Partial<NodesReadyProps>) => only(json(changes), "null_resource", "ready");

test("the script knows the nodes and its bound", () => {
  expect(localExecOf(nodesReady()).environment).toMatchObject({
    NODES: expect.stringContaining("local.nodes_") as string,
    POD_NETWORK: "true",
    CNI: "cilium",
    TIMEOUT: "5",
  });
});

test("runs again when the cluster has other nodes or servers, and for nothing else", () => {
  expect(nodesReady()["triggers"]).toEqual({
    nodes: "demo-control-plane-0 demo-general-0 demo-general-1",
    servers: "a b c",
  });
  expect(nodesReady({ timeoutSeconds: 9 })["triggers"]).toEqual(nodesReady()["triggers"]);
});

test("comes after the bootstrap", () => {
  expect(nodesReady()["depends_on"]).toEqual([`null_resource.${nameOf(json(), "null_resource", "bootstrap")}`]);
});
