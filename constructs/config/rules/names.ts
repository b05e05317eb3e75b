/** Names: of pools, and of what is derived from them in OpenStack, Kubernetes and DNS. */
import { CONTROL_PLANE, nodeName } from "../names";
import { allPools, poolPath } from "../nodes";
import { DNS_LABEL } from "../schema/primitives";
import type { Rule } from "./rule";

/** Longest host name and DNS label; a server's name becomes the name of its Kubernetes node. */
const MAX_LABEL = 63;
const MAX_FQDN = 253;

const poolName: Rule = {
  id: "pool-name",
  needs: ["workers"],
  *check({ workers }) {
    for (const { name } of workers) {
      const path = ["workers", name];
      if (!DNS_LABEL.test(name)) {
        yield {
          path,
          message: `pool names must be DNS labels (a-z, 0-9, inner dashes); got ${JSON.stringify(name)}; rename it`,
        };
      } else if (name === CONTROL_PLANE) {
        yield {
          path,
          message: `"${CONTROL_PLANE}" is the pool of the control planes; rename this one, for example "general"`,
        };
      }
    }
  },
};

// The control planes' names are longer than the load balancer's, so that this rule covers it too.
const serverNameLength: Rule = {
  id: "server-name-length",
  needs: ["name", "controlPlane", "workers"],
  *check(config) {
    for (const pool of allPools(config)) {
      const longest = pool.nodes.at(-1)?.name ?? nodeName(config.name, pool.name, 0);
      const excess = longest.length - MAX_LABEL;
      if (excess > 0) {
        yield {
          path: pool.machineType === "worker" ? poolPath(pool) : ["name"],
          message:
            `servers of pool "${pool.name}" get names such as ${longest}: ${longest.length} characters, ` +
            `${excess} more than the ${MAX_LABEL} of a node name; shorten the name of the cluster or of the pool`,
        };
      }
    }
  },
};

const fqdnLength: Rule = {
  id: "fqdn-length",
  needs: ["name", "domain"],
  *check({ fqdn, domain }) {
    const label = domain.split(".").find((part) => part.length > MAX_LABEL);
    if (label !== undefined) {
      yield {
        path: ["domain"],
        message: `each part must have at most ${MAX_LABEL} characters; got "${label}" (${label.length})`,
      };
    }
    if (fqdn.length > MAX_FQDN) {
      yield {
        path: ["domain"],
        message: `<name>.<domain> has ${fqdn.length} characters, ${fqdn.length - MAX_FQDN} more than DNS allows; shorten it`,
      };
    }
  },
};

const dnsZone: Rule = {
  id: "dns-zone",
  needs: ["name", "domain", "dns"],
  *check({ fqdn, domain, dns }) {
    if (dns.kind === "external" || fqdn === dns.zone || fqdn.endsWith(`.${dns.zone}`)) return;
    yield { path: ["dns", "zone"], message: `must hold ${fqdn}; got "${dns.zone}"; use ${domain} or a parent of it` };
  },
};

/** `host` or `host:port`, as nsupdate is told. */
const HOST_PORT = /^(?<host>[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:(?<port>\d{1,5}))?$/;

const dnsServer: Rule = {
  id: "dns-server",
  needs: ["dns"],
  *check({ dns }) {
    if (dns.kind !== "rfc2136") return;
    const port = Number(HOST_PORT.exec(dns.server)?.groups?.["port"] ?? 53);
    if (!HOST_PORT.test(dns.server) || port < 1 || port > 65535) {
      yield {
        path: ["dns", "server"],
        message: `must be host or host:port, for example ns1.example.org:53; got ${JSON.stringify(dns.server)}`,
      };
    }
  },
};

/** Rules about names. */
export const NAME_RULES: readonly Rule[] = [poolName, serverNameLength, fqdnLength, dnsZone, dnsServer];
