import { createHash } from "node:crypto";
import { DEFAULT_VERSIONS } from "../../constructs/config/releases";
import { CLUSTER, CONTROL_PLANES, NODES, TALOS_IMAGE, WORKERS } from "../lab/cluster";
import * as neutron from "../support/neutron";
import * as nova from "../support/nova";
import type { Run } from "../lab/run";
import type { Story } from "../support/story";

/** Looks at image, servers and server groups through the cloud's own APIs. */
export function computeChecks({ check }: Story, run: Run): void {
  check("the schematic was registered, its image fetched once, and it is in Glance unpacked", async () => {
    const { images, project } = run;
    expect(images.fetched).toEqual([expect.stringMatching(/\/openstack-amd64\.raw\.xz$/)]);
    const content = images.contentOf(images.fetched[0] ?? "");
    const { images: found } = await project.cloud.get<{ images: Record<string, unknown>[] }>(
      "image",
      `/v2/images?name=${TALOS_IMAGE}`,
    );
    expect(found).toEqual([
      expect.objectContaining({
        status: "active",
        visibility: "private",
        disk_format: "raw",
        container_format: "bare",
        size: content.length,
        os_hash_value: createHash("sha512").update(content).digest("hex"),
        os_distro: "talos",
        os_version: DEFAULT_VERSIONS.talos,
        lab_machine: "none",
      }),
    ]);
  });

  check("every server runs on its port, with flavor, config drive and metadata", async () => {
    const servers = await nova.servers(run.project.cloud);
    const ports = await neutron.ports(run.project.cloud);
    expect([...servers.keys()].sort()).toEqual([...NODES, `${CLUSTER}-lb`].sort());
    for (const [name, server] of servers) {
      const isNode = NODES.includes(name);
      const pool = CONTROL_PLANES.includes(name) ? "control-plane" : "general";
      expect(server).toMatchObject({
        status: "ACTIVE",
        flavor: { original_name: isNode ? "l2.c2r4.20" : "l2.c1r1.10" },
        config_drive: "True",
        key_name: isNode ? null : run.project.name,
      });
      expect(server.metadata).toEqual(isNode ? { cluster: CLUSTER, pool } : {});
      expect(ports.get(name)?.device_id).toBe(server.id);
    }
  });

  check("the server groups hold the servers of their pool", async () => {
    const servers = await nova.servers(run.project.cloud);
    const groups = await nova.serverGroups(run.project.cloud);
    const ids = (names: readonly string[]) => names.map((name) => servers.get(name)?.id).sort();
    const actual = Array.from(groups.values(), ({ name, policy, members }) => [name, policy, [...members].sort()]);
    expect(actual.sort()).toEqual([
      [`${CLUSTER}-control-plane-group-0`, "anti-affinity", ids(CONTROL_PLANES)],
      [`${CLUSTER}-general-group-0`, "anti-affinity", ids(WORKERS)],
    ]);
  });
}
