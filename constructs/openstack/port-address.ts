import type { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";

/**
 * The IPv4 address of a port, as an expression.
 *
 * A port of a dual-stack network lists its addresses in any order, so the first one may be IPv6.
 */
export const ipv4Of = (port: NetworkingPortV2): string =>
  `\${[for ip in ${port.fqn}.all_fixed_ips : ip if length(regexall(":", ip)) == 0][0]}`;

/**
 * Recognizes what `ipv4Of` writes: the resource, and its list of addresses.
 *
 * For commands that read a synthesized stack and have to know the address before OpenTofu says it.
 */
export const IPV4_OF = /\$\{\[for ip in ([\w-]+\.[\w-]+)\.(\w+) : ip if length\(regexall\(":", ip\)\) == 0\]\[0\]\}/g;
