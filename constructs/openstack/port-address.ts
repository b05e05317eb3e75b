import type { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";
import type { NetworkingRouterV2 } from "@cdktf/provider-openstack/networking-router-v2";

/**
 * The IPv4 address of a port, as an expression.
 *
 * A port of a dual-stack network lists its addresses in any order, so the first one may be IPv6.
 */
export const ipv4Of = (port: NetworkingPortV2): string => firstIpv4(`${port.fqn}.all_fixed_ips`, "ip");

/** The IPv4 address of a router towards its external network, as an expression; such a network may be dual-stack too. */
export const externalIpv4Of = (router: NetworkingRouterV2): string =>
  firstIpv4(`${router.fqn}.external_fixed_ip`, "ip.ip_address");

/** The first IPv4 address of a list, as an expression. `address` is what an item of the list, `ip`, has of it. */
export const firstIpv4 = (list: string, address: string): string =>
  `\${[for ip in ${list} : ${address} if length(regexall(":", ${address})) == 0][0]}`;

/**
 * Recognizes what `firstIpv4` writes: the resource, its list, and the key that an item has the address under, if it has one.
 *
 * For commands that read a synthesized stack and have to know the address before OpenTofu says it.
 */
export const FIRST_IPV4 =
  /\$\{\[for ip in ([\w-]+\.[\w-]+)\.(\w+) : ip(?:\.(\w+))? if length\(regexall\(":", ip(?:\.\w+)?\)\) == 0\]\[0\]\}/g;
