import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";

/** An address of this machine that no list of admin networks names; answers find their way back to it. */
export const STRANGER = "100.64.77.1";

/** Gives this machine the stranger's address, if it has not got it yet. */
export function becomeStranger(): void {
  execFileSync("ip", ["address", "replace", `${STRANGER}/32`, "dev", "lo"]);
}

/** Whether a TCP connection can be made, from one of this machine's addresses. */
export function reaches(address: string, port: number, from?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, ...(from === undefined ? {} : { localAddress: from }) });
    const done = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(1500, done(false));
    socket.on("connect", done(true));
    socket.on("error", done(false));
  });
}

/** Whether a server of the cloud can make a TCP connection; as a program of its own, since Cilium looks at its cgroup. */
export const serverReaches = (serverId: string, address: string, port: number): boolean =>
  namespaceReaches(`lab-${serverId.slice(0, 8)}`, address, port, `/sys/fs/cgroup/unified/lab-hv/${serverId}`);

/** Whether somebody behind a router, who is in no group and no list, can make a TCP connection into its network. */
export const routerReaches = (routerId: string, address: string, port: number): boolean =>
  namespaceReaches(`lab-r-${routerId.slice(0, 8)}`, address, port);

/** From a network namespace of the lab, where nothing is installed. */
function namespaceReaches(namespace: string, address: string, port: number, cgroup = ""): boolean {
  // Without it, "closed" would be all that can be seen.
  if (!existsSync(`/run/netns/${namespace}`)) throw new Error(`the lab has no network namespace ${namespace}`);
  const connection = `: </dev/tcp/${address}/${port}`;
  const command = ["ip", "netns", "exec", namespace, "timeout", "1.5", "bash", "-c", connection];
  // Joined first, since in the namespace there is another /sys; of a Debian it does not matter whether it can be.
  const join = 'if [ -n "$0" ]; then echo $$ >"$0/cgroup.procs"; fi; exec "$@"';
  return spawnSync("bash", ["-c", join, cgroup, ...command], { stdio: "ignore" }).status === 0;
}
