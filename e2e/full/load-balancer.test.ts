import { setTimeout as sleep } from "node:timers/promises";
import type { ClusterFile } from "../../constructs/config/cluster";
import { CONTROL_PLANES } from "../lab/cluster";
import { inventory } from "../support/inventory";
import type { ClusterClient } from "../support/kubernetes";
import { OPERATOR } from "../lab/project";
import * as neutron from "../support/neutron";
import { servers } from "../support/nova";
import { useRun } from "../lab/run";
import { story } from "../support/story";
import { waitUntil } from "../support/wait";
import { addressIn } from "./support/addresses";
import { adopt } from "./support/adopt";
import { ApiCalls } from "./support/api-calls";
import { apply, applyWell } from "./support/apply";
import { Follower } from "./support/follow";
import { killed, unlock } from "./support/kill";
import { onLoadBalancer, power } from "./support/machines";
import { orphans } from "./support/orphans";
import { report, secondsSince } from "./support/report";

const STOPPED = CONTROL_PLANES[2] ?? "";
const CALLS = 200;

/** Asks HAProxy which of its servers are down until it names this one. */
const UNTIL_DOWN = `for i in $(seq 600); do python3 -c "
import socket
s = socket.socket(socket.AF_UNIX)
s.connect(\\"/run/haproxy/admin.sock\\")
s.sendall(b\\"show stat\\\\n\\")
print(s.makefile().read())" | grep -q "^kubernetes-api,${STOPPED},.*,DOWN," && exit 0; sleep 0.2; done; exit 1`;

