import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { fqdnOf } from "../lab/cluster";
import { inventory } from "../support/inventory";
import * as neutron from "../support/neutron";
import { useRun } from "../lab/run";
import { story } from "../support/story";
import { addressIn } from "./support/addresses";
import { apply } from "./support/apply";
import { onLoadBalancer } from "./support/machines";
import { report } from "./support/report";
import { Troubles } from "./support/troubles";

const HAPROXY = "null_resource.apply_haproxy_config";
const RECORDS = "null_resource.a_records";
const ONLY_RECORDS = [`-target=${RECORDS}`];
const ANOTHER_PROCESS = "python3 -m http.server 6443";

describe("trouble with the load balancer or the name ends in time, says why, and is over once it is mended", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);
  const troubles = new Troubles(run);
  let good: ClusterFile;
  /** What leaves out the record, and the control plane with all that needs it. */
  let upToHaproxy: string[];

  step("a load balancer is wanted, and somebody else makes the record of its name", async () => {
    const { file } = run;
    good = {
      ...file,
      dns: { kind: "external" },
      controlPlane: { ...file.controlPlane, count: 1 },
      workers: {},
    };
    await run.first.prepare(good);
    upToHaproxy = [RECORDS, addressIn(run.first, /_instance_v2\..*control-plane_0/)].map((one) => `-exclude=${one}`);
  });

  step("SSH to the load balancer only from another network", async () => {
    await troubles.expect({
      name: "the load balancer takes SSH from another network only (access.ssh)",
      resource: HAPROXY,
      bound: 15,
      file: {
        ...good,
        access: { ...run.file.access, ssh: ["198.51.100.0/24"] },
        timeouts: { ...good.timeouts, loadBalancer: 15 },
      },
      options: upToHaproxy,
      message:
        /^the load balancer [\d.]+ cannot be reached by SSH after 15s: .*Check access\.ssh.*then apply again; timeouts\.loadBalancer/,
    });
    await troubles.mend("access.ssh put right", good, upToHaproxy);
  });

  step("the wrong SSH key", async () => {
    const key = join(run.project.directory, "another-key");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
    await troubles.expect({
      name: "loadBalancer.sshPrivateKeyFile is another key",
      resource: HAPROXY,
      bound: 60,
      file: { ...good, loadBalancer: { ...run.file.loadBalancer, sshPrivateKeyFile: key } },
      options: upToHaproxy,
      message: /^the load balancer refuses the SSH key of debian: .*loadBalancer\.sshPrivateKeyFile/,
    });
    await troubles.mend("the right key", good, upToHaproxy);
  });

  step("HAProxy refuses its configuration", async () => {
    await onLoadBalancer(run.project, "sed -i s/^haproxy:/gone:/ /etc/passwd");
    await troubles.expect({
      name: "HAProxy refuses the configuration (the machine has lost the user haproxy)",
      resource: HAPROXY,
      bound: 60,
      file: good,
      options: upToHaproxy,
      message:
        /^the load balancer did not take its configuration: haproxy refuses it: .*user.*Mend that on .*, then apply again/,
    });
    await onLoadBalancer(run.project, "sed -i s/^gone:/haproxy:/ /etc/passwd");
    await troubles.mend("the user is back", good, upToHaproxy);
  });

  step("another process has HAProxy's port", async () => {
    await onLoadBalancer(run.project, `systemctl stop haproxy; systemd-run --unit=other ${ANOTHER_PROCESS}`);
    await troubles.expect({
      name: "another process has port 6443 of the load balancer, and HAProxy does not start",
      resource: HAPROXY,
      bound: 60,
      file: good,
      options: upToHaproxy,
      message: /^the load balancer did not take its configuration: .*cannot bind.*Mend that on .*, then apply again/,
    });
    await onLoadBalancer(run.project, "systemctl stop other");
    await troubles.mend("the process ended", good, upToHaproxy);
    expect(await onLoadBalancer(run.project, "systemctl is-active haproxy")).toContain("active");
  });

  step("the record of the cluster's name is wrong", async () => {
    await record(["192.0.2.1"]);
    await troubles.expect({
      name: "the record of the cluster's name is wrong",
      resource: RECORDS,
      bound: 15,
      file: { ...good, timeouts: { ...good.timeouts, dns: 15 } },
      options: ONLY_RECORDS,
      message:
        /(is not|does not resolve to) [\d.]+ after 15s: .* says 192\.0\.2\.1\. .*then apply again; timeouts\.dns is the bound/,
    });
    await record([await neutron.floatingIp(run.project.cloud)]);
    await troubles.mend("the record put right", good, ONLY_RECORDS);
  });

  step("the record comes late", async () => {
    await record([]);
    const address = await neutron.floatingIp(run.project.cloud);
    let made: Promise<void> | undefined;
    const { code, seconds } = await apply(
      run.project,
      run.first,
      [...ONLY_RECORDS, `-replace=${RECORDS}`],
      ({ text }) => {
        if (/\(local-exec\): waiting for .* 1\ds of/.test(text)) made ??= record([address]);
      },
    );
    await made;
    expect([code, made]).toEqual([0, expect.anything()]);
    const bound = `${good.timeouts?.dns ?? ""}s`;
    troubles.add("the record is made while the apply waits", bound, `${seconds}s`, "-", "nothing: this apply goes on");
  });

  step("a destroy leaves nothing behind", async () => {
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    await record([]);
    expect(await inventory(run.project.cloud)).toEqual(run.before);
    const intro =
      "The time is that of the step which fails, the message is the last line that it prints, and the apply after mending is that of everything up to this step.";
    report("trouble-at-the-door", good, intro, troubles.table);
  });

  /** What the somebody else does: gives the cluster's name these addresses. */
  const record = async (records: string[]) => {
    const { cloud, zone } = run.project;
    const { zones } = await cloud.get<{ zones: { id: string; name: string }[] }>("dns", "/v2/zones");
    const path = `/v2/zones/${zones.find(({ name }) => name === `${zone}.`)?.id ?? ""}/recordsets`;
    const name = `${fqdnOf(run.project)}.`;
    const { recordsets } = await cloud.get<{ recordsets: { id: string; name: string }[] }>("dns", path);
    const there = recordsets.find((recordset) => recordset.name === name);
    if (there !== undefined && records.length > 0) {
      await cloud.send("PUT", "dns", `${path}/${there.id}`, { records, ttl: 5 });
    } else if (there !== undefined) await cloud.send("DELETE", "dns", `${path}/${there.id}`);
    else if (records.length > 0) await cloud.send("POST", "dns", path, { name, type: "A", ttl: 5, records });
  };
});
