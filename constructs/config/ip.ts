/** Addresses and networks: the only file that takes them apart. */
import { Address4, Address6 } from "ip-address";

/** The version of the Internet Protocol that an address belongs to. */
type Family = 4 | 6;

/** The family of an address, or of a network in CIDR notation. */
export const familyOf = (address: string): Family => (address.includes(":") ? 6 : 4);

/** Number of bits that all addresses of a network have in common. */
export const prefixOf = (cidr: string): number => parse(cidr).subnetMask;

/** Number of addresses in a network, the first and the last included. */
export const sizeOf = (cidr: string): number => 2 ** ((familyOf(cidr) === 4 ? 32 : 128) - prefixOf(cidr));

/** The network in CIDR notation that an address with a prefix belongs to: `10.0.0.0/24` of `10.0.0.7/24`. */
export const networkOf = (cidr: string): string => `${parse(cidr).startAddress().correctForm()}/${prefixOf(cidr)}`;

/** Whether all addresses of the first network are in the second; never across families. */
export const isWithin = (cidr: string, outer: string): boolean => parse(cidr).isInSubnet(parse(outer));

/** Whether two networks share an address: then one of them holds the other. */
export const overlap = (a: string, b: string): boolean => isWithin(a, b) || isWithin(b, a);

/** Networks that nobody has: they stand in documents, such as the cluster file of a fresh clone. RFC 5737, RFC 3849. */
const DOCUMENTATION = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"];

/** Whether a network exists in documents only. */
export const isDocumentation = (cidr: string): boolean => DOCUMENTATION.some((network) => isWithin(cidr, network));

/** Networks that no machine may be given: nobody routes them, and Talos and OpenStack use link-local ones themselves. */
const RESERVED: Readonly<Record<string, string>> = {
  "0.0.0.0/8": "this host",
  "127.0.0.0/8": "loopback",
  "169.254.0.0/16": "link-local, metadata service",
  "224.0.0.0/3": "multicast",
};

/** The reserved networks that a network overlaps, and what each is for. */
export const reservedIn = (cidr: string): readonly { readonly network: string; readonly purpose: string }[] =>
  Object.entries(RESERVED)
    .filter(([network]) => overlap(cidr, network))
    .map(([network, purpose]) => ({ network, purpose }));

const parse = (address: string): Address4 | Address6 =>
  familyOf(address) === 4 ? new Address4(address) : new Address6(address);
