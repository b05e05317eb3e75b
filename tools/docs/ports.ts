import { ciliumServices } from "../../constructs/machine/node-services";
import {
  type Remote,
  type FirewallRule,
  type FirewallInputs,
  firewallRules,
} from "../../constructs/openstack/firewall/rules";

/** What stands for the networks of the cluster file; the rules only pass them on. */
const ACCESS: FirewallInputs["access"] = {
  ssh: ["`access.ssh`"],
  kubernetesApi: ["`access.kubernetesApi`"],
  talosApi: ["`access.talosApi`"],
  ingress: ["`access.ingress`"],
};
const OWN = { access: ACCESS, cni: "none", loadBalancer: "security-group" } as const;

/** What Cilium's values open besides. */
const ciliumWith = (values: unknown): FirewallInputs => ({ ...OWN, cni: "cilium", services: ciliumServices(values) });

/** Every variant of the rules, and what the file must say for those that no variant before it has. */
const VARIANTS: readonly (readonly [when: string, inputs: FirewallInputs])[] = [
  ["`cni.kind: cilium`", { ...OWN, cni: "cilium" }],
  ["`cni.kind: flannel`", { ...OWN, cni: "flannel" }],
  ["`cni.kind: none`", OWN],
  ...(
    [
      ["tunnelProtocol: geneve", { tunnelProtocol: "geneve" }],
      ["encryption.type: wireguard", { encryption: { enabled: true, type: "wireguard" } }],
      ["encryption.type: ipsec", { encryption: { enabled: true, type: "ipsec" } }],
      ["authentication.mutual", { authentication: { mutual: { spire: { enabled: true } } } }],
      ["prometheus.enabled", { prometheus: { enabled: true } }],
      ["operator.prometheus.enabled", { operator: { prometheus: { enabled: true } } }],
      ["envoy.prometheus.enabled", { envoy: { prometheus: { enabled: true } } }],
      ["hubble.metrics.enabled", { hubble: { metrics: { enabled: ["dns"] } } }],
    ] as const
  ).map(([value, values]) => [`\`cni.cilium.values\`: \`${value}\``, ciliumWith(values)] as const),
  ["KubeSpan in a patch", { ...OWN, services: [{ name: "kubespan", protocol: "udp", ports: [51820, 51820] }] }],
  ["`loadBalancer.ingress`", { ...OWN, ingress: { httpNodePort: 30080, httpsNodePort: 30443 } }],
];

/** The table of open ports in `docs/use/network.md`, from the very rules that Neutron gets. */
export function portsTable(): string {
  const always = new Set(lines(VARIANTS[0]).filter((line) => VARIANTS.every((v) => lines(v).includes(line))));
  const rows = new Map([...always].map((line) => [line, "always"]));
  for (const variant of VARIANTS) {
    for (const line of lines(variant)) if (!rows.has(line)) rows.set(line, variant[0]);
  }
  return table(
    ["Group", "From", "Port", "For", "When"],
    [...rows].map(([line, when]) => [...line.split(" | "), when]),
  );
}

/** A table with columns of equal width, as Prettier writes it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |\n`;
  return [head, widths.map((width) => "-".repeat(width)), ...rows].map(line).join("");
}

const lines = (variant: (typeof VARIANTS)[number] | undefined): string[] =>
  variant === undefined
    ? []
    : firewallRules(variant[1])
        .filter(({ direction }) => direction === "ingress")
        .map((rule) => [rule.group, from(rule.remote), port(rule), rule.name].join(" | "));

const from = (remote: Remote): string => ("group" in remote ? remote.group : remote.cidr);

function port({ protocol, ports }: FirewallRule): string {
  if (ports === undefined) return protocol ?? "any";
  const [first, last] = ports;
  return `${first === last ? first : `${first}-${last}`}/${protocol ?? "any"}`;
}
