// Writes the TypeScript of one provider's bindings: node generate.mjs SCHEMAS PROVIDER TARGET, where PROVIDER is JSON.
// It does what `cdktf get` does with CDKTF_EXPERIMENTAL_PROVIDER_SCHEMA_CACHE_PATH, without the CLI, a binary or a network.
// Merely loading the generator runs `terraform version`, and reports a failure of that to HashiCorp.
process.env.TERRAFORM_BINARY_NAME = "true";
process.env.CHECKPOINT_DISABLE = "1";
const { ConstructsMaker, TerraformProviderConstraint } = await import("@cdktf/provider-generator");

const [schemas, provider, target] = process.argv.slice(2);
const maker = new ConstructsMaker({ targetLanguage: "typescript", codeMakerOutput: target }, schemas);
await maker.generate([new TerraformProviderConstraint(JSON.parse(provider))]);
