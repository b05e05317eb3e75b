import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { DEFAULT_VERSIONS } from "../../constructs/config/releases";
import { CLUSTER, CONTROL_PLANES, fqdnOf, NODES, registryMirrors } from "../lab/cluster";
import * as neutron from "../support/neutron";
import * as nova from "../support/nova";
import type { Run } from "../lab/run";
import type { Story } from "../support/story";

/** Looks at the user data that Nova holds: what the nodes will boot with. */
export function machineConfigChecks({ check }: Story, run: Run): void {
  const configs = new Map<string, ReturnType<typeof nova.machineConfig>>();
  const config = (name: string) => {
    const found = configs.get(name);
    if (found === undefined) throw new Error(`the user data of ${name} is no machine config`);
    return found;
  };

  check("the user data of every node is a machine config that talosctl accepts", async () => {
    const servers = await nova.servers(run.project.cloud);
    for (const name of NODES) {
      const text = await nova.userData(run.project.admin, servers.get(name)?.id ?? "");
      const path = join(run.project.directory, `${name}.yaml`);
      writeFileSync(path, text, { mode: 0o600 });
      await run.project.commands.run("talosctl", ["validate", "--mode", "cloud", "--config", path]);
      configs.set(name, nova.machineConfig(text));
    }
  });

  check("every node's config has its name, its role, the endpoint, the versions and the patches", () => {
    const bundle = parse(run.first.read("talosconfig", CLUSTER, "secrets.yaml")) as { cluster: { id: string } };
    for (const name of NODES) {
      const { main, others } = config(name);
      expect(others.get("HostnameConfig")).toMatchObject({ hostname: name, auto: "off" });
      expect(others.get("BlackholeRouteConfig")).toMatchObject({ name: "169.254.169.254/32", metric: 1 });
      expect(main.machine).toMatchObject({
        type: CONTROL_PLANES.includes(name) ? "controlplane" : "worker",
        kubelet: {
          image: expect.stringMatching(new RegExp(`kubelet:${DEFAULT_VERSIONS.kubernetes}$`)) as string,
          extraArgs: { "rotate-server-certificates": "true" },
        },
        sysctls: { "user.max_user_namespaces": "11255" },
      });
      expect(main.machine.registries.mirrors).toEqual(registryMirrors().machine.registries.mirrors);
      expect(main.cluster).toMatchObject({
        id: bundle.cluster.id,
        clusterName: CLUSTER,
        controlPlane: { endpoint: `https://${fqdnOf(run.project)}:6443` },
      });
    }
  });

  check("the certificates will carry the load balancer's address and the cluster's name", async () => {
    const names = [await neutron.floatingIp(run.project.cloud), fqdnOf(run.project)];
    for (const name of NODES) {
      const { machine, cluster } = config(name).main;
      expect(machine.certSANs).toEqual(expect.arrayContaining(names));
      if (machine.type === "controlplane") expect(cluster.apiServer?.certSANs).toEqual(expect.arrayContaining(names));
    }
  });

  check("control planes have the control planes' patch, workers their labels and taints and no key of a CA", () => {
    for (const name of NODES) {
      const { machine, cluster } = config(name).main;
      if (machine.type === "controlplane") {
        expect(cluster.adminKubeconfig?.certLifetime).toBe("2160h0m0s");
        expect(machine.nodeLabels ?? {}).not.toHaveProperty(["example.org/tier"]);
      } else {
        expect(machine.nodeLabels).toEqual(run.file.workers.general.labels);
        // Not nodeTaints: a worker may not change its taints, and would lose its labels with them.
        expect(machine.nodeTaints).toBeUndefined();
        expect(machine.kubelet.extraConfig?.["registerWithTaints"]).toEqual(run.file.workers.general.taints);
        expect([machine.ca.key, cluster.ca.key, cluster.etcd]).toEqual(["", "", undefined]);
      }
    }
  });
}
