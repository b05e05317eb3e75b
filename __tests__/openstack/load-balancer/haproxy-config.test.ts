import type { Backend } from "../../../constructs/contracts";
import { haproxyConfig, haproxyRoutes } from "../../../constructs/openstack/load-balancer/haproxy-config";
import { DEFAULT_LIMITS } from "../../../constructs/openstack/load-balancer/haproxy-limits";

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

test("the number of all connections is left to HAProxy, which knows the machine's limits", () => {
  const text = haproxyConfig({ controlPlanes, ingress });
  expect(text.split("\nfrontend ")[0]).not.toContain("maxconn");
});

test("strangers take no more than their part of the connections, and none that is silent for long", () => {
  const text = haproxyConfig({ controlPlanes, ingress });
  expect(text.match(/^ {2}maxconn .*/gm)?.map((line) => line.trim())).toEqual([
    "maxconn 8000",
    "maxconn 2000",
    "maxconn 4000",
    "maxconn 4000",
  ]);
  for (const name of ["ingress-http", "ingress-https"]) {
    expect(section(text, `frontend ${name}`)).toContain("timeout client 300s");
    expect(section(text, `backend ${name}`)).toEqual(
      expect.arrayContaining(["timeout server 300s", "timeout tunnel 300s"]),
    );
  }
  expect(section(text, "frontend kubernetes-api").join("\n")).not.toContain("timeout");
});

test("sessions of a control plane that is down end, with both APIs", () => {
  const text = haproxyConfig({ controlPlanes });
  for (const name of ["kubernetes-api", "talos-api"]) {
    expect(section(text, `backend ${name}`).join("\n")).toContain("on-marked-down shutdown-sessions");
  }
});

test("clients' addresses are in the log", () => {
  expect(section(haproxyConfig({ controlPlanes }), "defaults")).toEqual(
    expect.arrayContaining(["log global", "option tcplog"]),
  );
});

test("the ingress controller is told clients' addresses where the file asks for it, and the APIs never are", () => {
  const limits = { ...DEFAULT_LIMITS, sendProxy: true };
  const servers = haproxyConfig({ controlPlanes, ingress }, limits).match(/^ {2}server .*/gm) ?? [];
  expect(servers.map((line) => line.endsWith(" send-proxy-v2"))).toEqual([false, false, false, false, true, true]);
});

describe("what a plan shows", () => {
  // The text stands in the state of every cluster: another text is a change in the next plan of each.
  test("is without this program's own limits, so that a release with others changes no cluster by itself", () => {
    expect(haproxyRoutes({ controlPlanes: controlPlanes.slice(0, 1), ingress })).toMatchInlineSnapshot(`
      "global
        log /dev/log local0
        user haproxy
        group haproxy
        stats socket /run/haproxy/admin.sock mode 660 level admin

      defaults
        log global
        mode tcp
        option tcplog
        option dontlognull
        retries 3
        option redispatch 1
        timeout connect 5s
        timeout client 1h
        timeout server 1h
        timeout tunnel 24h
        timeout check 5s

      frontend kubernetes-api
        bind :6443
        default_backend kubernetes-api

      backend kubernetes-api
        balance leastconn
        option httpchk
        http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host kubernetes
        http-check expect status 200,401
        default-server inter 3s fall 3 rise 2 check check-ssl verify none on-marked-down shutdown-sessions
        server demo-control-plane-0 10.0.0.11:6443

      frontend talos-api
        bind :50000
        default_backend talos-api

      backend talos-api
        balance roundrobin
        option tcp-check
        default-server inter 5s fall 3 rise 2 check
        server demo-control-plane-0 10.0.0.11:50000

      frontend ingress-http
        bind :80
        default_backend ingress-http

      backend ingress-http
        balance roundrobin
        option tcp-check
        default-server inter 5s fall 3 rise 2 check
        server demo-edge-0 10.0.0.21:30080

      frontend ingress-https
        bind :443
        default_backend ingress-https

      backend ingress-https
        balance roundrobin
        option tcp-check
        default-server inter 5s fall 3 rise 2 check
        server demo-edge-0 10.0.0.21:30443
      "
    `);
  });

  test("has what the file asks for", () => {
    const limits = { maxConnections: 9, idleSeconds: 60, sendProxy: true };
    const text = haproxyRoutes({ controlPlanes, ingress }, limits);
    expect(section(text, "frontend ingress-http")).toEqual(expect.arrayContaining(["maxconn 9", "timeout client 60s"]));
    expect(section(text, "backend ingress-http")).toContain("timeout tunnel 60s");
    expect(text).toContain("send-proxy-v2");
  });
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
