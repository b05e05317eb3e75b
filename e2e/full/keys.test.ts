import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { CLUSTER, CONTROL_PLANES, fqdnOf, WORKERS } from "../lab/cluster";
import { useRun } from "../lab/run";
import { filesBelow } from "../lab/secrets";
import { isReady } from "../support/kubernetes";
import * as neutron from "../support/neutron";
import { servers } from "../support/nova";
import { askMetadata } from "../support/pods";
import { story } from "../support/story";
import { waitUntil } from "../support/wait";
import { addressIn } from "./support/addresses";
import { applyWell } from "./support/apply";
import { type Interruption, interrupted } from "./support/interrupt";
import { unlock } from "./support/kill";
import { report } from "./support/report";

const SAYS = " \\(local-exec\\): ";
const BEGINS = `${SAYS}Executing`;

/** Moments of scripts that have keys in their hands: what they do, their resource, and the line that tofu prints then. */
const MOMENTS: readonly (readonly [what: string, resource: RegExp, line: string])[] = [
  ["a machine config is rendered", /_configs_control-plane_0_[0-9A-F]+$/, BEGINS],
  ["HAProxy is configured", /\.apply_haproxy_config$/, `${SAYS}.*SSH`],
  ["the name is waited for", /\.a_records$/, `${SAYS}.*to (give|resolve)`],
  ["the talosconfig is made", /\.talos_bootstrap$/, BEGINS],
  ["the Talos API answers", /\.talos_bootstrap$/, `${SAYS}.*the Talos API`],
  ["the Kubernetes API answers", /\.talos_bootstrap$/, `${SAYS}.*the Kubernetes API`],
  ["the kubeconfig is there", /\.nodes_ready$/, `${SAYS}.*the kubeconfig`],
  ["the workers are waited for", /\.nodes_ready$/, `${SAYS}.*the workers`],
  ["a rollout begins", /_control-plane_0_applied_[0-9A-F]+$/, BEGINS],
  ["a node is looked at", /_general_0_applied_[0-9A-F]+$/, `${SAYS}.*the kubeconfig`],
];

/** What private keys begin with, as PEM and in the base64 of talosconfig, kubeconfig and machine configs. */
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|LS0tLS1CRUdJTiB(FQyBQ|FRDI1NTE5IFBSSV|SU0EgUFJJV|QUklWQVRF)/;

const holdsKey = (path: string) => statSync(path).size < 10_000_000 && PRIVATE_KEY.test(readFileSync(path, "latin1"));

