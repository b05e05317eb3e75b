import { z } from "zod";

const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

/** A DNS-1123 label: what Kubernetes, Talos and DNS all accept as a name. */
export const DNS_LABEL = new RegExp(`^${LABEL}$`);

/** DNS-1123 labels with dots between them. */
export const DNS_NAME = new RegExp(`^(${LABEL}\\.)*${LABEL}$`);

/** A DNS-1123 label: at most 63 lower-case letters, digits and inner dashes. */
export const dnsLabel = z
  .string()
  .regex(DNS_LABEL, "must be a DNS label: lower-case letters, digits and inner dashes")
  .max(63, "must be at most 63 characters");

/** A domain name of DNS-1123 labels, without a trailing dot. */
export const domainName = z
  .string()
  .regex(DNS_NAME, {
    error: "must be a lower-case domain name without a trailing dot, for example k8s.example.org",
    abort: true,
  })
  .regex(
    /(^|\.)[^.]*[a-z][^.]*$/,
    "must be a domain name, not an address; use dns.kind: none for a cluster without a name",
  )
  .max(253, "must be at most 253 characters");

/** An IPv4 network in CIDR notation; its host bits are checked by a rule. */
export const cidr = z.cidrv4("must be an IPv4 network in CIDR notation, for example 192.0.2.0/24");

/** An IPv4 address. */
export const ipv4 = z.ipv4("must be an IPv4 address, for example 192.0.2.10");

/** Seconds, as a bound of something that is waited for. */
export const seconds = z.int().min(1).max(86400);

const NUMBER = "(0|[1-9]\\d{0,3})";
/** A part of a pre-release: a number without zeros in front, or something with a letter in it. */
const PRE_PART = "(0|[1-9]\\d{0,9}|\\d{0,20}[A-Za-z-][0-9A-Za-z-]{0,40})";

/**
 * A version by Semantic Versioning, such as v1.13.9; the leading "v" is optional in the file and always there once resolved.
 *
 * Strict, so that whoever takes it apart later can: https://semver.org
 */
export const version = (example: string, major = NUMBER) => {
  const error = `must be a full version, for example ${example}`;
  return z
    .string(`must be a version in quotes, for example ${example}`)
    .regex(new RegExp(`^v?${major}\\.${NUMBER}\\.${NUMBER}(-${PRE_PART}(\\.${PRE_PART}){0,5})?$`), {
      error,
      abort: true,
    });
};

/** The major version of Talos and of Kubernetes; nobody knows what the next one needs. */
export const MAJOR_ONE = "1";

/** A version with its leading "v". */
export const withV = (written: string): string => (written.startsWith("v") ? written : `v${written}`);

/** Which of these keys were given, of those that exclude each other. */
export const given = <K extends string>(of: Readonly<Partial<Record<K, unknown>>>, keys: readonly K[]): readonly K[] =>
  keys.filter((key) => of[key] !== undefined);
