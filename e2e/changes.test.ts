import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { CLUSTER, OTHER_NETWORK } from "./lab/cluster";
import { ended, prints } from "./support/commands";
import { type ClusterClient, isReady } from "./support/kubernetes";
import * as neutron from "./support/neutron";
import { servers } from "./support/nova";
import { becomeStranger, reaches, routerReaches, serverReaches, STRANGER } from "./lab/reach";
import { useRun } from "./lab/run";
import { LOCK_KEY } from "./lab/state";
import { story } from "./support/story";
import { waitUntil } from "./support/wait";

const [CONTROL_PLANE, OLD_WORKER, NEW_WORKER] = [
  `${CLUSTER}-control-plane-0`,
  `${CLUSTER}-general-0`,
  `${CLUSTER}-general-1`,
] as const;
const API_PORTS = [6443, 50000] as const;

/** What a plan would do, one address a line, without the null_resources whose scripts change nothing in the cloud. */
const planned = (text: string) =>
  Array.from(text.matchAll(/^ {2}# (openstack_\S+) (.+)$/gm), ([, address, what]) => `${address ?? ""} ${what ?? ""}`);

describe("a cluster that lives: interrupted, changed, closed to strangers", () => {
  const tale = story();
  const { step, check } = tale;
  const run = useRun(tale);
  let client: ClusterClient;
  let file: ReturnType<typeof smallCluster>;
  let ids: Record<string, string>;

  const smallCluster = () => ({
    ...run.file,
    controlPlane: { ...run.file.controlPlane, count: 1 },
    workers: { general: { ...run.file.workers.general, count: 1 } },
    patches: { ...run.file.patches, worker: [] as { machine: { sysctls: Record<string, string> } }[] },
  });
  const serverIds = async () =>
    Object.fromEntries(Array.from(await servers(run.project.cloud), ([name, { id }]) => [name, id]));
  const apply = async () => {
    await run.first.synth(file);
    const plan = planned(await run.first.tofu("plan", "-input=false"));
    await run.first.tofu("apply", "-input=false", "-auto-approve");
    return plan;
  };
  const nodeAddress = async (name: string) => (await neutron.nodeAddresses(run.project.cloud, [name]))[name] ?? "";

  step("the first apply is killed while it waits in the bootstrap", async () => {
    file = smallCluster();
    await run.first.prepare(file);
    const apply: ChildProcess = run.first.start("apply", "-input=false", "-auto-approve");
    await prints(apply, "talos_bootstrap (local-exec): waiting for");
    // The one that runs tofu; unshare and bash have made way for it.
    apply.kill("SIGKILL");
    expect((await ended(apply)).code).toBeNull();
  });

  step("the next apply completes it, once the lock of the dead one is removed", async () => {
    const secrets = run.first.read("talosconfig", CLUSTER, "secrets.yaml");
    const lock = JSON.parse(run.project.bucket.get(LOCK_KEY) ?? "{}") as { ID?: string };
    await run.first.tofu("force-unlock", "-force", lock.ID ?? "");
    await run.first.tofu("apply", "-input=false", "-auto-approve");
    expect(run.first.read("talosconfig", CLUSTER, "secrets.yaml")).toBe(secrets);
    client = run.first.client();
    const nodes = await client.nodes();
    expect([...nodes.values()].filter(isReady).map(({ metadata }) => metadata.name)).toEqual([
      CONTROL_PLANE,
      OLD_WORKER,
    ]);
    const { labels, taints } = run.file.workers.general;
    expect(nodes.get(OLD_WORKER)?.metadata.labels).toMatchObject(labels);
    expect(nodes.get(OLD_WORKER)?.spec.taints).toEqual(taints);
    const members = await client.talosctl("etcd", "members");
    expect(members.trim().split("\n")).toHaveLength(2); // a head and one member
    await run.first.expectNoDiff();
  });

  check("strangers find the APIs closed, on the load balancer and on the nodes", async () => {
    becomeStranger();
    const floating = await neutron.floatingIp(run.project.cloud);
    for (const port of API_PORTS) {
      expect([port, await reaches(floating, port)]).toEqual([port, true]);
      expect([port, await reaches(floating, port, STRANGER)]).toEqual([port, false]);
      // From outside there is no way to the nodes' addresses; who is routed into their network finds them closed.
      const router = await neutron.routerId(run.project.cloud);
      for (const node of [CONTROL_PLANE, OLD_WORKER]) {
        expect([node, port, routerReaches(router, await nodeAddress(node), port)]).toEqual([node, port, false]);
      }
    }
  });

  check(
    "etcd is closed to all but the control planes, and the Talos API of the load balancer to the nodes",
    async () => {
      ids = await serverIds();
      const address = await nodeAddress(CONTROL_PLANE);
      const worker = ids[OLD_WORKER] ?? "";
      const router = await neutron.routerId(run.project.cloud);
      // The same way of asking finds open what is open.
      expect(serverReaches(worker, address, 6443)).toBe(true);
      for (const port of [2379, 2380]) {
        expect([port, routerReaches(router, address, port)]).toEqual([port, false]);
        expect([port, serverReaches(worker, address, port)]).toEqual([port, false]);
        expect([port, serverReaches(ids[`${CLUSTER}-lb`] ?? "", address, port)]).toEqual([port, false]);
      }
      expect(serverReaches(worker, await neutron.floatingIp(run.project.cloud), 50000)).toBe(false);
    },
  );

  step("a worker more: one apply, and nothing else is touched", async () => {
    ids = await serverIds();
    file.workers.general.count = 2;
    const plan = await apply();
    expect(plan.map((line) => line.replace(/\.\S+/, ""))).toEqual([
      "openstack_compute_instance_v2 will be created",
      "openstack_networking_port_v2 will be created",
    ]);
    const nodes = await client.nodes();
    expect(isReady(nodes.get(NEW_WORKER))).toBe(true);
    expect(Object.keys(nodes.get(NEW_WORKER)?.metadata.labels ?? {})).toContain("node-role.kubernetes.io/worker");
    expect(await serverIds()).toMatchObject(ids);
    await run.first.expectNoDiff();
  });

  step("a patch more: one apply, in place, visible on the nodes that it is for", async () => {
    ids = await serverIds();
    file.patches.worker = [{ machine: { sysctls: { "vm.max_map_count": "262144" } } }];
    expect(await apply()).toEqual([]);
    for (const [node, found] of [
      [CONTROL_PLANE, false],
      [OLD_WORKER, true],
      [NEW_WORKER, true],
    ] as const) {
      const config = await client.talosctl("-n", await nodeAddress(node), "get", "machineconfig", "-o", "yaml");
      expect([node, config.includes("vm.max_map_count")]).toEqual([node, found]);
    }
    expect(await serverIds()).toEqual(ids);
    await run.first.expectNoDiff();
  });

  step("a patch that needs a reboot is refused, and says which way out there is", async () => {
    const before = file.patches.worker;
    file.patches.worker = [...before, { machine: { env: { GRPC_GO_LOG_SEVERITY_LEVEL: "info" } } } as never];
    await run.first.synth(file);
    const { code, text } = await run.first.attempt("apply", "-input=false", "-auto-approve");
    expect(code).toBe(1);
    expect(text).toMatch(/error: e2e-general-\d would reboot .*talos\.allowReboots: true/);
    file.patches.worker = before;
    await apply();
    await run.first.expectNoDiff();
  });

  step("another admin network and another ttl: one apply, in place", async () => {
    file.access = { ...file.access, kubernetesApi: [...file.access.kubernetesApi, OTHER_NETWORK] };
    file.dns = { ...file.dns, ttl: 60 };
    const plan = await apply();
    expect(plan.map((line) => line.replace(/\.\S+/, "")).sort()).toEqual([
      "openstack_dns_recordset_v2 will be updated in-place",
      "openstack_networking_secgroup_rule_v2 will be created",
    ]);
    const floating = await neutron.floatingIp(run.project.cloud);
    await waitUntil("the stranger is one no more", 30, async () =>
      (await reaches(floating, 6443, STRANGER)) ? true : undefined,
    );
    expect(await serverIds()).toEqual(ids);
  });

  step("a destroy with half of the cluster gone leaves nothing behind", async () => {
    const control = (await serverIds())[CONTROL_PLANE] ?? "";
    await run.project.cloud.send("DELETE", "compute", `/servers/${control}`);
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    expect(await servers(run.project.cloud)).toEqual(new Map());
    expect(readFileSync(run.project.commands.log, "utf8")).not.toContain("PRIVATE KEY");
  });
});
