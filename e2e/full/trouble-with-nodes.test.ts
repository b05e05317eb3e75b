import type { ClusterFile } from "../../constructs/config/cluster";
import { CLUSTER } from "../lab/cluster";
import { inventory } from "../support/inventory";
import { isReady } from "../support/kubernetes";
import { useRun } from "../lab/run";
import { story } from "../support/story";
import { applyWell } from "./support/apply";
import { power, waitForSilence } from "./support/machines";
import { report } from "./support/report";
import { Troubles } from "./support/troubles";

const BOOTSTRAP = "null_resource.talos_bootstrap";
const READY = "null_resource.nodes_ready";

describe("trouble with the nodes ends in time, says why, and is over once it is mended", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);
  const troubles = new Troubles(run);
  let good: ClusterFile;

  step("one control plane and one worker are made", async () => {
    const { file } = run;
    good = {
      ...file,
      controlPlane: { ...file.controlPlane, count: 1 },
      workers: { general: { ...file.workers.general, count: 1 } },
    };
    await run.first.prepare(good);
    await applyWell(run.project, run.first, [`-exclude=${BOOTSTRAP}`]);
  });

  step("the first control plane dies before the bootstrap", async () => {
    const name = `${CLUSTER}-control-plane-0`;
    await power(run.project.cloud, name, "stop");
    await waitForSilence(run.project, name);
    await troubles.expect({
      name: "the first control plane is stopped in Nova, and the plan does not look (-refresh=false)",
      resource: BOOTSTRAP,
      bound: 20,
      file: { ...good, timeouts: { ...good.timeouts, talosApi: 20 } },
      options: ["-refresh=false"],
      message:
        /^the Talos API of \S+ does not answer through .* after 20s: .*See the server's console.*then apply again; timeouts\.talosApi/,
    });
    troubles.mended("the next apply starts the server and bootstraps it, as far as the next trouble");
  });

  step("the wait for the Kubernetes API expires", async () => {
    await troubles.expect({
      name: "timeouts.kubernetesApi is too short",
      resource: BOOTSTRAP,
      bound: 2,
      file: { ...good, timeouts: { ...good.timeouts, kubernetesApi: 2 } },
      message:
        /^https:\/\/[\d.]+:6443 does not answer 200 or 401 after 2s but .*then apply again; timeouts\.kubernetesApi is the bound/,
    });
    troubles.mended("the next apply finds etcd running and goes on, as far as the next trouble");
  });

  step("the wait for Ready nodes expires", async () => {
    await troubles.expect({
      name: "timeouts.nodesReady is too short",
      resource: READY,
      bound: 1,
      file: { ...good, timeouts: { ...good.timeouts, nodesReady: 1 } },
      message:
        /^not every (node|worker) (is Ready|has registered) after 1s: .*then apply again; timeouts\.nodesReady is the bound/,
    });
    await troubles.mend("a longer wait", good);
  });

  step("the cluster is complete", async () => {
    const nodes = await run.first.client().nodes();
    expect([...nodes.values()].map(isReady)).toEqual([true, true]);
    await run.first.expectNoDiff();
    const intro =
      "The time is that of the step which fails, the wait for what comes before its own included; the message is the last line that it prints.";
    report("trouble-with-nodes", good, intro, troubles.table);
  });

  step("a destroy leaves nothing behind", async () => {
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    expect(await inventory(run.project.cloud)).toEqual(run.before);
  });
});
