/** Names that are made of several sections, in OpenStack, Kubernetes and DNS. */
import { fqdnOf, nodeName } from "../names";
import { allPools, poolPath } from "../nodes";
import { type Rule, rule } from "./rule";

/** Longest host name and DNS label; a server's name becomes the name of its Kubernetes node. */
const MAX_LABEL = 63;
const MAX_FQDN = 253;

// The control planes' names are longer than the load balancer's, so that this rule covers it too.
const serverNameLength = rule({
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
});

const domainRequired = rule({
  id: "domain-required",
  needs: ["domain", "dns"],
  *check({ domain, dns }) {
    if (domain === undefined && dns.hasName) {
      yield { path: ["domain"], message: `is required: the API is called <name>.<domain> with dns.kind: ${dns.kind}` };
    }
  },
});

const fqdnLength = rule({
  id: "fqdn-length",
  needs: ["name", "domain"],
  *check(config) {
    const { domain = "" } = config;
    const fqdn = fqdnOf(config);
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
});

const dnsZone = rule({
  id: "dns-zone",
  needs: ["name", "domain", "dns"],
  *check(config) {
    const { dns, domain } = config;
    const fqdn = fqdnOf(config);
    if (domain === undefined) return;
    // Kinds without a zone leave it to somebody else.
    if (!("zone" in dns) || fqdn === dns.zone || fqdn.endsWith(`.${dns.zone}`)) return;
    yield { path: ["dns", "zone"], message: `must hold ${fqdn}; got "${dns.zone}"; use ${domain} or a parent of it` };
  },
});

/** Rules about names. */
export const NAME_RULES: readonly Rule[] = [serverNameLength, domainRequired, fqdnLength, dnsZone];
