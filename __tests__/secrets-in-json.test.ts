import { CLUSTERS } from "./support/clusters";
import { clusterStack, fileAt, jsonOf, type StackJson, synthCluster } from "./support/synth";

/** What is a secret wherever it stands: keys, certificates, bootstrap tokens, JSON web tokens. */
const SECRET =
  /-----BEGIN|PRIVATE KEY|LS0tLS1CRUdJTi|\b[a-z0-9]{6}\.[a-z0-9]{16}\b|\beyJ[\w-]{10,}\.|password"\s*:|secret_key|application_credential/i;

/** Every text of a stack: values and names. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)]);
}

const suspicious = (json: StackJson) => texts(json).filter((text) => SECRET.test(text));

test.each(CLUSTERS.filter(([name]) => /file|nsupdate|S3|cloud|bastion/.test(name)))(
  "the JSON of %s holds nothing that looks like a secret",
  (_name, cluster) => {
    expect(suspicious(synthCluster(cluster()))).toEqual([]);
  },
);

// A search that finds nothing is worth what it would have found.
test.each([
  ["a private key", "-----BEGIN ED25519 PRIVATE KEY-----"],
  ["a certificate in base64", "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t"],
  ["a bootstrap token", "token: abcdef.0123456789abcdef"],
  ["a JSON web token", "eyJhbGciOiJSUzI1NiIsImtpZCI6.eyJpc3MiOiJrdWJlcm5ldGVz"],
])("the search finds %s that was planted", (_name, planted) => {
  const stack = clusterStack(fileAt("cluster.yaml"));
  stack.addOverride("locals.planted", `some text, ${planted}`);
  expect(suspicious(jsonOf(stack))).toEqual([`some text, ${planted}`]);
});

// The file is not there: whoever read it would fail.
test("a file of patches.secret is a path, and nothing else", () => {
  const file = fileAt("cluster.yaml");
  const json = jsonOf(
    clusterStack({ ...file, config: { ...file.config, patches: { ...file.config.patches, secret: ["keys.yaml"] } } }),
  );
  expect(texts(json).filter((text) => text.includes("keys.yaml"))).toEqual(
    texts(json).filter((text) => /^(\.\.\/)*keys\.yaml$/.test(text)),
  );
});

/** The whole of an expression for the hash of a public certificate: whatever it fails on, its value is empty. */
const OS_CA =
  /^\$\{try\(sha256\(base64decode\(yamldecode\(file\(format\("%s\/secrets\.yaml%s", var\.talosconfig_dir, [^)]*\)[^;]*\)\)\)\.certs\.os\.crt\)\), ""\)\}$/;

describe("secrets.yaml", () => {
  let json: StackJson;
  beforeAll(() => {
    json = synthCluster(fileAt("cluster.yaml"));
  });

  test("is only ever a path, or a word in a script or a message, but for the hash of its OS CA's certificate", () => {
    const expressions = texts(json)
      .filter((text) => !OS_CA.test(text))
      .flatMap((text) => text.match(/\$\{[^}]*\bfile[^}]*\}/g) ?? []);
    expect(expressions.filter((expression) => /file\([^)]*secrets(?![^)]*\.sh")/.test(expression))).toEqual([]);
  });

  test("gives that hash and nothing else, in two places, whose errors are kept to themselves", () => {
    const places = texts(json).filter((text) => text.includes("yamldecode"));
    expect(places.map((text) => OS_CA.test(text))).toEqual([true, true]);
  });

  test("is read by no other expression while planning: only machine configs are read, deferred to the apply", () => {
    const reads = Object.values(json.resource ?? {})
      .flatMap((bodies) => Object.values(bodies))
      .flatMap(texts)
      .filter((text) => /\bfile(base64|sha|md5|exists)?\w*\(/.test(text) && text.startsWith("${") && !OS_CA.test(text));
    expect(reads).toHaveLength(5);
    for (const read of reads) expect(read).toMatch(/^\$\{base64gzip\(file\(/);
    for (const path of reads.flatMap((read) => read.match(/format\("[^"]*\.yaml%s"[^)]*\)/g) ?? [])) {
      expect(path).toContain("substr(timestamp(");
    }
  });

  test("and what is made from it never stands in a trigger, which a state keeps", () => {
    for (const body of Object.values(json.resource?.["null_resource"] ?? {})) {
      expect(JSON.stringify(body["triggers"] ?? {})).not.toMatch(/\bfile|secrets/);
    }
  });
});
