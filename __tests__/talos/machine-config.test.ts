import { type TerraformStack, TerraformVariable } from "cdktf";
import { MachineConfig, type MachineConfigProps, renderPatches } from "../../constructs/talos/machine-config";
import { TalosSecrets } from "../../constructs/talos/talos-secrets";
import { localExecOf, only, resolve, type StackJson, synth } from "../support/synth";

function machineConfig(
  changes: Partial<MachineConfigProps> = {},
  directoryOf: (stack: TerraformStack) => string = () => "talosconfig/demo",
): { json: StackJson; userData: string } {
  let userData: unknown;
  const json = synth((stack) => {
    const directory = directoryOf(stack);
    const made = new MachineConfig(stack, "config", {
      cluster: "demo",
      endpointHost: "demo.example.org",
      endpointAddress: "10.0.0.10",
      additionalSans: ["192.0.2.10", "demo.example.org"],
      kubernetesVersion: "v1.36.3",
      contract: "v1.13",
      secrets: new TalosSecrets(stack, "secrets", { cluster: "demo", directory, contract: "v1.13" }),
      directory,
      secretPatches: [],
      blocksMetadata: true,
      metadataService: "",
      maxBytes: 65535,
      node: "demo-general-0",
      machineType: "worker",
      rolePatches: '{"machine":{"type":"worker"}}',
      rolePatchesHash: "abc",
      pinnedManifests: "",
      patches: [{ machine: { env: { A: "b" } } }],
      ...changes,
    });
    userData = resolve(stack, made.userData);
  });
  return { json, userData: userData as string };
}

const rendered = (changes: Partial<MachineConfigProps> = {}) =>
  only(machineConfig(changes).json, "null_resource", "config");
const triggers = (changes: Partial<MachineConfigProps> = {}) => rendered(changes)["triggers"];

test("files with passwords are a trigger by their names, and only when there are some", () => {
  expect(triggers({ secretPatches: ["../keys.yaml"] })).not.toEqual(triggers());
  expect(JSON.stringify(rendered({ secretPatches: ["../keys.yaml"] })["triggers"])).not.toContain("keys.yaml");
});

// Of a cluster that lives, a default that is new changes no plan.
test("what becomes of the metadata service is a trigger only when the file says it", () => {
  expect(triggers({ blocksMetadata: false })).toEqual(triggers({ blocksMetadata: true }));
  expect(triggers({ metadataService: "blocked" })).not.toEqual(triggers());
  expect(triggers({ metadataService: "open" })).not.toEqual(triggers({ metadataService: "blocked" }));
});

test("a manifest that is pinned is a trigger, by its SHA-256", () => {
  const pinned = (sum: string) => triggers({ pinnedManifests: `${sum} https://example.org/a.yaml` });
  expect(pinned("1")).not.toEqual(triggers());
  expect(pinned("1")).not.toEqual(pinned("2"));
});

describe("user data", () => {
  test("is the file, compressed, unknown while planning so that no plan holds it", () => {
    expect(machineConfig().userData).toMatch(
      /^\$\{base64gzip\(file\(.*format\("%s\/nodes\/demo-general-0\.yaml%s", "talosconfig\/demo", substr\(timestamp\(\), 0, 0\)\)/,
    );
  });

  test("takes a directory that is a variable", () => {
    const { userData } = machineConfig({}, (stack) => new TerraformVariable(stack, "dir", {}).stringValue);
    expect(userData).toContain('format("%s/nodes/demo-general-0.yaml%s", var.dir, substr(timestamp(), 0, 0))');
  });

  test("says what to do when the file is missing", () => {
    expect(machineConfig().userData).toContain("is missing on this machine: restore secrets.yaml");
  });

  test("every read of the file is deferred", () => {
    const { userData } = machineConfig();
    const paths = userData.match(/demo-general-0\.yaml%s"[^)]*timestamp\(\)/g) ?? [];
    expect(paths).toHaveLength((userData.match(/demo-general-0\.yaml%s/g) ?? []).length);
  });
});

describe("the config is rendered again", () => {
  test.each<[string, Partial<MachineConfigProps>]>([
    ["the cluster's name", { cluster: "other" }],
    ["the endpoint", { endpointHost: "other.example.org" }],
    ["a name in the certificates", { additionalSans: ["192.0.2.11"] }],
    ["the Kubernetes version", { kubernetesVersion: "v1.36.4" }],
    ["the contract", { contract: "v1.12" }],
    ["a patch of the role", { rolePatchesHash: "def" }],
    ["a patch of the node", { patches: [{ machine: { env: { A: "c" } } }] }],
    ["number of patches", { patches: [] }],
  ])("for another %s", (_name, changes) => {
    expect(triggers(changes)).not.toEqual(triggers());
  });

  test("not for the same", () => {
    expect(triggers()).toEqual(triggers());
  });

  // A machine without the files, such as a fresh runner, must see no difference.
  test("not for what is on this machine's disk", () => {
    expect(JSON.stringify(triggers())).not.toMatch(/file|sha|md5|timestamp|exists|nodes\//);
  });

  test("for another address of the API, by which nodes reach it", () => {
    expect(triggers()).toMatchObject({ endpoint: "10.0.0.10" });
    expect(triggers({ endpointAddress: "10.0.0.11" })).toMatchObject({ endpoint: "10.0.0.11" });
  });

  test("and a plan shows a hash of the patches, not their text", () => {
    expect(JSON.stringify(triggers())).not.toContain("machine");
  });
});

describe("the script", () => {
  const environment = () => localExecOf(rendered()).environment;

  test("writes the file that the user data reads", () => {
    expect(environment()["OUTPUT"]).toBe("talosconfig/demo/nodes/demo-general-0.yaml");
  });

  test("knows what the config is made of", () => {
    expect(environment()).toMatchObject({
      NODE: "demo-general-0",
      CLUSTER: "demo",
      SANS: "192.0.2.10,demo.example.org",
      KUBERNETES_VERSION: "v1.36.3",
      TALOS_CONTRACT: "v1.13",
      MACHINE_TYPE: "worker",
      SECRETS: "talosconfig/demo/secrets.yaml",
      ROLE_PATCHES: '{"machine":{"type":"worker"}}',
      NODE_PATCHES: '{"machine":{"env":{"A":"b"}}}',
      SECRET_PATCHES: "",
      PINNED_MANIFESTS: "",
      BLOCK_METADATA: "true",
      MAX_BYTES: "65535",
    });
  });

  test("waits for the secrets", () => {
    expect(rendered()["depends_on"]).toEqual([expect.stringMatching(/^null_resource\.secrets_/)]);
  });
});

test("patches are lines of JSON, one each, literal text escaped", () => {
  expect(renderPatches([{ a: "one\ntwo" }, { b: "${c}" }])).toBe('{"a":"one\\ntwo"}\n{"b":"$${c}"}');
});
