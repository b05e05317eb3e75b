import {
  type GroupName,
  GROUPS,
  type FirewallRule,
  type FirewallInputs,
  firewallRules,
} from "../../../constructs/openstack/firewall/rules";

const ACCESS = {
  kubernetesApi: ["192.0.2.0/24"],
  talosApi: ["198.51.100.0/24"],
  ssh: ["203.0.113.0/24"],
  ingress: ["192.0.2.128/25"],
};
const INGRESS = { httpNodePort: 30080, httpsNodePort: 30443 };
const rules = (changes: Partial<FirewallInputs> = {}) =>
  firewallRules({ access: ACCESS, cni: "cilium", loadBalancer: "security-group", ...changes });
const ingress = (changes: Partial<FirewallInputs> = {}) =>
  rules(changes).filter((rule) => rule.direction === "ingress");

/** A rule as a firewall's table would have it. */
const say = ({ group, protocol, ports, remote }: FirewallRule) =>
  `${group} ${protocol ?? "any"}${ports === undefined ? "" : ` ${[...new Set(ports)].join("-")}`} from ${"cidr" in remote ? remote.cidr : remote.group}`;

const of = (group: GroupName, changes: Partial<FirewallInputs> = {}) =>
  ingress(changes)
    .filter((rule) => rule.group === group)
    .map(say);

const WORLD = /^0\.0\.0\.0\/0$|^::\/0$/;
const EXTERNAL = { cidrs: ["10.9.0.0/24"] };
const EVERY: readonly (readonly [string, FirewallInputs])[] = (["cilium", "flannel", "none"] as const).flatMap(
  (cni) => {
    const own = { access: ACCESS, cni, loadBalancer: "security-group" } as const;
    const external = { ...own, loadBalancer: EXTERNAL };
    return [
      [cni, own] as const,
      [`${cni} with ingress`, { ...own, ingress: INGRESS }] as const,
      [`${cni} behind a load balancer of somebody else`, external] as const,
      [`${cni} with ingress behind a load balancer of somebody else`, { ...external, ingress: INGRESS }] as const,
    ];
  },
);

test.each(EVERY)("every rule for %s has a network or a group", (_name, inputs) => {
  for (const { remote } of firewallRules(inputs)) {
    const [kind, value] = "cidr" in remote ? ["network", remote.cidr] : ["group", remote.group];
    expect([kind, value === ""]).toEqual([kind, false]);
    if (kind === "group") expect(Object.keys(GROUPS)).toContain(value);
  }
});

test.each(EVERY)("nothing comes in from everywhere for %s", (_name, inputs) => {
  const open = firewallRules(inputs).filter(
    ({ direction, remote }) => direction === "ingress" && "cidr" in remote && WORLD.test(remote.cidr),
  );
  expect(open).toEqual([]);
});

test("the world comes in only where the file says so", () => {
  const open = ingress({ access: { ...ACCESS, kubernetesApi: ["0.0.0.0/0"] } }).filter(
    ({ remote }) => "cidr" in remote && WORLD.test(remote.cidr),
  );
  expect(open.map(say)).toEqual(["load-balancer tcp 6443 from 0.0.0.0/0"]);
});

test.each(EVERY.filter(([, { loadBalancer }]) => loadBalancer === "security-group"))(
  "networks come in at the load balancer only for %s",
  (_name, inputs) => {
    const direct = firewallRules(inputs).filter(
      ({ group, direction, remote }) => direction === "ingress" && "cidr" in remote && group !== "load-balancer",
    );
    expect(direct).toEqual([]);
  },
);

test("the load balancer lets each admin network use what the file gives it, and nodes the Kubernetes API", () => {
  expect(of("load-balancer").sort()).toEqual([
    "load-balancer tcp 22 from 203.0.113.0/24",
    "load-balancer tcp 50000 from 198.51.100.0/24",
    "load-balancer tcp 6443 from 192.0.2.0/24",
    "load-balancer tcp 6443 from nodes",
  ]);
});

describe("behind a load balancer of somebody else", () => {
  const cidrs = ["10.9.0.0/24", "198.51.100.0/24"];

  test("control planes let in its networks, and the clients whose addresses it may hand on", () => {
    expect(of("control-plane", { loadBalancer: { cidrs } }).sort()).toEqual([
      "control-plane tcp 2379-2380 from control-plane",
      "control-plane tcp 50000 from 10.9.0.0/24",
      "control-plane tcp 50000 from 198.51.100.0/24",
      "control-plane tcp 50001 from nodes",
      "control-plane tcp 6443 from 10.9.0.0/24",
      "control-plane tcp 6443 from 192.0.2.0/24",
      "control-plane tcp 6443 from 198.51.100.0/24",
      "control-plane tcp 6443 from nodes",
    ]);
  });

  test("nothing is said of a machine that is not ours: no group, no SSH", () => {
    const all = rules({ loadBalancer: { cidrs }, ingress: INGRESS });
    expect(all.filter(({ group, name }) => group === "load-balancer" || name === "ssh")).toEqual([]);
  });

  test("node ports of ingress are open to it", () => {
    expect(of("nodes", { loadBalancer: EXTERNAL, ingress: INGRESS })).toEqual(
      expect.arrayContaining(["nodes tcp 30080 from 10.9.0.0/24", "nodes tcp 30443 from 192.0.2.128/25"]),
    );
  });
});

