import { WORKERS } from "../lab/cluster";
import type { LabProject } from "../lab/project";
import * as neutron from "../support/neutron";
import type { Story } from "../support/story";
import { waitUntil } from "../support/wait";
import { LOGGED_USER, type Promised } from "./pods";

/** What patches/cluster.yaml promises for pods: user namespaces, and a seccomp profile that logs. */
export function confinementChecks({ check }: Story, promised: () => Promised, project: () => LabProject): void {
  const read = (pod: string, path: string) => promised().client.kubectl("exec", pod, "--", "cat", path);
  const firstWorker = async () => (await neutron.nodeAddresses(project().cloud, WORKERS))[WORKERS[0] ?? ""] ?? "";

  check("root of a pod with hostUsers: false is nobody on the node", async () => {
    const map = async (pod: string) => (await read(pod, "/proc/self/uid_map")).trim().split(/\s+/).map(Number);
    expect(await map("client")).toEqual([0, 0, 4294967295]);
    const [inside, outside = 0, size] = await map("mapped");
    expect([inside, size]).toEqual([0, 65536]);
    expect(outside).toBeGreaterThanOrEqual(65536);
    const { client } = promised();
    const asked = ["get", "kernelparamspecs", "proc.sys.user.max_user_namespaces", "-o", "jsonpath={.spec.value}"];
    expect((await client.talosctl("-n", await firstWorker(), ...asked)).trim()).toBe("11255");
  });

  check("the kernel logs what a pod does under profiles/audit.json, and forbids nothing of it", async () => {
    expect(await read("logged", "/proc/self/status")).toMatch(/^Seccomp:\t2$/m);
    const node = await firstWorker();
    // SECCOMP_RET_LOG: the call was logged, and went on.
    const line = new RegExp(`type=1326 .* uid=${LOGGED_USER} .* code=0x7ffc0000`);
    await waitUntil(
      "a logged call",
      60,
      async () => line.exec(await promised().client.talosctl("-n", node, "dmesg"))?.[0],
    );
  });
}
