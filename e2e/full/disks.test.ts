import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { CLUSTER } from "../lab/cluster";
import { OPERATOR } from "../lab/project";
import { useRun } from "../lab/run";
import { publicPlaces, search } from "../lab/secrets";
import { inventory } from "../support/inventory";
import { type ClusterClient, isReady, type Node } from "../support/kubernetes";
import * as neutron from "../support/neutron";
import { servers, userData } from "../support/nova";
import { story } from "../support/story";
import { waitUntil } from "../support/wait";
import { applyWell } from "./support/apply";
import { clientInHeader, HEADER_POD, headerService } from "./support/proxy-protocol";
import { report } from "./support/report";
import { serveTexts, type TextServer } from "./support/text-server";
import { volumes } from "./support/volumes";
import { makeZones, removeZones, ZONES } from "./support/zones";

const CONTROL_PLANE = `${CLUSTER}-control-plane-0`;
const GENERAL = `${CLUSTER}-general-0`;
const STORAGE = `${CLUSTER}-storage-0`;
const LOAD_BALANCER = `${CLUSTER}-lb`;
const NODES = [CONTROL_PLANE, GENERAL, STORAGE];
const ROOT_VOLUME = { sizeGiB: 10, type: "__DEFAULT__" };
const IMAGE = randomBytes(65536);
const PASSWORD = randomBytes(16).toString("hex");
const sha256 = (of: Buffer | string) => createHash("sha256").update(of).digest("hex");
/** A patch whose traces are at the node: one annotation of its own, and one that the patches after it write again. */
const annotate = (by: string) => ({
  machine: { nodeAnnotations: { [`example.org/${by}`]: "yes", "example.org/last": by } },
});

