import { parseFile } from "../../constructs/load";
import { firewallRules } from "../../constructs/openstack/firewall/rules";
import { CLUSTER, CONTROL_PLANES, fqdnOf, WORKERS } from "../lab/cluster";
import * as neutron from "../support/neutron";
import type { Run } from "../lab/run";
import type { Story } from "../support/story";

/** Looks at ports, groups, record and load balancer through the cloud's own APIs. */
export function networkChecks({ check }: Story, run: Run): void {
  check("every node has a port with an address of the subnet and the groups of its role", async () => {
    const { cloud } = run.project;
    const { cidr } = run.file.network.create;
    const names = await neutron.groupNames(cloud);
    const actual = Array.from(await neutron.ports(cloud), ([name, port]) => ({
      name,
      status: port.status,
      groups: port.security_groups.map((id) => names.get(id)).sort(),
      address: neutron.addressOf(port),
    }));
    const expected = (name: string, ...groups: string[]) => ({
      name,
      status: "ACTIVE",
      groups: groups.map((group) => `${CLUSTER}-${group}`),
      address: expect.stringContaining(cidr.replace("0/24", "")) as string,
    });
    expect(actual.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      ...CONTROL_PLANES.map((name) => expected(name, "control-plane", "nodes")),
      ...WORKERS.map((name) => expected(name, "nodes")),
      expected(`${CLUSTER}-lb`, "load-balancer"),
    ]);
    expect(new Set(actual.map(({ address }) => address)).size).toBe(actual.length);
  });

  check("the security groups have the rules of the program's table, each with a prefix or a group", async () => {
    const { access, cni, loadBalancer } = parseFile(run.file).config;
    const table = firewallRules({
      access,
      cni: cni.kind,
      loadBalancer: "security-group",
      ingress: loadBalancer.ingress,
    });
    const actual = await neutron.rules(run.project.cloud);
    expect(actual).toEqual(neutron.expectedRules(table));
    expect(actual.filter((rule) => rule.endsWith(neutron.NEITHER))).toEqual([]);
    expect(actual.filter((rule) => / ingress .*(0\.0\.0\.0|::)\/0/.test(rule))).toEqual([]);
  });

  check("the record holds the floating IP, and the name resolves to it", async () => {
    const { cloud, zone, commands } = run.project;
    const address = await neutron.floatingIp(cloud);
    const { zones } = await cloud.get<{ zones: { id: string }[] }>("dns", `/v2/zones?name=${zone}.`);
    const path = `/v2/zones/${zones[0]?.id ?? ""}/recordsets?type=A`;
    const { recordsets } = await cloud.get<{ recordsets: unknown[] }>("dns", path);
    expect(recordsets).toEqual([
      expect.objectContaining({ name: `${fqdnOf(run.project)}.`, records: [address], ttl: 30, status: "ACTIVE" }),
    ]);
    const answer = await commands.run("getent", ["ahostsv4", fqdnOf(run.project)]);
    expect(new Set(answer.match(/^\S+/gm))).toEqual(new Set([address]));
  });

  check("the load balancer serves the addresses of the control planes' ports", async () => {
    const { cloud, commands, privateKey } = run.project;
    const options = ["-i", privateKey, "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"];
    const address = await neutron.floatingIp(cloud);
    const remote = "sudo systemctl is-active haproxy && sudo cat /etc/haproxy/haproxy.cfg";
    const text = await commands.run("ssh", [...options, `debian@${address}`, remote]);
    expect(text).toMatch(/^active$/m);
    const addresses = await neutron.nodeAddresses(cloud, CONTROL_PLANES);
    const expected = [6443, 50000].flatMap((port) =>
      CONTROL_PLANES.map((name) => `server ${name} ${addresses[name] ?? ""}:${port}`),
    );
    expect(text.match(/server \S+ \S+:\d+/g)).toEqual(expected);
  });
}
