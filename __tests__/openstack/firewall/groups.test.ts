import type { LoadBalancerSource } from "../../../constructs/contracts";
import { SecurityGroups } from "../../../constructs/openstack/firewall/groups";
import { all, nameOf, only, resolve, synth } from "../../support/synth";

const ADMINS = ["192.0.2.0/24"];
const ACCESS = { kubernetesApi: ADMINS, talosApi: ADMINS, ssh: ADMINS, ingress: [] };

function groups(loadBalancer: LoadBalancerSource = "security-group") {
  let ids: Record<string, unknown> = {};
  const json = synth((stack) => {
    const made = new SecurityGroups(stack, "groups", { name: "demo", access: ACCESS, cni: "cilium", loadBalancer });
    const { loadBalancer: front, controlPlane, worker } = made;
    ids = resolve(stack, { loadBalancer: front, controlPlane, worker }) as typeof ids;
  });
  const id = (group: string) =>
    `\${openstack_networking_secgroup_v2.${nameOf(json, "openstack_networking_secgroup_v2", group)}.id}`;
  return { json, ids, id };
}

test("groups are named after the cluster and start without Neutron's own rules", () => {
  const { json } = groups();
  const made = Object.values(all(json, "openstack_networking_secgroup_v2"));
  expect(made.map(({ name }) => name).sort()).toEqual(["demo-control-plane", "demo-load-balancer", "demo-nodes"]);
  expect(made.map((group) => group["delete_default_rules"])).toEqual([true, true, true]);
});

test("control planes are nodes too, workers and the load balancer are one thing only", () => {
  const { ids, id } = groups();
  expect(ids).toEqual({
    loadBalancer: [id("load-balancer")],
    controlPlane: [id("nodes"), id("control-plane")],
    worker: [id("nodes")],
  });
});

test("every rule has a network or a group, never both and never neither", () => {
  for (const [name, rule] of Object.entries(all(groups().json, "openstack_networking_secgroup_rule_v2"))) {
    const remotes = ["remote_ip_prefix", "remote_group_id"].filter((key) => rule[key] !== undefined);
    expect([name, remotes.length]).toEqual([name, 1]);
  }
});

test("a rule carries ports, protocol, source and its group", () => {
  const { json, id } = groups();
  expect(only(json, "openstack_networking_secgroup_rule_v2", "control-plane_ingress-etcd")).toMatchObject({
    security_group_id: id("control-plane"),
    remote_group_id: id("control-plane"),
    direction: "ingress",
    ethertype: "IPv4",
    protocol: "tcp",
    port_range_min: 2379,
    port_range_max: 2380,
  });
});

test("a rule without ports names none", () => {
  const ping = only(groups().json, "openstack_networking_secgroup_rule_v2", "cilium-health-ping");
  expect(ping).toMatchObject({ protocol: "icmp" });
  expect(ping).not.toHaveProperty("port_range_min");
});

test("a load balancer of somebody else has no group", () => {
  const { json, ids, id } = groups({ cidrs: ["10.9.0.0/24"] });
  const names = Object.values(all(json, "openstack_networking_secgroup_v2")).map(({ name }) => name);
  expect(names.sort()).toEqual(["demo-control-plane", "demo-nodes"]);
  expect(ids).toMatchObject({ loadBalancer: [], worker: [id("nodes")] });
});

test("come into being in the project that they were planned for, or the apply ends with them", () => {
  const json = synth((stack) => {
    const props = { name: "demo", access: ACCESS, cni: "cilium", loadBalancer: "security-group" } as const;
    new SecurityGroups(stack, "groups", { ...props, projectId: "${data.a.b.project_id}" });
  });
  for (const group of Object.values(all(json, "openstack_networking_secgroup_v2"))) {
    expect(group["lifecycle"]).toEqual({
      postcondition: [
        {
          condition: "${self.tenant_id == null || self.tenant_id == data.a.b.project_id}",
          error_message: expect.stringContaining("use the same credentials for plan and apply") as string,
        },
      ],
    });
  }
});
