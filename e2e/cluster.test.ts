import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { serverCertificate, daysLeft, pem } from "./support/certificates";
import { Checkout } from "./lab/checkout";
import { CLUSTER, CONTROL_PLANES, fqdnOf, NODES, shippedFile, TALOS_IMAGE, WORKERS } from "./lab/cluster";
import { inventory } from "./support/inventory";
import { type ClusterClient, internalAddress, isReady } from "./support/kubernetes";
import * as neutron from "./support/neutron";
import { recordChoices } from "./lab/choices";
import { recordVersions } from "./lab/ran";
import { useRunOf } from "./lab/run";
import { needles, publicPlaces, search } from "./lab/secrets";
import { STATE_KEY } from "./lab/state";
import { auditChecks } from "./promises/audit";
import { confinementChecks } from "./promises/confinement";
import { kubeletChecks } from "./promises/kubelets";
import { networkChecks } from "./promises/network";
import { startPods } from "./promises/pods";
import { talosAccessChecks } from "./promises/talos-access";
import { story } from "./support/story";
import { waitUntil } from "./support/wait";

interface Kubeconfig {
  readonly clusters: readonly { cluster: { server: string; "certificate-authority-data": string } }[];
  readonly users: readonly { user: { "client-certificate-data": string } }[];
}

interface Talosconfig {
  readonly context: string;
  readonly contexts: Readonly<Record<string, { endpoints: string[]; nodes: string[]; ca: string; crt: string }>>;
}

const readKubeconfig = (path: string) => parse(readFileSync(path, "utf8")) as Kubeconfig;
const readTalosconfig = (path: string) => parse(readFileSync(path, "utf8")) as Talosconfig;