describe("keys stay where they belong", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);
  const rows: (string | number)[][] = [];
  let file: ClusterFile;

  step("secrets are made, and the making is interrupted", async () => {
    const { general } = run.file.workers;
    file = {
      ...run.file,
      talos: { metadataService: "open" },
      controlPlane: { ...run.file.controlPlane, count: 1 },
      workers: { general: { ...general, count: 1 } },
    };
    await run.first.prepare(file);
    for (const how of ["Ctrl-C", "SIGKILL"] as const) {
      const target = ["-target=null_resource.talos_secrets"];
      await interrupt("secrets are made", "null_resource.talos_secrets", BEGINS, how, target);
    }
  });

  step("a cluster of one control plane and one worker is made", async () => {
    await applyWell(run.project, run.first);
  });

  for (const [what, resource, line] of MOMENTS) {
    step(`interrupted while ${what}`, async () => {
      const address = addressIn(run.first, resource);
      for (const how of ["Ctrl-C", "SIGKILL"] as const) {
        await interrupt(what, address, line, how, [`-replace=${address}`]);
      }
    });
  }

  step("the next apply completes it", async () => {
    await applyWell(run.project, run.first);
    expect(leftWork()).toEqual([]);
    // A search that finds nothing is worth what it would have found.
    const held = directories().flatMap(filesBelow).filter(holdsKey);
    const names = [
      "secrets.yaml",
      "talosconfig",
      `${CONTROL_PLANES[0] ?? ""}.yaml`,
      `kubeconfig-${fqdnOf(run.project)}`,
    ];
    expect(held.map((path) => basename(path))).toEqual(expect.arrayContaining(names));
    report(
      "keys",
      file,
      "Each apply is interrupted by Ctrl-C, which OpenTofu and the script's first process get, or by SIGKILL of OpenTofu alone. Then the processes of its scripts are counted until none is left (OpenTofu's own plugins outlive its SIGKILL, whatever runs), and every file of the run is searched for private keys, but for those in the cluster's directories.",
      { head: ["interrupted while", "by", "the last process ended after", "keys elsewhere"], rows },
    );
  });

  step("while it is open, pods read their node's machine config from the metadata service", async () => {
    for (const answers of await askFromPods()) {
      expect(answers.length).toBeGreaterThan(1);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    }
  });

  step("by default they get no answer, and neither after a reboot", async () => {
    file = { ...file, talos: {} };
    await run.first.prepare(file);
    await applyWell(run.project, run.first);
    await expectNoAnswer();
    const client = run.first.client();
    for (const address of Object.values(await addresses())) {
      await client.talosctl("-n", address, "reboot", "--wait", "--timeout", "5m");
    }
    await waitUntil("Ready nodes", 300, async () => [...(await client.nodes()).values()].every(isReady) || undefined);
    await expectNoAnswer();
    expect([...(await client.nodes()).keys()].sort()).toEqual([CONTROL_PLANES[0], WORKERS[0]].sort());
    await run.first.expectNoDiff();
  });

  step("rotated CAs: what the old ones have signed is refused, what there is now works", async () => {
    const old = { talosconfig: readText("talosconfig"), secrets: readText("secrets.yaml") };
    const text = await run.project.commands.run("npm", ["run", "rotate", "--", CLUSTER], { cwd: run.first.directory });
    expect(text).toContain("done: what the old CAs have signed is refused");
    expect(text).not.toMatch(PRIVATE_KEY);
    expect(readText("secrets.yaml")).not.toBe(old.secrets);
    expect(readText("talosconfig")).not.toBe(old.talosconfig);
    const nodes = await run.first.client().nodes();
    expect([...nodes.values()].map(isReady)).toEqual([true, true]);
  });

  step("a rollout after it pushes no old CA", async () => {
    const applied = [/_control-plane_0_applied_[0-9A-F]+$/, /_general_0_applied_[0-9A-F]+$/];
    const options = applied.map((resource) => `-replace=${addressIn(run.first, resource)}`);
    const refused = await run.first.attempt("plan", "-input=false", "-lock=false");
    expect(refused.text.replace(/\s+/g, " ")).toContain("has an OS CA with SHA-256");
    const { text } = await applyWell(run.project, run.first, [...options, "-replace=terraform_data.facts"]);
    expect(text.match(/has this machine config already/g)).toHaveLength(2);
  });

  step("a destroy leaves nothing behind", async () => {
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
  });

  /** Interrupts an apply, and looks at what it has left. */
  const interrupt = async (what: string, address: string, line: string, how: Interruption, options: string[]) => {
    const pattern = new RegExp(`^${address.replaceAll(".", "\\.")}${line}`);
    const { gone } = await interrupted(run.project, run.first, pattern, how, options);
    await unlock(run.project, run.first);
    const found = keysElsewhere();
    rows.push([what, how, `${gone.toFixed(1)}s`, found.join(", ") || "none"]);
    expect([leftWork(), found]).toEqual([[], []]);
  };

  const directories = () => [run.first.talosconfigDir, run.first.kubeconfigsDir];

  /** Files of the run with a private key, outside of the cluster's directories; the operator's SSH key is not the cluster's. */
  const keysElsewhere = (): string[] =>
    filesBelow(run.project.directory)
      .filter((path) => path !== run.project.privateKey)
      .filter((path) => !directories().some((directory) => path.startsWith(`${directory}/`)))
      .filter(holdsKey);

  /** What scripts have left of their work. */
  const leftWork = (): string[] => {
    const work = join(run.first.talosconfigDir, ".work");
    return existsSync(work) ? filesBelow(work) : [];
  };

  const readText = (name: string) => readFileSync(join(run.first.talosconfigDir, name), "utf8");
  const addresses = () => neutron.nodeAddresses(run.project.cloud, [CONTROL_PLANES[0] ?? "", WORKERS[0] ?? ""]);

  const askFromPods = async () => {
    const all = await servers(run.project.cloud);
    return [CONTROL_PLANES[0], WORKERS[0]].map((name) => askMetadata(all.get(name ?? "")?.id ?? ""));
  };

  const expectNoAnswer = async () => {
    for (const answers of await askFromPods()) {
      expect(answers.length).toBeGreaterThan(1);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 0));
    }
  };
});
