/** What texts of the cluster file may look like: every one that is no name of ours is one of these. */
import { z } from "zod";

/** A text has one thing wrong with it at a time. */
const saying = (error: string) => ({ error, abort: true });
const atMost = (characters: number) => saying(`must have at most ${characters} characters`);

/** No line breaks, no tabs, and nothing that nobody sees. */
const VISIBLE = "[^\\t\\n\\r\\u2028\\u2029\\u200b\\u200e\\u200f\\u2060\\ufeff]";

/** One line of text that is not blank. */
const line = (most: number) =>
  z
    .string()
    .min(1, saying("must not be empty"))
    .max(most, atMost(most))
    .regex(
      new RegExp(`^(?=.*\\S)${VISIBLE}*$`),
      saying("must be one line of text, not blank, without invisible characters"),
    );

/** Text of some characters only, and at most so many of them. */
const of = (pattern: RegExp, most: number, error: string) =>
  z.string().regex(pattern, saying(error)).max(most, atMost(most));

/** A name or an ID that OpenStack knows. */
export const openStackName = line(255);

/** An ID that OpenStack gave. */
export const uuid = of(
  /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/,
  36,
  "must be an ID, for example 3d6a4c1e-5f1c-4000-8000-0123456789ab; use the key called name for a name",
);

/** A tag: Nova takes the fewest characters. */
export const tag = line(60);

/** The path of a file or directory. */
export const path = line(1000).regex(/^(?!.*[^/]{256})/, saying("must not have parts of more than 255 characters"));

/** The path of a file that is made: it does not end like that of a directory. */
export const newFile = path.regex(/(^|\/)\.*[^/.][^/]*$/, saying("must be the path of a file; add its name"));

/** A user of a machine, as useradd takes it. */
export const user = of(
  /^[a-z_][a-z0-9_-]*$/,
  32,
  'must be a user name: lower-case letters, digits, "-" and "_", first a letter or "_"',
);

/** Not what looks like an IPv4 address and is none. */
export const NO_FALSE_ADDRESS = /^(?![\d.]+$)|^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;

/** A name in DNS, or an address. */
export const host = of(
  /^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/,
  253,
  "must be a host name or an address, for example jump.example.org",
).regex(NO_FALSE_ADDRESS, saying("looks like an IPv4 address, but is none; those are four numbers up to 255"));

/** An http or https URL of something that is fetched: https://www.rfc-editor.org/rfc/rfc3986#section-2 */
export const httpUrl = z
  .url({ protocol: /^https?$/, ...saying("must be an http or https URL, for example https://example.org") })
  .regex(
    /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/,
    saying("must be written as a URL: %20 for a blank, punycode for other letters"),
  )
  .regex(/^[^#]*$/, saying('must not have a fragment; remove "#" and what follows'))
  .max(2000, atMost(2000))
  // For editors; the first pattern after the URL would make it any text.
  .meta({ format: "uri" });

/** Whether a URL is plain http: what it sends can be read and changed on the way. */
export const isPlainHttp = (url: string): boolean => /^http:/i.test(url);

/** An http or https URL that more is appended to. */
export const baseUrl = httpUrl.regex(/^[^?]*$/, saying('must not have a query; remove "?" and what follows'));

/** A chart in an OCI registry, as helm takes it: host, optional port, path, and optionally the digest that it must have. */
export const ociChart = of(
  /^oci:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(@sha256:[0-9a-f]{64})?$/,
  255,
  "must be an OCI address, for example oci://quay.io/cilium/charts/cilium",
);

/** A container image with its registry and a tag, a digest or both. */
export const containerImage = of(
  /^(?=.*\/[^/]*[:@])[a-z0-9][a-z0-9.-]*(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:\w[\w.-]*)?(@sha256:[0-9a-f]{64})?$/,
  255,
  "must be a container image with its registry and a tag or digest, for example registry.example.org/helm:4.3.0",
);

/** A SHA-256, as sha256sum writes it. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256: 64 lower-case hex digits");

/** An object of an S3 store, in characters that every client writes alike. */
export const s3Key = of(
  /^(?!(.*\/)?\.{1,2}(\/|$))[A-Za-z0-9!_.*'()/=+@,:-]+$/,
  1000,
  `must be letters, digits and !_.*'()/=+@,:- without the parts "." and ".."`,
);

/** A word of letters, digits and a few signs, as regions, ACLs and the names of keys are. */
export const word = of(
  /^[A-Za-z0-9][A-Za-z0-9:/._-]*$/,
  255,
  'must be letters, digits, ":", "/", ".", "_" and "-", first a letter or a digit',
);

/** The name of an image property, for example hw_qemu_guest_agent or trait:HW_CPU_X86_VMX. */
export const propertyName = of(
  /^[A-Za-z0-9][A-Za-z0-9:._-]*$/,
  255,
  'must be letters, digits, ":", ".", "_" and "-", first a letter or a digit',
);

/** The value of an image property; Nova keeps 255 characters of it. */
export const propertyValue = of(
  new RegExp(`^${VISIBLE}*$`),
  255,
  "must be one line of text, without invisible characters",
);

/**
 * Schemas whose text may be anything: it reaches OpenTofu inside of a document only, which is escaped as a whole. Everywhere
 * else "${" and "%{" are refused.
 */
export const ESCAPED = z.registry<{ readonly by: "renderJson" | "escapeTemplate" }>();

/** Text in a document that is escaped. */
export const freeText = z.string().register(ESCAPED, { by: "renderJson" });

/** Texts by keys, in a document that is escaped. */
export const freeTexts = z.record(z.string(), z.string()).register(ESCAPED, { by: "renderJson" });

/** Data by keys, in a document that is escaped. */
export const freeMapping = z.record(z.string(), z.json()).register(ESCAPED, { by: "renderJson" });