describe("what goes through the load balancer goes on", () => {
  const tale = story();
  const { step, check } = tale;
  const run = useRun(tale);
  const held: (string | number)[][] = [];
  const failover: (string | number)[][] = [];
  const destroyed: (string | number)[][] = [];
  let file: ClusterFile;
  let client: ClusterClient;
  let watch: Follower;
  let log: Follower;
  let began: number;

  step("a cluster of three control planes and one worker, with a pod that prints", async () => {
    file = { ...run.file, workers: { general: { ...run.file.workers.general, count: 1 } } };
    await run.first.prepare(file);
    await applyWell(run.project, run.first);
    client = run.first.client();
    const status = '-o=jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}';
    const apiServers = ["get", "pods", "-n=kube-system", "--selector=component=kube-apiserver", status];
    expect(await client.kubectl(...apiServers)).toBe("True True True");
    // The file leaves out what would do this by itself.
    const requests = (await client.kubectl("get", "csr", "--output=name")).split("\n").filter((name) => name !== "");
    await client.kubectl("certificate", "approve", ...requests);
    const loop = "i=0; while true; do echo $i; i=$((i+1)); sleep 1; done";
    const image = "--image=docker.io/library/busybox:1";
    await client.kubectl("run", "printer", image, "--restart=Never", "--command", "--", "sh", "-c", loop);
    await waitUntil("the pod to print", 120, async () =>
      (await client.kubectl("logs", "printer")).startsWith("0\n") ? true : undefined,
    );
  });

  step("a watch and a followed log begin", async () => {
    began = Date.now();
    watch = new Follower(run.project, client, "get", "configmaps", "--watch", "--output=name");
    log = new Follower(run.project, client, "logs", "--follow", "printer");
    await log.shows((lines) => lines.length > 2 && lines[0] === "0");
    await watch.shows((lines) => lines.length > 0);
    await goOn("opened");
  });

  step("they survive a reload", async () => {
    await onLoadBalancer(run.project, "systemctl reload haproxy");
    await goOn("systemctl reload haproxy");
  });

  step("they survive a changed configuration", async () => {
    file = {
      ...file,
      access: { ...run.file.access, ingress: [`${OPERATOR}/32`] },
      loadBalancer: { ...run.file.loadBalancer, ingress: { pool: "general" } },
    };
    await run.first.synth(file);
    const { text } = await applyWell(run.project, run.first);
    expect(text).toContain("haproxy serves the new configuration");
    await goOn("apply with loadBalancer.ingress added");
    expect(log.lines).toEqual(log.lines.map((_, i) => String(i)));
    watch.end();
    log.end();
  });

  step("with a control plane stopped, every call succeeds once the health check has noticed", async () => {
    const calls = new ApiCalls(await neutron.floatingIp(run.project.cloud), client.kubeconfig);
    let noticed = false;
    const noticing = onLoadBalancer(run.project, UNTIL_DOWN).then(() => (noticed = true));
    const start = Date.now();
    await power(run.project.cloud, STOPPED, "stop");
    const before: boolean[] = [];
    let firstFailure: number | undefined;
    // A promise changes it.
    const isNoticed = () => noticed;
    while (!isNoticed()) {
      const good = await calls.call();
      if (!good) firstFailure ??= secondsSince(start);
      before.push(good);
      await sleep(100);
    }
    await noticing;
    failover.push(["health check has noticed, after the order to stop", `${secondsSince(start)}s`]);
    failover.push([
      "first failed call, after the order to stop",
      firstFailure === undefined ? "none" : `${firstFailure}s`,
    ]);
    failover.push(["calls until then: failed, of", `${before.filter((good) => !good).length}, of ${before.length}`]);
    const after: boolean[] = [];
    const callsBegan = Date.now();
    for (let i = 0; i < CALLS; i++) after.push(await calls.call());
    const failed = after.filter((good) => !good).length;
    failover.push(["calls from then on: failed, of", `${failed}, of ${CALLS}`]);
    failover.push(["time of these calls, one after the other", `${secondsSince(callsBegan)}s`]);
    expect(failed).toBe(0);
  });

  step("a destroy leaves nothing, with a control plane stopped", async () => {
    await destroy("one control plane of three stopped");
  });

  step("nor with nothing there but the network", async () => {
    await applyWell(run.project, run.first, [`-target=${addressIn(run.first, /_router_interface_v2\./)}`]);
    await destroy("an apply of the network only (-target)");
  });

  step("nor after an interrupted apply, once what the provider had given up is in the state", async () => {
    const { code } = await apply(run.project, run.first, [], ({ text }, tofu) => {
      if (text.includes("_compute_instance_v2.") && text.includes(": Creating...")) tofu.kill("SIGINT");
    });
    expect(code).toBe(1);
    const lost = await adoptLost();
    // The provider reads no server that Nova still builds.
    await waitUntil("the servers to be built", 120, async () =>
      [...(await servers(run.project.cloud)).values()].some(({ status }) => status === "BUILD") ? undefined : true,
    );
    await destroy("an apply ended by one Ctrl-C while servers were made", lost);
  });

  step("nor after a killed apply, once what OpenTofu had not stored is in the state", async () => {
    await killed(run.project, run.first, /null_resource\.talos_bootstrap \(local-exec\): waiting/, "all");
    await unlock(run.project, run.first);
    const lost = await adoptLost();
    await destroy("an apply killed (SIGKILL) while it waited for the Talos API", lost);
  });

  check("the report is written", () => {
    report(
      "load-balancer",
      file,
      "Three control planes and one worker. `kubectl get --watch` and `kubectl logs --follow` never connect anew: while they go on, their first connection is there.",
      { head: ["event", "after", "watch", "log", "processes of HAProxy"], rows: held },
      { head: [`${STOPPED} is stopped`, "measured"], rows: failover },
      { head: ["destroy after", "time", "left behind"], rows: destroyed },
    );
  });

  /** Both still show what happens now. */
  const goOn = async (event: string) => {
    const name = `after-${held.length}`;
    const seen = log.lines.length;
    await client.kubectl("create", "configmap", name);
    await watch.shows((lines) => lines.includes(`configmap/${name}`));
    await log.shows((lines) => lines.length > seen + 2);
    const processes = (await onLoadBalancer(run.project, "pgrep -c -x haproxy")).trim();
    held.push([
      event,
      `${secondsSince(began)}s`,
      "goes on",
      `goes on, ${log.lines.length} lines, none missing`,
      processes,
    ]);
  };

  /** Puts into the state what is not there, and says what that was. */
  const adoptLost = async () => {
    const lost = await orphans(run.project, run.before);
    await adopt(run.project, run.first);
    return lost.join(", ");
  };

  const destroy = async (state: string, adopted = "") => {
    const start = Date.now();
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    destroyed.push([
      state,
      `${secondsSince(start)}s`,
      adopted === "" ? "nothing" : `nothing, once npm run adopt had found this: ${adopted}`,
    ]);
    expect(await inventory(run.project.cloud)).toEqual(run.before);
  };
});
