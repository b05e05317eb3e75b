import type { Backend, Backends } from "../../contracts";

const GLOBAL = `global
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
`;

/**
 * The HAProxy configuration for the Kubernetes API, the Talos API and, if wanted, ingress.
 *
 * After a reload every server counts as up until its checks have failed; a connection to one that is not is tried at another
 * one. TLS goes through untouched. An API server answers /readyz with 401 to a stranger up to Talos 1.13, with 200 from 1.14
 * on; both mean that it serves. Timeouts are long because watches, logs and exec are silent for long.
 * https://docs.haproxy.org/2.6/configuration.html
 */
export function haproxyConfig({ controlPlanes, ingress }: Backends<Backend>): string {
  const apiChecks = [
    "  balance leastconn",
    "  option httpchk",
    "  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host kubernetes",
    "  http-check expect status 200,401",
    "  default-server inter 3s fall 3 rise 2 check check-ssl verify none on-marked-down shutdown-sessions",
  ];
  const tcpChecks = ["  balance roundrobin", "  option tcp-check", "  default-server inter 5s fall 3 rise 2 check"];
  return [
    GLOBAL,
    section("kubernetes-api", 6443, apiChecks, controlPlanes, 6443),
    section("talos-api", 50000, tcpChecks, controlPlanes, 50000),
    ...(ingress === undefined
      ? []
      : [
          section("ingress-http", 80, tcpChecks, ingress.nodes, ingress.httpNodePort),
          section("ingress-https", 443, tcpChecks, ingress.nodes, ingress.httpsNodePort),
        ]),
  ].join("\n");
}

function section(
  name: string,
  port: number,
  checks: readonly string[],
  servers: readonly Backend[],
  to: number,
): string {
  return [
    `frontend ${name}`,
    `  bind :${port}`,
    `  default_backend ${name}`,
    "",
    `backend ${name}`,
    ...checks,
    ...servers.map((server) => `  server ${server.name} ${server.address}:${to}`),
    "",
  ].join("\n");
}
