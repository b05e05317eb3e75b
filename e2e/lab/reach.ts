import { execFileSync } from "node:child_process";
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

/** Whether a server of the cloud can make a TCP connection; from its own network namespace, where nothing is installed. */
export function serverReaches(serverId: string, address: string, port: number): boolean {
  try {
    execFileSync(
      "ip",
      [
        "netns",
        "exec",
        `lab-${serverId.slice(0, 8)}`,
        "timeout",
        "1.5",
        "bash",
        "-c",
        `: </dev/tcp/${address}/${port}`,
      ],
      { stdio: "ignore" },
    );
    return true;
  } catch {
    return false;
  }
}
