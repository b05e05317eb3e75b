import { Resource } from "@cdktf/provider-null/lib/resource";
import { NodesReady, type NodesReadyProps } from "../../constructs/talos/nodes-ready";
import { localExecOf, only, synth } from "../support/synth";

const nodesReady = (changes: Partial<NodesReadyProps> = {}) =>
  only(
    synth((stack) => {
      new NodesReady(stack, "nodes", {
        access: {
          cluster: "demo",
          apiEndpoint: "demo.example.org",
          secretsFile: "secrets.yaml",
          contract: "v1.13",
          controlPlaneAddresses: ["10.0.0.11"],
        },
        controlPlanes: ["cp-0"],
        workers: ["w-0", "w-1"],
        servers: "a b c",
        talosconfigDir: "talos",
        cni: { kind: "cilium", waitForReady: true },
        timeoutSeconds: 5,
        dependsOn: [new Resource(stack, "bootstrap")],
        ...changes,
      });
    }),
    "null_resource",
    "nodes",
  );

test("waits for every node, and labels the workers only", () => {
  expect(localExecOf(nodesReady()).environment).toMatchObject({
    CONTROL_PLANE_NODES: "cp-0",
    WORKERS: "w-0 w-1",
    CNI: "cilium",
    WAIT: "true",
    TIMEOUT: "5",
  });
});

test("runs again when the cluster has other nodes or servers, and for nothing else", () => {
  expect(nodesReady()["triggers"]).toEqual({ nodes: "cp-0 w-0 w-1", servers: "a b c" });
  expect(nodesReady({ timeoutSeconds: 9 })["triggers"]).toEqual(nodesReady()["triggers"]);
});

test("comes after the bootstrap", () => {
  expect(nodesReady()["depends_on"]).toEqual(["null_resource.bootstrap"]);
});
