import { TerraformVariable } from "cdktf";
import { TalosSecrets } from "../../constructs/talos/talos-secrets";
import { localExecOf, nameOf, only, resolve, synth } from "../support/synth";

function secrets() {
  let file: unknown;
  let fingerprint: unknown;
  const json = synth((stack) => {
    const directory = new TerraformVariable(stack, "dir", { type: "string" }).stringValue;
    const made = new TalosSecrets(stack, "secrets", { cluster: "demo", directory, contract: "v1.13" });
    file = resolve(stack, made.file);
    fingerprint = resolve(stack, made.caFingerprint);
  });
  const made = { name: nameOf(json, "null_resource"), ...only(json, "null_resource") };
  return { json, file, fingerprint, made };
}

test("the file is secrets.yaml of the directory, a path and nothing else", () => {
  expect(secrets().file).toBe("${var.dir}/secrets.yaml");
});

test("the script knows the file and the contract", () => {
  const { environment } = localExecOf(secrets().made);
  expect(environment).toMatchObject({ SECRETS: "${var.dir}/secrets.yaml", TALOS_CONTRACT: "v1.13" });
});

test("nothing makes them again while they are in the state: no name, no version, no path and no fact of a file", () => {
  expect(secrets().made).toMatchObject({ triggers: { cluster: "demo" }, lifecycle: { ignore_changes: ["triggers"] } });
});

test("their fingerprint is the hash of a certificate, known once the file has been made, or in the apply only", () => {
  const { fingerprint, made } = secrets();
  const id = `substr(null_resource.${made.name}.id, 0, 0)`;
  const hash = (nothing: string) =>
    `\${try(sha256(base64decode(yamldecode(file(format("%s/secrets.yaml%s", var.dir, ${nothing}))).certs.os.crt)), "")}`;
  expect(fingerprint).toEqual({ now: hash(id), late: hash(`"\${${id}}\${substr(timestamp(), 0, 0)}"`) });
});

test("destroying the cluster removes no secret", () => {
  expect(localExecOf(secrets().made).when).toBeUndefined();
});
