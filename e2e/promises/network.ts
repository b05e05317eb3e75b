import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fqdnOf, WORKERS } from "../lab/cluster";
import type { LabProject } from "../lab/project";
import { routerReaches, serverReaches } from "../lab/reach";
import * as neutron from "../support/neutron";
import { servers } from "../support/nova";
import type { Story } from "../support/story";
import { waitUntil } from "../support/wait";
import { NODE_PORT, type Promised } from "./pods";

/** The pod network, as pods see it; and what of it is open to others. */
export function networkChecks({ check }: Story, promised: () => Promised, project: () => LabProject): void {
  const inPod = (...command: string[]) => promised().client.kubectl("exec", "client", "--", ...command);
  // The busybox of the lab ends in a fault when its wget has a time limit.
  const get = (host: string, port: number) =>
    inPod("sh", "-c", `printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 5 ${host} ${port}`);
  const nodes = () => neutron.nodeAddresses(project().cloud, WORKERS);

  check("a pod reaches a Service whose pod is on another node: by its name, and by its own node's port", async () => {
    expect(await get("web.default.svc.cluster.local", 80)).toContain("it works");
    const own = (await nodes())[WORKERS[1] ?? ""] ?? "";
    expect(await get(own, NODE_PORT)).toContain("it works");
  });

  check("a NetworkPolicy that lets nobody in does so on the other node too, until it goes", async () => {
    const { client, directory } = promised();
    const policy = join(directory, "policy.json");
    const spec = { podSelector: { matchLabels: { app: "web" } }, policyTypes: ["Ingress"] };
    const kind = { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: { name: "closed" } };
    writeFileSync(policy, JSON.stringify({ ...kind, spec }));
    await client.kubectl("apply", "-f", policy);
    const answer = () => get("web.default.svc.cluster.local", 80).catch(() => "");
    await waitUntil("the policy to deny", 30, async () => ((await answer()) === "" ? true : undefined));
    await client.kubectl("delete", "-f", policy);
    await waitUntil("the Service to answer again", 30, async () =>
      (await answer()).includes("it works") ? true : undefined,
    );
  });

  check("a node port that no access list names is open on the node itself, and closed to all others", async () => {
    const ids = await servers(project().cloud);
    const router = await neutron.routerId(project().cloud);
    const loadBalancer = [...ids].find(([name]) => name.endsWith("-lb"))?.[1].id ?? "";
    for (const [name, address] of Object.entries(await nodes())) {
      expect([name, serverReaches(ids.get(name)?.id ?? "", address, NODE_PORT)]).toEqual([name, true]);
      expect([name, serverReaches(loadBalancer, address, NODE_PORT)]).toEqual([name, false]);
      expect([name, routerReaches(router, address, NODE_PORT)]).toEqual([name, false]);
    }
  });

  check("pods resolve names of the cluster, and by the node's resolver those of the world outside", async () => {
    const service = await promised().client.kubectl("get", "service", "web", "-o", "jsonpath={.spec.clusterIP}");
    expect(await inPod("nslookup", "web.default.svc.cluster.local")).toContain(`Address: ${service}`);
    expect(await inPod("nslookup", fqdnOf(project()))).toContain(await neutron.floatingIp(project().cloud));
    await expect(inPod("nslookup", `nobody.${project().zone}`)).rejects.toThrow(/NXDOMAIN|can't find/);
  });
}
