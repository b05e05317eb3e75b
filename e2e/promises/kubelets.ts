import { NODES } from "../lab/cluster";
import type { Story } from "../support/story";
import { waitUntil } from "../support/wait";
import type { Promised } from "./pods";

interface Requests {
  readonly items: readonly {
    readonly spec: { readonly signerName: string; readonly username: string };
    readonly status: { readonly certificate?: string };
  }[];
}

/** What the approver and metrics-server are shipped for: the kubelets' own certificates, and what needs them. */
export function kubeletChecks({ check }: Story, promised: () => Promised): void {
  check("the cluster's CA has signed a serving certificate for every kubelet", async () => {
    const requests = JSON.parse(await promised().client.kubectl("get", "csr", "-o", "json")) as Requests;
    const signed = requests.items
      .filter(({ spec, status }) => spec.signerName === "kubernetes.io/kubelet-serving" && status.certificate)
      .map(({ spec }) => spec.username);
    expect([...new Set(signed)].sort()).toEqual(NODES.map((name) => `system:node:${name}`).sort());
  });

  check("kubectl logs and exec reach pods of another node", async () => {
    expect(await promised().client.kubectl("logs", "client")).toBe("ready\n");
    expect(await promised().client.kubectl("exec", "web", "--", "hostname")).toBe("web\n");
  });

  check("kubectl top shows every node, by metrics-server that verifies the kubelets", async () => {
    const { client } = promised();
    const lines = await waitUntil("figures of every node", 120, async () => {
      const table = (await client.kubectl("top", "nodes", "--no-headers")).trim().split("\n");
      return table.length === NODES.length ? table : undefined;
    });
    expect(lines.map((line) => line.split(/\s+/)[0]).sort()).toEqual([...NODES].sort());
    for (const line of lines) expect(line).toMatch(/^\S+ +\d+m +\d+% +\d+Mi +\d+% *$/);
  });
}
