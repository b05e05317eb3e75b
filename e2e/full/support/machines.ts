import type { Cloud } from "../../support/openstack";
import type { LabProject } from "../../lab/project";
import * as neutron from "../../support/neutron";
import { servers } from "../../support/nova";

/** Runs a command as root on the load balancer, as an administrator would. */
export async function onLoadBalancer(project: LabProject, command: string): Promise<string> {
  return project.commands.run("ssh", [
    "-i",
    project.privateKey,
    ...["BatchMode=yes", "IdentitiesOnly=yes", "LogLevel=ERROR", "StrictHostKeyChecking=no"].flatMap((o) => ["-o", o]),
    ...["UserKnownHostsFile=/dev/null", "ConnectTimeout=5"].flatMap((o) => ["-o", o]),
    `debian@${await neutron.floatingIp(project.cloud)}`,
    `sudo bash -c '${command.replace(/'/g, `'\\''`)}'`,
  ]);
}

/** Stops or starts a server, behind OpenTofu's back. */
export async function power(cloud: Cloud, name: string, state: "stop" | "start"): Promise<void> {
  const id = (await servers(cloud)).get(name)?.id ?? "";
  await cloud.send("POST", "compute", `/servers/${id}/action`, { [`os-${state}`]: null });
}

/** Waits until a node's Talos API is gone: Nova says that a server is off before it is. */
export async function waitForSilence(project: LabProject, name: string): Promise<void> {
  const address = (await neutron.nodeAddresses(project.cloud, [name]))[name] ?? "";
  const probe = `timeout 2 bash -c "exec 3<>/dev/tcp/${address}/50000" 2>/dev/null`;
  await onLoadBalancer(project, `for i in $(seq 60); do ${probe} || exit 0; sleep 1; done; exit 1`);
}
