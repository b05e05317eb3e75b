import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../constructs/config/cluster";
import { addLoadBalancerImage } from "./bench/large-cluster";
import { withoutWaiting } from "./edits/at-once";
import { commandChecks } from "./edits/commands";
import { plan, type Planned } from "./edits/plan";
import { report, type Row } from "./edits/report";
import { SECOND_REGION, secondRegion } from "./edits/second-region";
import { editedCluster, type EditedFile, WORD_OF_PROTECTION } from "./edits/cluster";
import type { Edit } from "./edits/edit";
import { EDITS } from "./edits/table";
import { Checkout } from "./lab/checkout";
import { labDirectory } from "./lab/directory";
import { CLUSTER, TALOS_IMAGE } from "./lab/cluster";
import { useRun } from "./lab/run";
import { STATE_KEY } from "./lab/state";
import { inventory } from "./support/inventory";
import { story } from "./support/story";

const UNPROTECTED = "-var=protect=false";
const IMAGE = "debian-12-none";
/** What every plan may replace: rules, and records of nothing. */
const MAY_GO = /^openstack_networking_secgroup_rule_v2\./;

describe("a cluster file that is edited, and everything else that a plan is made with", () => {
  const tale = story();
  const { step, check } = tale;
  const wait = withoutWaiting();
  const run = useRun(tale);
  const rows: Row[] = [];
  const others: Row[] = [];
  let file: EditedFile;

  afterAll(wait);

  const planned = (
    changed: ClusterFile,
    args: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ) => plan(run.project, run.first, changed, args, environment);
  const expectRefused = ({ passes, text }: Planned, by: RegExp) => {
    expect({ passes, text }).toEqual({ passes: false, text: expect.stringMatching(by) as string });
  };
  const edited = ({ make }: Edit): ClusterFile => {
    const copy = JSON.parse(JSON.stringify(file)) as EditedFile;
    make(copy as unknown as Parameters<Edit["make"]>[0]);
    return copy;
  };
  const other = (what: string, outcome: string, does: string) => {
    others.push([what, outcome, does]);
  };

  step("a cluster is applied, and remembers what it is", async () => {
    await addLoadBalancerImage(run.project);
    file = editedCluster(run.file, IMAGE);
    await run.first.prepare(file);
    await run.first.tofu("apply", "-input=false", "-auto-approve");
    await run.first.expectNoDiff();
  });

  for (const edit of EDITS) {
    check(`${edit.edit}: ${edit.outcome.is}`, async () => {
      const changed = edited(edit);
      const { outcome } = edit;
      if (outcome.is === "refused") {
        const said = await planned(changed).catch((error: unknown) => ({
          passes: false,
          text: String(error),
        }));
        expectRefused(said as Planned, outcome.by);
      } else if (outcome.is === "asked for twice") {
        expectRefused(await planned(changed), WORD_OF_PROTECTION);
        const second = await planned(changed, [UNPROTECTED]);
        expect(second.passes).toBe(true);
        expect(second.kept.filter((address) => address.includes("volume_v3"))).toHaveLength(outcome.keeps);
        expect(second.lost.filter((address) => address.includes("volume_v3"))).toEqual([]);
      } else {
        const { passes, lost, text } = await planned(changed);
        expect({ passes, text }).toEqual({ passes: true, text });
        expect(lost.filter((address) => !MAY_GO.test(address))).toEqual([]);
      }
      rows.push([edit.edit, outcome.is, edit.plan]);
    });
  }

  check("another name is refused: by the synth where the cluster was made, by the plan elsewhere", async () => {
    const renamed: ClusterFile = { ...file, name: "other", state: { ...file.state, key: STATE_KEY } };
    await expect(run.first.synth(renamed)).rejects.toThrow(
      /is the file of cluster e2e, .* and calls it other: set name back/,
    );
    const elsewhere = new Checkout(run.project, "elsewhere");
    await elsewhere.synth(renamed);
    const options = { cwd: elsewhere.stackOf("other") };
    await run.project.commands.run("tofu", ["init", "-no-color", "-input=false"], options);
    expectRefused(
      await plan(run.project, elsewhere, renamed),
      /cluster e2e is called other in the file: set name back/,
    );
    rows.push(["`name`", "refused", "the synth ends; on a machine that never had the cluster, the plan"]);
  });

  check("credentials of another project are refused, for a plan and for a destroy", async () => {
    const environment = { OS_CLIENT_CONFIG_FILE: join(labDirectory(), "clouds.yaml"), OS_CLOUD: "lab-demo" };
    const sentence = new RegExp(
      `lives in project ${run.project.name} \\(\\w+\\), and the credentials are of project demo \\(\\w+\\): use credentials of its project`,
    );
    expectRefused(await planned(file, [], environment), sentence);
    // The zone of the cluster's record is not there either, and that comes first.
    const destroy = await planned(file, ["-destroy", UNPROTECTED], environment);
    expectRefused(destroy, new RegExp(`returned no results|${WORD_OF_PROTECTION.source}`));
    other("credentials of another project", "refused", "would make a second cluster, and forget this one");
    other("the same, `destroy -var protect=false`", "refused", "would forget a cluster that lives");
  });

  check("another region of the cloud is refused", async () => {
    const cloud = await secondRegion(run.project);
    try {
      await run.first.synth(file);
      expect((await planned(file, [], cloud.environment)).passes).toBe(true);
      expectRefused(
        await planned({ ...file, openstack: { region: SECOND_REGION } }, [], cloud.environment),
        /lives in region RegionOne, and this plan is for region RegionTwo: set openstack\.region or OS_REGION_NAME back/,
      );
    } finally {
      cloud.close();
    }
    other("another region of the same cloud", "refused", "would make a second cluster, and forget this one");
  });

  check("secrets of another cluster are refused, and none at all are no difference", async () => {
    const path = join(run.first.talosconfigDir, "secrets.yaml");
    const own = readFileSync(path, "utf8");
    const args = ["gen", "secrets", "--force", "--output-file", path];
    try {
      await run.project.commands.run("talosctl", args);
      expectRefused(
        await planned(file),
        /has an OS CA with SHA-256 \w{64}, and that of secrets\.yaml on this machine is/,
      );
      writeFileSync(path, "");
      expect((await planned(file)).text).toContain("No changes.");
    } finally {
      writeFileSync(path, own);
    }
    other("`secrets.yaml` of another cluster", "refused", "would render configs that nodes do not take");
    other("no `secrets.yaml`", "protected", "nothing");
  });

  commandChecks(tale, run, { file: () => file, planned, other });

  step(
    "a destroy is refused until it is asked for twice, also where somebody follows OpenTofu's own hint",
    async () => {
      expectRefused(await planned(file, ["-destroy"]), WORD_OF_PROTECTION);
      const hint = "-exclude=terraform_data.protected_unless_var_protect_is_false";
      const { lost } = await planned(file, ["-destroy", hint]);
      expect(lost.filter((address) => address.includes(`compute_instance_v2.cluster_pools`))).toEqual([]);
      other("`destroy`", "asked for twice", "everything; images and data volumes stay in the cloud");
      other(`\`destroy ${hint}\``, "protected", "the servers stay");
    },
  );

  step("a destroy with the protection off leaves the image and the data volumes, whose keep is true", async () => {
    // Without the flag, OpenTofu ends with 1 when it has left something behind, as it was told to.
    await run.first.tofu("destroy", "-input=false", "-auto-approve", UNPROTECTED, "-suppress-forget-errors");
    const left = await inventory(run.project.cloud);
    expect(left).toEqual({
      ...run.before,
      images: [...(run.before["images"] ?? []), IMAGE, TALOS_IMAGE].sort(),
      volumes: [0, 1].map((node) => `${CLUSTER}-db-${node}-data`),
    });
  });

  step("the report is written", () => {
    report(file, rows, others);
  });
});