describe("disks, zones and pools: what a large cloud's cluster file has", () => {
  const tale = story();
  const { step, check } = tale;
  const run = useRun(tale);
  let texts: TextServer | undefined;
  let file: ClusterFile;
  let client: ClusterClient;
  let nodes: Map<string, Node>;
  let seconds: number;

  step("the cloud has two zones more; manifests, an image and a secret patch lie ready", async () => {
    await makeZones(run.project.admin);
    texts = await serveTexts({ "pinned.yaml": HEADER_POD, "extra.yaml": headerService(30081, 30444) });
    const { directory } = run.first;
    writeFileSync(join(directory, "talos.img"), IMAGE);
    mkdirSync(join(directory, "own"));
    writeFileSync(join(directory, "own", "global.yaml"), JSON.stringify(annotate("file")));
    writeFileSync(
      join(directory, "own", "secret.yaml"),
      JSON.stringify({
        machine: {
          registries: { config: { "registry.example.org": { auth: { username: "a", password: PASSWORD } } } },
        },
      }),
    );
    file = wanted();
  });

  step("one apply brings up three nodes in their zones, on their disks", async () => {
    await run.first.prepare(file);
    ({ seconds } = await applyWell(run.project, run.first));
    client = run.first.client();
    nodes = await client.nodes();
    expect([...nodes.keys()].sort()).toEqual(NODES);
    expect(NODES.filter((name) => !isReady(nodes.get(name)))).toEqual([]);
  });

  check("each server is in its zone, and boots from what the file says", async () => {
    const all = await servers(run.project.cloud);
    const seen = [...all.values()].map((server) => [
      server.name,
      server["OS-EXT-AZ:availability_zone"],
      server.image === "" ? "volume" : "local disk",
    ]);
    expect(seen.sort()).toEqual([
      [CONTROL_PLANE, ZONES.first, "volume"],
      [GENERAL, ZONES.usual, "volume"],
      [LOAD_BALANCER, ZONES.second, "volume"],
      [STORAGE, ZONES.second, "local disk"],
    ]);
  });

  check("the volumes have their size and zone, and are at their servers", async () => {
    const all = await servers(run.project.cloud);
    const nameOf = (id: string | undefined) => [...all.values()].find((server) => server.id === id)?.name;
    const seen = (await volumes(run.project.cloud)).map(
      ({ name, size, availability_zone: zone, attachments, bootable }) =>
        [name, size, zone, nameOf(attachments[0]?.server_id), bootable].join(" "),
    );
    expect(seen.sort()).toEqual(
      [
        ` 10 nova ${CONTROL_PLANE} true`,
        ` 10 nova ${GENERAL} true`,
        ` 10 nova ${LOAD_BALANCER} true`,
        `${GENERAL}-cache 1 nova ${GENERAL} false`,
        `${STORAGE}-data 2 nova ${STORAGE} false`,
        `${STORAGE}-scratch 1 nova ${STORAGE} false`,
      ].sort(),
    );
  });

  check("the image is the file, byte for byte", async () => {
    const { images } = await run.project.cloud.get<{ images: { size: number; os_hash_value: string }[] }>(
      "image",
      "/v2/images?os_distro=talos",
    );
    const hash = createHash("sha512").update(IMAGE).digest("hex");
    expect(images).toEqual([expect.objectContaining({ size: IMAGE.length, os_hash_value: hash })]);
  });

  check("patches take effect in their order: global, role, pool, node", () => {
    const annotations = (name: string) =>
      Object.fromEntries(
        Object.entries(nodes.get(name)?.metadata.annotations ?? {}).filter(([key]) => key.startsWith("example.org/")),
      );
    const written = (...by: string[]) =>
      Object.fromEntries([
        ...by.map((one) => [`example.org/${one}`, "yes"]),
        ["example.org/last", by.at(-1)],
      ]) as Record<string, string>;
    expect(annotations(CONTROL_PLANE)).toEqual(written("file", "control-plane", "control-plane-pool"));
    expect(annotations(GENERAL)).toEqual(written("file", "worker", "general-pool", "node"));
    expect(annotations(STORAGE)).toEqual({ ...written("file", "worker"), "example.org/owner": "storage team" });
  });

  check("labels and taints of the pools are at the nodes, and pods may run on the control plane", () => {
    expect(nodes.get(STORAGE)?.metadata.labels).toMatchObject({ "example.org/disk": "fast" });
    expect(nodes.get(STORAGE)?.spec.taints).toEqual([
      { key: "example.org/storage", value: "yes", effect: "NoSchedule" },
    ]);
    expect(nodes.get(CONTROL_PLANE)?.spec.taints ?? []).toEqual([]);
  });

  check("what a secret patch says is in the machine configs, and nowhere else", async () => {
    const all = await servers(run.project.cloud);
    for (const name of NODES) {
      expect(await userData(run.project.admin, all.get(name)?.id ?? "")).toContain(PASSWORD);
    }
    expect(search(publicPlaces(run.project, run.first), [{ what: "the password", text: PASSWORD }])).toEqual([]);
  });

  check("the pinned manifest was fetched by the operator, the other one by the control plane", () => {
    const askers = (path: string) => (texts?.asked ?? []).filter((one) => one.path === path).map(({ by }) => by);
    expect(new Set(askers("pinned.yaml"))).toEqual(new Set([OPERATOR]));
    expect(askers("extra.yaml").some((by) => by !== OPERATOR)).toBe(true);
  });

  check("an ingress controller learns each client's address by the PROXY protocol, on both ports", async () => {
    const address = await neutron.floatingIp(run.project.cloud);
    await client.wait(120, "--for=condition=Ready", "pod/header");
    for (const port of [80, 443]) {
      const seen = await waitUntil(`port ${port} to reach the pod`, 60, () => clientInHeader(address, port));
      expect(seen).toBe(OPERATOR);
    }
  });

  check("the tag is at what can have one", async () => {
    const tagged = async (kind: string) =>
      (
        await run.project.cloud.get<Record<string, { tags: string[] }[]>>(
          "network",
          `/v2.0/${kind}?project_id=${run.project.cloud.projectId}`,
        )
      )[kind]?.filter(({ tags }) => tags.includes("team-a")).length;
    expect(await tagged("ports")).toBeGreaterThanOrEqual(4);
    expect(await tagged("networks")).toBe(1);
    expect(await tagged("floatingips")).toBe(1);
  });

  step("there is no difference", () => run.first.expectNoDiff());

  step("a destroy of the protected cluster is refused, and everything is still there", async () => {
    const before = await inventory(run.project.cloud);
    const { code, text } = await run.first.attempt("destroy", "-input=false", "-auto-approve");
    expect(code).toBe(1);
    expect(text).toContain("protected_unless_var_protect_is_false");
    expect(await inventory(run.project.cloud)).toEqual(before);
  });

  step("with -var protect=false it goes, but for the volume that the file keeps", async () => {
    const end = ["destroy", "-input=false", "-auto-approve", "-var", "protect=false", "-suppress-forget-errors"];
    await run.first.tofu(...end);
    const kept = [`${GENERAL}-cache`, `${STORAGE}-data`];
    expect(await inventory(run.project.cloud)).toEqual({ ...run.before, volumes: kept });
    for (const { id } of await volumes(run.project.cloud)) {
      await run.project.cloud.send("DELETE", "volumev3", `/volumes/${id}`);
    }
  });

  step("what ran is written down", () => {
    report(
      "disks",
      file,
      "One control plane and two pools of one worker, in three availability zones; root volumes, data volumes, an image from a file, patches of every kind.",
      { head: ["cluster", "nodes", "apply, in seconds"], rows: [["disks and zones", "Ready", seconds]] },
    );
  });

  afterAll(async () => {
    texts?.close();
    if (tale.passed()) await removeZones(run.project.admin);
  });

  const wanted = (): ClusterFile => ({
    ...run.file,
    protect: true,
    openstack: { project: run.project.name, region: "RegionOne", serverGroupSize: 1, tags: ["team-a"] },
    image: { file: "talos.img", sha256: sha256(IMAGE), properties: { lab_machine: "talos" }, keep: false },
    loadBalancer: {
      ...run.file.loadBalancer,
      rootVolume: ROOT_VOLUME,
      zone: ZONES.second,
      securityUpdates: false,
      ingress: {
        pool: "general",
        httpNodePort: 30081,
        httpsNodePort: 30444,
        proxyProtocol: true,
        maxConnections: 100,
        idleSeconds: 30,
      },
    },
    access: {
      ...run.file.access,
      ssh: [`${OPERATOR}/32`],
      ingress: [`${OPERATOR}/32`],
      nodes: [{ port: 7000, endPort: 7010, protocol: "udp" }],
    },
    controlPlane: {
      ...run.file.controlPlane,
      count: 1,
      rootVolume: ROOT_VOLUME,
      zones: [ZONES.first],
      serverGroupPolicy: "none",
      schedulable: true,
      patches: [annotate("control-plane-pool")],
    },
    workers: {
      general: {
        ...run.file.workers.general,
        count: 1,
        rootVolume: ROOT_VOLUME,
        zones: [ZONES.usual],
        serverGroupPolicy: "soft-anti-affinity",
        volumes: [{ name: "cache", sizeGiB: 1 }],
        patches: [annotate("general-pool")],
      },
      storage: {
        count: 1,
        flavor: "l2.c2r4.20",
        zones: [ZONES.second],
        serverGroupPolicy: "soft-affinity",
        volumes: [
          { name: "data", sizeGiB: 2, type: "__DEFAULT__", zone: "nova" },
          { name: "scratch", sizeGiB: 1, zone: "nova", keep: false },
        ],
        labels: { "example.org/disk": "fast" },
        annotations: { "example.org/owner": "storage team" },
        taints: [{ key: "example.org/storage", value: "yes", effect: "NoSchedule" }],
      },
    },
    manifests: {
      kubeletServingCertApprover: false,
      metricsServer: false,
      allowHttp: true,
      extra: [`${texts?.url ?? ""}/extra.yaml`],
      pinned: [{ url: `${texts?.url ?? ""}/pinned.yaml`, sha256: sha256(HEADER_POD) }],
    },
    patches: {
      global: [...run.file.patches.global, "own/global.yaml"],
      controlPlane: [annotate("control-plane")],
      worker: [annotate("worker")],
      nodes: { [GENERAL]: [annotate("node")] },
      secret: ["own/secret.yaml"],
    },
  });
});
