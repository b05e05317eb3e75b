import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTROL_PLANES, fqdnOf } from "../lab/cluster";
import type { LabProject } from "../lab/project";
import * as neutron from "../support/neutron";
import type { Story } from "../support/story";
import { waitUntil } from "../support/wait";
import type { Promised } from "./pods";

/** What patches/controlplane.yaml promises of the Talos API: reading, for pods of kube-system. */
export function talosAccessChecks({ check }: Story, promised: () => Promised, project: () => LabProject): void {
  const failure = (namespace: string, name: string) =>
    promised().client.kubectl(
      ...["get", "serviceaccounts.talos.dev", name, "-n", namespace, "-o", "jsonpath={.status.failureReason}"],
    );

  check("a Talos ServiceAccount of kube-system gets a credential that reads, and changes nothing", async () => {
    const { client, directory } = promised();
    const secret = await waitUntil("the credential", 60, () =>
      client.kubectl("get", "secret", "reader", "-n", "kube-system", "-o", "jsonpath={.data.config}"),
    );
    const file = join(directory, "reader.talosconfig");
    writeFileSync(file, Buffer.from(secret, "base64"), { mode: 0o600 });
    const address = Object.values(await neutron.nodeAddresses(project().cloud, CONTROL_PLANES))[0] ?? "";
    const asReader = (...args: string[]) =>
      client.with({ talosconfig: file }).talosctl("-e", fqdnOf(project()), "-n", address, ...args);
    expect(await asReader("version", "--short")).toContain(address);
    await expect(asReader("service", "kubelet", "restart")).rejects.toThrow(/PermissionDenied/);
    await expect(asReader("read", "/etc/hosts")).rejects.toThrow(/PermissionDenied/);
  });

  check("another role or another namespace gets none", async () => {
    await waitUntil("the refusals", 60, async () => (await failure("default", "reader")) || undefined);
    expect(await failure("default", "reader")).toContain("Namespace is not allowed");
    expect(await failure("kube-system", "admin")).toContain("Roles not allowed");
  });

  check("pods beside the control plane reach the Talos API, pods on workers do not", async () => {
    const reaches = (...pod: string[]) =>
      promised().client.kubectl("exec", ...pod, "--", "sh", "-c", "nc -w 3 talos.default 50000 </dev/null");
    await reaches("talos-client", "-n", "kube-system");
    await expect(reaches("client")).rejects.toThrow(/timed out/);
  });
}
