import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import type { Checkout } from "../lab/checkout";
import { CLUSTER, fqdnOf } from "../lab/cluster";
import { OPERATOR } from "../lab/project";
import { useRun } from "../lab/run";
import { pem, serverCertificate } from "../support/certificates";
import { inventory } from "../support/inventory";
import { ClusterClient, isReady } from "../support/kubernetes";
import * as neutron from "../support/neutron";
import { story } from "../support/story";
import { apply, applyWell } from "./support/apply";
import { type ExistingNetwork, existingNetwork } from "./support/existing-network";
import { OctaviaLoadBalancer } from "./support/octavia";
import { report } from "./support/report";

const NODES = [`${CLUSTER}-control-plane-0`, `${CLUSTER}-general-0`];
/** Without it, nodes find each other by nothing but the API's address. */
const NO_DISCOVERY = { cluster: { discovery: { enabled: false } } };
const PASS_ON = /null_resource\.load_balancer \(local-exec\): +port (\d+) to (.+)/;

describe("kinds: an API without a name, and a load balancer of somebody else", () => {
  const tale = story();
  const { step, check } = tale;
  const run = useRun(tale);
  const rows: (string | number)[][] = [];
  let network: ExistingNetwork;
  let unnamed: ClusterFile;
  let file: ClusterFile;
  let client: ClusterClient;
  let front: OctaviaLoadBalancer;

  /** One control plane and one worker in a network that exists, discovery off, open to this machine alone. */
  const smallCluster = (changes: Partial<ClusterFile>): ClusterFile => ({
    ...run.file,
    network: { name: network.name, cidr: network.cidr },
    controlPlane: { ...run.file.controlPlane, count: 1 },
    workers: { general: { ...run.file.workers.general, count: 1 } },
    patches: { global: [...run.file.patches.global, NO_DISCOVERY] },
    ...changes,
  });
  const clientOf = (checkout: Checkout, name: string) =>
    new ClusterClient(run.project.commands, {
      kubeconfig: join(checkout.kubeconfigsDir, `kubeconfig-${name}`),
      talosconfig: join(checkout.talosconfigDir, "talosconfig"),
    });
  const expectReady = async () => {
    const nodes = await client.nodes();
    expect([...nodes.keys()].sort()).toEqual(NODES);
    expect(NODES.filter((name) => !isReady(nodes.get(name)))).toEqual([]);
  };

  describe("dns.kind none, with a floating IP on an existing network", () => {
    let address: string;

    step("a network with a router is there already", async () => {
      network = await existingNetwork(run.project.cloud, "team", OPERATOR);
    });

    step("one apply brings up the nodes, which join with discovery off", async () => {
      unnamed = smallCluster({
        domain: undefined,
        dns: { kind: "none" },
        loadBalancer: { ...run.file.loadBalancer, floatingIpPool: "external" },
      });
      await run.first.prepare(unnamed);
      const { seconds } = await applyWell(run.project, run.first);
      client = clientOf(run.first, CLUSTER);
      address = await neutron.floatingIp(run.project.cloud);
      await expectReady();
      rows.push(["`dns.kind: none`, floating IP on an existing network", "Ready", seconds]);
    });

    check("kubeconfig, talosconfig and both certificates carry the address", async () => {
      const view = JSON.parse(await client.kubectl("config", "view", "--raw", "-o", "json")) as {
        clusters: { cluster: { server: string; "certificate-authority-data": string } }[];
      };
      const cluster = view.clusters[0]?.cluster;
      expect(cluster?.server).toBe(`https://${address}:6443`);
      const certificate = await serverCertificate(address, 6443, pem(cluster?.["certificate-authority-data"] ?? ""));
      expect(certificate.checkIP(address)).toBe(address);
      expect(await client.talosctl("config", "info")).toContain(address);
      expect(await client.talosctl("version", "--short")).toContain("NODE:");
    });

    step("there is no difference, and the restore command gives access by the address", async () => {
      await run.first.expectNoDiff();
      const text = await run.project.commands.run("npm", ["run", "access"], { cwd: run.first.directory });
      expect(text).toMatch(/kubeconfig expires/);
      await expectReady();
    });

    step("a destroy leaves nothing behind but the network", async () => {
      await run.first.tofu("destroy", "-input=false", "-auto-approve");
      await network.delete();
      expect(await inventory(run.project.cloud)).toEqual(run.before);
    });
  });

  describe("loadBalancer.kind external, Octavia in front", () => {
    step("somebody makes a load balancer that has no backends yet", async () => {
      network = await existingNetwork(run.project.cloud, "team", OPERATOR);
      front = await OctaviaLoadBalancer.create(run.project.cloud, "front", network.subnetId);
      await front.listen(6443, 50000);
    });

    step("the apply says which backends it wants; they are added; the nodes become Ready", async () => {
      file = smallCluster({
        loadBalancer: {
          kind: "external",
          addresses: [front.publicAddress],
          nodeAddress: front.address,
          sources: [network.cidr],
        },
      });
      await run.first.prepare(file);
      const wanted: [number, readonly string[]][] = [];
      let adding = Promise.resolve();
      const applied = await apply(run.project, run.first, [], ({ text }) => {
        const [, port, backends] = PASS_ON.exec(text) ?? [];
        if (port === undefined || backends === undefined) return;
        wanted.push([Number(port), backends.split(", ")]);
        adding = adding.then(() => front.add(Number(port), backends.split(", ")));
      });
      await adding;
      expect(applied).toMatchObject({ code: 0 });
      const addresses = await neutron.nodeAddresses(run.project.cloud, NODES);
      const controlPlane = addresses[NODES[0] ?? ""] ?? "";
      expect(wanted).toEqual([6443, 50000].map((port) => [port, [`${controlPlane}:${port}`]]));
      client = clientOf(run.first, fqdnOf(run.project));
      await expectReady();
      rows.push(["`loadBalancer.kind: external`, Octavia in front", "Ready", applied.seconds]);
    });

    check("the program has no server of its own beside the nodes", async () => {
      const { servers } = await inventory(run.project.cloud);
      expect(servers).toEqual(NODES);
    });

    step("there is no difference, and a destroy leaves what is not the program's", async () => {
      await run.first.expectNoDiff();
      await run.first.tofu("destroy", "-input=false", "-auto-approve");
      await front.delete();
      await network.delete();
      expect(await inventory(run.project.cloud)).toEqual(run.before);
    });
  });

  afterAll(() => {
    if (!tale.passed()) return;
    report(
      "kinds",
      [unnamed, file],
      "One control plane and one worker each; discovery is off, and the access lists name the operator only.",
      {
        head: ["cluster", "nodes", "apply, in seconds"],
        rows,
      },
    );
  });
});
