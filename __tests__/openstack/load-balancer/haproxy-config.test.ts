import type { Backend } from "../../../constructs/contracts";
import { haproxyConfig } from "../../../constructs/openstack/load-balancer/haproxy-config";

const controlPlanes: readonly Backend[] = [
  { name: "demo-control-plane-0", address: "10.0.0.11" },
  { name: "demo-control-plane-1", address: "10.0.0.12" },
];
const ingress = { nodes: [{ name: "demo-edge-0", address: "10.0.0.21" }], httpNodePort: 30080, httpsNodePort: 30443 };

/** A section's lines, without indent. */
const section = (text: string, header: string): string[] => {
  const [, rest = ""] = text.split(`\n${header}\n`);
  return (rest.split("\n\n")[0] ?? "").split("\n").map((line) => line.trim());
};

test("an API server that answers 401 to strangers, or 200, serves", () => {
  const checks = section(haproxyConfig({ controlPlanes }), "backend kubernetes-api").filter((line) =>
    /ch(ec)?k/.test(line),
  );
  expect(checks).toEqual([
    "option httpchk",
    expect.stringContaining("meth GET uri /readyz"),
    "http-check expect status 200,401",
    expect.stringMatching(/^default-server .*\bcheck check-ssl verify none\b/),
  ]);
});

test("the Talos API is checked by a connection, since it talks to nobody without a certificate", () => {
  const backend = section(haproxyConfig({ controlPlanes }), "backend talos-api");
  expect(backend).toContain("option tcp-check");
  expect(backend.join("\n")).not.toMatch(/httpchk|ssl/);
});

test("sessions that are silent for hours are kept", () => {
  const defaults = section(haproxyConfig({ controlPlanes }), "defaults");
  expect(defaults).toEqual(expect.arrayContaining(["timeout client 1h", "timeout server 1h", "timeout tunnel 24h"]));
});

test("TLS is never opened: mode tcp, and no certificate", () => {
  const config = haproxyConfig({ controlPlanes, ingress });
  expect(section(config, "defaults")).toContain("mode tcp");
  expect(config).not.toMatch(/mode http|\bcrt\b/);
});

test("the number of connections is left to HAProxy, which knows the machine's limits", () => {
  expect(haproxyConfig({ controlPlanes })).not.toContain("maxconn");
});

test("each control plane is a server of both backends, by name", () => {
  const servers = haproxyConfig({ controlPlanes }).match(/^ {2}server .*/gm);
  expect(servers).toEqual([
    "  server demo-control-plane-0 10.0.0.11:6443",
    "  server demo-control-plane-1 10.0.0.12:6443",
    "  server demo-control-plane-0 10.0.0.11:50000",
    "  server demo-control-plane-1 10.0.0.12:50000",
  ]);
});

test("ports 80 and 443 lead to the node ports of the ingress pool, and only if wanted", () => {
  const config = haproxyConfig({ controlPlanes, ingress });
  expect(config.match(/^ {2}bind .*/gm)).toEqual(["  bind :6443", "  bind :50000", "  bind :80", "  bind :443"]);
  expect(config.match(/^ {2}server demo-edge.*/gm)).toEqual([
    "  server demo-edge-0 10.0.0.21:30080",
    "  server demo-edge-0 10.0.0.21:30443",
  ]);
  expect(haproxyConfig({ controlPlanes })).not.toMatch(/bind :(80|443)$/m);
});

// HAProxy refuses a configuration whose last line is not finished.
test("ends with a newline", () => {
  expect(haproxyConfig({ controlPlanes })).toMatch(/[^\n]\n$/);
});
