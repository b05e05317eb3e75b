import type { Backend, Backends } from "../../contracts";
import { DEFAULT_LIMITS, type IngressLimits, limitLines } from "./haproxy-limits";

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

/** A port of the load balancer, and the backends that it leads to. */
interface Route {
  readonly name: string;
  readonly port: number;
  readonly checks: readonly string[];
  readonly servers: readonly Backend[];
  readonly to: number;
  /** Send the PROXY protocol, which tells the client's address. */
  readonly sendProxy?: boolean;
}

/**
 * The HAProxy configuration for the Kubernetes API, the Talos API and, if wanted, ingress.
 *
 * After a reload every server counts as up until its checks have failed; a connection to one that is not is tried at another
 * one. TLS goes through untouched. An API server answers /readyz with 401 to a stranger up to Talos 1.13, with 200 from 1.14
 * on; both mean that it serves. Timeouts are long because watches, logs and exec are silent for long; where strangers come
 * in they are short. The log names the address of each client.
 * https://docs.haproxy.org/2.6/configuration.html
 */
export const haproxyConfig = (backends: Backends<Backend>, limits: IngressLimits = DEFAULT_LIMITS): string =>
  configuration(backends, limits, "all");

/**
 * The configuration without what this program limits by itself: what a plan shows, and what makes an apply push it again.
 *
 * So a release with another limit changes no running load balancer by itself; the limit comes with the next change.
 */
export const haproxyRoutes = (backends: Backends<Backend>, limits: IngressLimits = DEFAULT_LIMITS): string =>
  configuration(backends, limits, "asked for");

function configuration(
  { controlPlanes, ingress }: Backends<Backend>,
  limits: IngressLimits,
  which: "all" | "asked for",
): string {
  const section = (route: Route) => sections(route, limitLines(route.name, limits, which));
  const { sendProxy } = limits;
  return [
    GLOBAL,
    section({ name: "kubernetes-api", port: 6443, checks: API_CHECKS, servers: controlPlanes, to: 6443 }),
    section({ name: "talos-api", port: 50000, checks: TCP_CHECKS, servers: controlPlanes, to: 50000 }),
    ...(ingress === undefined
      ? []
      : [
          { name: "ingress-http", port: 80, to: ingress.httpNodePort },
          { name: "ingress-https", port: 443, to: ingress.httpsNodePort },
        ].map((route) => section({ ...route, checks: TCP_CHECKS, servers: ingress.nodes, sendProxy }))),
  ].join("\n");
}

const API_CHECKS = [
  "  balance leastconn",
  "  option httpchk",
  "  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host kubernetes",
  "  http-check expect status 200,401",
  "  default-server inter 3s fall 3 rise 2 check check-ssl verify none on-marked-down shutdown-sessions",
];
const TCP_CHECKS = ["  balance roundrobin", "  option tcp-check", "  default-server inter 5s fall 3 rise 2 check"];

function sections(
  { name, port, checks, servers, to, sendProxy = false }: Route,
  limits: { readonly frontend: readonly string[]; readonly backend: readonly string[] },
): string {
  return [
    `frontend ${name}`,
    `  bind :${port}`,
    ...limits.frontend,
    `  default_backend ${name}`,
    "",
    `backend ${name}`,
    ...checks,
    ...limits.backend,
    // Health checks send it too, as HAProxy does by itself.
    ...servers.map((server) => `  server ${server.name} ${server.address}:${to}${sendProxy ? " send-proxy-v2" : ""}`),
    "",
  ].join("\n");
}