describe("the shipped file: from nothing to a cluster that keeps its promises", () => {
  const tale = story();
  const { step, check } = tale;
  const run = useRunOf(shippedFile, tale);
  let client: ClusterClient;

  step("one apply brings up 3 control planes and 2 workers", async () => {
    await run.first.prepare(run.file);
    await run.first.tofu("apply", "-input=false", "-auto-approve");
    client = run.first.client();
  });

  check("kubectl lists five Ready nodes, by the cluster's name, with the addresses of their ports", async () => {
    const nodes = await client.nodes();
    const addresses = await neutron.nodeAddresses(run.project.cloud, NODES);
    expect([...nodes.keys()].sort()).toEqual([...NODES].sort());
    expect(NODES.filter((name) => !isReady(nodes.get(name)))).toEqual([]);
    expect(Object.fromEntries(NODES.map((name) => [name, internalAddress(nodes.get(name))]))).toEqual(addresses);
    const kubeconfig = readKubeconfig(client.kubeconfig);
    expect(kubeconfig.clusters.map(({ cluster }) => cluster.server)).toEqual([`https://${fqdnOf(run.project)}:6443`]);
    process.stdout.write(await client.kubectl("get", "nodes", "-o", "wide"));
  });

  check("every node has its role", async () => {
    const nodes = await client.nodes();
    for (const name of NODES) {
      const role = `node-role.kubernetes.io/${WORKERS.includes(name) ? "worker" : "control-plane"}`;
      expect(Object.keys(nodes.get(name)?.metadata.labels ?? {})).toContain(role);
    }
  });

  check("talosctl reaches every node with the written talosconfig, through the load balancer", async () => {
    const config = readTalosconfig(client.talosconfig);
    const addresses = await neutron.nodeAddresses(run.project.cloud, NODES);
    expect(config.contexts[config.context]).toMatchObject({
      endpoints: [fqdnOf(run.project)],
      nodes: CONTROL_PLANES.map((name) => addresses[name]),
    });
    expect((await client.talosctl("version", "--short")).match(/NODE:/g)).toHaveLength(CONTROL_PLANES.length);
    for (const name of NODES) {
      expect(await client.talosctl("-n", addresses[name] ?? "", "get", "hostname")).toContain(name);
    }
  });

  check("the certificates of 6443 and 50000 carry the load balancer's address and the cluster's name", async () => {
    const address = await neutron.floatingIp(run.project.cloud);
    const kubernetesCa = readKubeconfig(client.kubeconfig).clusters[0]?.cluster["certificate-authority-data"];
    const talos = readTalosconfig(client.talosconfig);
    for (const [port, ca] of [
      [6443, kubernetesCa],
      [50000, talos.contexts[talos.context]?.ca],
    ] as const) {
      const certificate = await serverCertificate(address, port, pem(ca ?? ""));
      expect(certificate.checkHost(fqdnOf(run.project))).toBe(fqdnOf(run.project));
      expect(certificate.checkIP(address)).toBe(address);
    }
  });

  check("the administrator's certificate ends in 90 days, and only its owner can read the files", () => {
    const certificate = readKubeconfig(client.kubeconfig).users[0]?.user["client-certificate-data"];
    expect(Math.abs(daysLeft(certificate ?? "") - 90)).toBeLessThan(0.1);
    for (const path of [client.kubeconfig, client.talosconfig]) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  check("neither state, cdktf.out nor any log holds a secret, the clients' keys included", () => {
    const secrets = [
      ...needles(run.first.read("talosconfig", CLUSTER, "secrets.yaml")),
      ...needles(readFileSync(client.talosconfig, "utf8"), (path) => path.endsWith(".key")),
      ...needles(readFileSync(client.kubeconfig, "utf8"), (path) => path.endsWith("client-key-data")),
    ];
    expect(new Set(secrets.map(({ what }) => what.replace(/.*\./, "")))).toContain("client-key-data");
    expect(search(publicPlaces(run.project, run.first), secrets)).toEqual([]);
  });

  const promised = () => ({ client, directory: run.project.directory });
  const project = () => run.project;
  startPods(tale, promised);
  kubeletChecks(tale, promised);
  networkChecks(tale, promised, project);
  confinementChecks(tale, promised, project);
  auditChecks(tale, promised, project);
  talosAccessChecks(tale, promised, project);

  check("what it runs is written down, for docs/reports/tested.md and choices.md", async () => {
    await recordVersions(client, run.first.stack, run.file);
    recordChoices("cluster", run.file);
  });

  step("applied again at once, there is no difference", () => run.first.expectNoDiff());

  step("a fresh clone with nothing but the state sees no difference", async () => {
    const clone = new Checkout(run.project, "clone");
    await clone.prepare(run.file);
    await clone.expectNoDiff();
    expect(existsSync(clone.talosconfigDir)).toBe(false);
  });

  step("with secrets.yaml in it, the restore command brings back a kubeconfig that works", async () => {
    const clone = new Checkout(run.project, "restored");
    await clone.prepare(run.file);
    mkdirSync(clone.talosconfigDir, { recursive: true, mode: 0o700 });
    copyFileSync(join(run.first.talosconfigDir, "secrets.yaml"), join(clone.talosconfigDir, "secrets.yaml"));
    const text = await run.project.commands.run("npm", ["run", "access"], { cwd: clone.directory });
    expect(text).toMatch(/kubeconfig expires .*\((89|90) days\)/);
    const nodes = await clone.client().nodes();
    expect(nodes.size).toBe(NODES.length);
    await clone.expectNoDiff();
  });

  check("etcd has the three control planes as voting members", async () => {
    // Talos adds one member at a time, and lets each learn for a minute or two before it votes.
    await waitUntil("three voting members of etcd", 400, async () => {
      const members = await client.talosctl("-n", await firstAddress(), "etcd", "members");
      const voters = members.split("\n").filter((line) => /\sfalse\s*$/.test(line));
      return CONTROL_PLANES.every((name) => voters.some((line) => line.includes(name))) ? voters : undefined;
    });
  });

  step("a destroy that protection lets pass leaves nothing behind but the image, which is kept", async () => {
    await run.first.tofu("destroy", "-input=false", "-auto-approve", "-var=protect=false", "-suppress-forget-errors");
    const images = [...(run.before["images"] ?? []), TALOS_IMAGE].sort();
    expect(await inventory(run.project.cloud)).toEqual({ ...run.before, images });
    expect(JSON.parse(run.project.bucket.get(STATE_KEY) ?? "")).toMatchObject({ resources: [] });
  });

  const firstAddress = async () => {
    const addresses = await neutron.nodeAddresses(run.project.cloud, CONTROL_PLANES);
    return addresses[`${CLUSTER}-control-plane-0`] ?? "";
  };
});
