import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { GetOptions } from "@cdktf/provider-generator";
import { command } from "../../bin/lib/command";
import { BOUND_PROVIDER } from "./resources";
import { SCHEMAS_DIRECTORY } from "./schema";

// Generates .gen from the committed schema: `npm run get [-- <directory>]`. It does what `cdktf get` does with
// CDKTF_EXPERIMENTAL_PROVIDER_SCHEMA_CACHE_PATH, without the CLI, a binary or a network.

/** Generates into a directory of its own, because the generator merges what it finds with what it makes. */
async function generate(scratch: string): Promise<void> {
  const schema = join(SCHEMAS_DIRECTORY, `${BOUND_PROVIDER.name}@${BOUND_PROVIDER.version}.json`);
  // Without the file the generator would ask the binary.
  if (!existsSync(schema)) throw new Error(`${schema} is missing; make it with tools/bindings/trim.ts`);

  // Merely loading the generator runs `terraform version` and reports a failure of that to HashiCorp.
  process.env["TERRAFORM_BINARY_NAME"] = "true";
  process.env["CHECKPOINT_DISABLE"] = "1";
  const { ConstructsMaker, TerraformProviderConstraint } = await import("@cdktf/provider-generator");

  // The enum of languages is not exported.
  const targetLanguage = "typescript" as unknown as GetOptions["targetLanguage"];
  const maker = new ConstructsMaker({ targetLanguage, codeMakerOutput: scratch }, SCHEMAS_DIRECTORY);
  await maker.generate([new TerraformProviderConstraint(BOUND_PROVIDER)]);
}

async function main(target = join(__dirname, "../../.gen")): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "bindings-"));
  try {
    await generate(scratch);
    const made = join(scratch, "providers", BOUND_PROVIDER.name);
    // Kept: one directory per type. Left out: two indexes that load them all, READMEs that only link to the registry.
    const leftOut = [join(made, "index.ts"), join(made, "lazy-index.ts")];
    const filter = (file: string) => !leftOut.includes(file) && basename(file) !== "README.md";
    rmSync(join(target, "providers"), { recursive: true, force: true });
    cpSync(made, join(target, "providers", BOUND_PROVIDER.name), { recursive: true, filter });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void command(
  {
    usage: "npm run get [-- DIRECTORY]",
    does: "Generates the bindings of the OpenStack provider from the committed schema, into .gen or another DIRECTORY.",
    example: "npm run get && git diff --stat .gen",
    takes: [0, 1],
  },
  ([target]) => main(target),
);
