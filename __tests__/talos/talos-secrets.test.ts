import { TerraformVariable } from "cdktf";
import { TalosSecrets } from "../../constructs/talos/talos-secrets";
import { localExecOf, only, resolve, synth } from "../support/synth";

function secrets() {
  let file: unknown;
  const json = synth((stack) => {
    const directory = new TerraformVariable(stack, "dir", { type: "string" }).stringValue;
    file = resolve(stack, new TalosSecrets(stack, "secrets", { cluster: "demo", directory, contract: "v1.13" }).file);
  });
  return { json, file, made: only(json, "null_resource") };
}

test("the file is secrets.yaml of the directory, a path and nothing else", () => {
  expect(secrets().file).toBe("${var.dir}/secrets.yaml");
});

test("the script knows the file and the contract", () => {
  const { environment } = localExecOf(secrets().made);
  expect(environment).toMatchObject({ SECRETS: "${var.dir}/secrets.yaml", TALOS_CONTRACT: "v1.13" });
});

test("nothing but another cluster makes them again: no version, no path and no fact of a file", () => {
  expect(secrets().made["triggers"]).toEqual({ cluster: "demo" });
});

test("destroying the cluster removes no secret", () => {
  expect(localExecOf(secrets().made).when).toBeUndefined();
});
