import { isReady } from "../support/kubernetes";
import { story } from "../support/story";
import { leftOf, Trial } from "./trial";

describe(`a small cluster on the cloud ${process.env["OS_CLOUD"] ?? ""}`, () => {
  const tale = story();
  const { step } = tale;
  let trial: Trial;

  const readyNodes = async () => {
    const nodes = await (await trial.client()).nodes();
    return Array.from(nodes, ([name, node]) => `${name} ${isReady(node) ? "Ready" : "NotReady"}`).sort();
  };

  step("the cloud lets us in, and has nothing by the cluster's name", async () => {
    trial = await Trial.begin();
    expect(await trial.leftovers()).toEqual({});
  });

  step("the cluster file fits: it is synthesized, and OpenTofu finds its providers", async () => {
    await trial.synth({ workers: 1 });
    await trial.tofu("init", "-input=false");
  });

  step("one apply brings up a control plane and a worker, both Ready", async () => {
    await trial.tofu("apply", "-input=false", "-auto-approve");
    expect(await readyNodes()).toEqual([`${trial.name}-control-plane-0 Ready`, `${trial.name}-e2e-0 Ready`]);
  });

  step("talosctl reaches the control plane with the written talosconfig", async () => {
    expect(await (await trial.client()).talosctl("version", "--short")).toContain("Tag:");
  });

  step("a plan sees no difference", () => trial.expectNoDiff());

  step("a worker more: one apply, and it is Ready", async () => {
    await trial.synth({ workers: 2 });
    await trial.tofu("apply", "-input=false", "-auto-approve");
    expect(await readyNodes()).toContain(`${trial.name}-e2e-1 Ready`);
    await trial.expectNoDiff();
  });

  step("a destroy leaves nothing by the cluster's name", async () => {
    await trial.tofu("destroy", "-input=false", "-auto-approve");
    expect(await trial.leftovers()).toEqual({});
  });

  afterAll(() => {
    if (tale.passed()) trial.removeFiles();
    else process.stderr.write(`\n${trial.farewell()}\n`);
  });
});

test("what is left of a cluster is what carries its name", () => {
  const found = { servers: ["e2e-1-lb", "other"], "floating IPs": ["192.0.2.7 cluster=e2e-1"], images: ["debian-12"] };
  expect(leftOf(found, "e2e-1")).toEqual({ servers: ["e2e-1-lb"], "floating IPs": ["192.0.2.7 cluster=e2e-1"] });
});
