/** A machine behind the load balancer. */
export interface Backend {
  /** Name of the machine; HAProxy's name for it too. */
  readonly name: string;
  /** IPv4 address; may be a token. */
  readonly address: string;
}

/**
 * The HAProxy configuration for the Kubernetes API and the Talos API of these control planes.
 *
 * TLS goes through untouched. An API server answers /readyz with 401 to a stranger up to Talos 1.13, with 200 from 1.14
 * on; both mean that it serves. Timeouts are long because watches, logs and exec are silent for long.
 * https://docs.haproxy.org/2.6/configuration.html
 */
export function haproxyConfig(controlPlanes: readonly Backend[]): string {
  const servers = (port: number) => controlPlanes.map(({ name, address }) => `  server ${name} ${address}:${port}`);
  return [
    "global",
    "  log /dev/log local0",
    "  user haproxy",
    "  group haproxy",
    "  stats socket /run/haproxy/admin.sock mode 660 level admin",
    "",
    "defaults",
    "  log global",
    "  mode tcp",
    "  option tcplog",
    "  option dontlognull",
    "  timeout connect 5s",
    "  timeout client 1h",
    "  timeout server 1h",
    "  timeout tunnel 24h",
    "  timeout check 5s",
    "",
    "frontend kubernetes-api",
    "  bind :6443",
    "  default_backend kubernetes-api",
    "",
    "backend kubernetes-api",
    "  balance leastconn",
    "  option httpchk",
    "  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host kubernetes",
    "  http-check expect status 200,401",
    "  default-server inter 3s fall 3 rise 2 check check-ssl verify none on-marked-down shutdown-sessions",
    ...servers(6443),
    "",
    "frontend talos-api",
    "  bind :50000",
    "  default_backend talos-api",
    "",
    "backend talos-api",
    "  balance roundrobin",
    "  option tcp-check",
    "  default-server inter 5s fall 3 rise 2 check",
    ...servers(50000),
    "",
  ].join("\n");
}