test("ports 80 and 443 are closed without ingress, whatever access says", () => {
  expect(of("load-balancer").filter((rule) => /tcp (80|443) /.test(rule))).toEqual([]);
});

test("with ingress, the load balancer lets in whom the file names, and reaches the node ports", () => {
  const before = ingress().map(say);
  const more = ingress({ ingress: INGRESS })
    .map(say)
    .filter((rule) => !before.includes(rule));
  expect(more).toEqual([
    "load-balancer tcp 80 from 192.0.2.128/25",
    "load-balancer tcp 443 from 192.0.2.128/25",
    "nodes tcp 30080 from load-balancer",
    "nodes tcp 30443 from load-balancer",
  ]);
});

test("control planes serve their APIs to the load balancer and the nodes, etcd to each other alone", () => {
  expect(of("control-plane").sort()).toEqual([
    "control-plane tcp 2379-2380 from control-plane",
    "control-plane tcp 50000 from load-balancer",
    "control-plane tcp 50001 from nodes",
    "control-plane tcp 6443 from load-balancer",
    "control-plane tcp 6443 from nodes",
  ]);
});

test.each(EVERY)("etcd is open to control planes and nobody else for %s", (_name, inputs) => {
  const covers = ({ ports, protocol }: FirewallRule) =>
    protocol === "tcp" && ports !== undefined && ports[0] <= 2380 && ports[1] >= 2379;
  const etcd = firewallRules(inputs).filter((rule) => rule.direction === "ingress" && covers(rule));
  // Without a known pod network everything is open between the cluster's own machines.
  const between = inputs.cni === "none" ? ["nodes tcp 1-65535 from nodes"] : [];
  expect(etcd.map(say)).toEqual(["control-plane tcp 2379-2380 from control-plane", ...between]);
});

test.each([
  [
    "cilium",
    ["nodes icmp from nodes", "nodes tcp 4240 from nodes", "nodes tcp 4244 from nodes", "nodes udp 8472 from nodes"],
  ],
  ["flannel", ["nodes udp 4789 from nodes"]],
  ["none", ["nodes icmp from nodes", "nodes tcp 1-65535 from nodes", "nodes udp 1-65535 from nodes"]],
] as const)("for %s nodes open to each other what it needs, besides the kubelet and the Talos API", (cni, own) => {
  expect(of("nodes", { cni }).sort()).toEqual(
    [...own, "nodes tcp 10250 from nodes", "nodes tcp 50000 from control-plane"].sort(),
  );
});

test("everything may leave every group, by IPv4 and IPv6", () => {
  const egress = rules().filter(({ direction }) => direction === "egress");
  expect(egress.map(({ group, ethertype }) => `${group} ${ethertype}`)).toEqual(
    Object.keys(GROUPS).flatMap((group) => [`${group} IPv4`, `${group} IPv6`]),
  );
});

test.each(EVERY)("no two rules for %s are the same, and no two have the same id", (_name, inputs) => {
  const all = firewallRules(inputs);
  const ids = all.map(({ group, direction, name, remote }) =>
    [group, direction, name, "cidr" in remote ? remote.key : remote.group].join(" "),
  );
  expect(new Set(ids).size).toBe(all.length);
  expect(new Set(all.map((rule) => `${rule.direction} ${rule.ethertype} ${say(rule)}`)).size).toBe(all.length);
});

test("networks that differ in one digit have ids of their own", () => {
  const keys = ingress({ access: { ...ACCESS, ssh: ["10.1.11.0/24", "10.11.1.0/24"] } })
    .filter(({ name }) => name === "ssh")
    .map(({ remote }) => ("cidr" in remote ? remote.key : ""));
  expect(keys).toEqual(["10-1-11-0-24", "10-11-1-0-24"]);
});

describe("what nodes use among each other besides", () => {
  const besides = (services: FirewallInputs["services"]) =>
    of("nodes", { services: services ?? [] }).filter((rule) => !of("nodes").includes(rule));

  test("is open between nodes, as ports or as a protocol", () => {
    expect(
      besides([
        { name: "own-udp-7000-7010", protocol: "udp", ports: [7000, 7010] },
        { name: "cilium-ipsec", protocol: "esp" },
      ]),
    ).toEqual(["nodes udp 7000-7010 from nodes", "nodes esp from nodes"]);
  });

  // Neutron refuses a rule that it has.
  test("opens nothing twice, whatever it is called", () => {
    const port = { protocol: "tcp", ports: [9100, 9100] } as const;
    const hubble = { name: "own-tcp-4244", protocol: "tcp", ports: [4244, 4244] } as const;
    const kubelet = { name: "own-tcp-10250", protocol: "tcp", ports: [10250, 10250] } as const;
    expect(besides([{ name: "one", ...port }, { name: "two", ...port }, hubble, kubelet])).toEqual([
      "nodes tcp 9100 from nodes",
    ]);
    expect(of("nodes", { services: [hubble, kubelet] })).toEqual(of("nodes"));
  });
});
