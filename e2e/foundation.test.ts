import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { computeChecks } from "./foundation/compute";
import { machineConfigChecks } from "./foundation/machine-configs";
import { networkChecks } from "./foundation/network";
import { secrecyChecks } from "./foundation/secrecy";
import { Checkout } from "./lab/checkout";
import { CLUSTER } from "./lab/cluster";
import { ended, prints } from "./support/commands";
import { inventory } from "./support/inventory";
import { useRun } from "./lab/run";
import { filesBelow } from "./lab/secrets";
import { LOCK_KEY, STATE_KEY } from "./lab/state";
import { story } from "./support/story";

/** The bootstrap, and whatever waits for it, is another test's. */
const BEFORE_BOOTSTRAP = "-exclude=null_resource.talos_bootstrap";
const PLAN = "plan.tfplan";
const LOCK_FILE = ".terraform.lock.hcl";

describe("from a cluster file to servers on an OpenStack", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);
  let fresh: Checkout;

  step("the file is synthesized, and OpenTofu finds the result valid", async () => {
    // Nobody looks into the nodes here, so no machines stand behind their servers.
    run.file.image.properties.lab_machine = "none";
    await run.first.prepare(run.file);
    await run.first.tofu("validate");
  });

  step("a plan is saved, which makes nothing", async () => {
    await run.first.tofu("plan", "-input=false", BEFORE_BOOTSTRAP, `-out=${PLAN}`);
    expect(await inventory(run.project.cloud)).toEqual(run.before);
  });

  step("the saved plan is applied", async () => {
    await run.first.tofu("apply", "-input=false", PLAN);
  });

  networkChecks(tale, run);
  computeChecks(tale, run);
  machineConfigChecks(tale, run);

  step("a second plan sees no difference", () => run.first.expectNoDiff(BEFORE_BOOTSTRAP));

  step("a plan in a fresh directory, without any of the generated files, sees no difference", async () => {
    fresh = new Checkout(run.project, "fresh");
    // The providers of the first checkout, as if it had committed its lock file.
    const lock = run.first.read("cdktf.out", "stacks", CLUSTER, LOCK_FILE);
    writeFileSync(
      join(fresh.directory, LOCK_FILE),
      lock.replaceAll(/"h1:[^"]*"/g, '"h1:bm90IHRoaXMgcHJvdmlkZXIsIG5vdCB0aGlzIG9uZSE="'),
    );
    await fresh.synth(run.file);
    const other = await fresh.attempt("init", "-input=false", "-lockfile=readonly");
    expect(other.code).toBe(1);
    expect(other.text).toMatch(/checksums/);
    writeFileSync(join(fresh.directory, LOCK_FILE), lock);
    await fresh.synth(run.file);
    await fresh.tofu("init", "-input=false", "-lockfile=readonly");
    await fresh.expectNoDiff(BEFORE_BOOTSTRAP);
    expect(filesBelow(fresh.directory).filter((path) => path.startsWith(fresh.talosconfigDir))).toEqual([]);
  });

  step("a second writer is refused while the first one holds the lock, and not afterwards", async () => {
    const apply = run.first.start("apply");
    const end = ended(apply);
    await prints(apply, "Enter a value:");
    expect(run.project.bucket.get(LOCK_KEY)).toContain("OperationTypeApply");
    const refused = await fresh.attempt("apply", "-input=false", "-auto-approve", BEFORE_BOOTSTRAP);
    expect(refused.text).toContain("Error acquiring the state lock");
    expect(refused.code).toBe(1);
    apply.stdin?.end("no\n");
    expect((await end).text).toContain("Apply cancelled");
    expect(run.project.bucket.get(LOCK_KEY)).toBeUndefined();
    await fresh.expectNoDiff(BEFORE_BOOTSTRAP);
  });

  secrecyChecks(tale, run, PLAN);

  step("a destroy from a fresh directory leaves nothing of the cluster in any service", async () => {
    const elsewhere = new Checkout(run.project, "elsewhere");
    await elsewhere.prepare(run.file);
    await elsewhere.tofu("destroy", "-input=false", "-auto-approve");
    expect(await inventory(run.project.cloud)).toEqual(run.before);
    expect(run.before).toMatchObject({ servers: [], ports: [], networks: [], routers: [], recordsets: [] });
    expect(JSON.parse(run.project.bucket.get(STATE_KEY) ?? "")).toMatchObject({ resources: [], outputs: {} });
    expect(run.project.bucket.keys()).toEqual([STATE_KEY]);
  });
});
