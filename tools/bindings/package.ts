import packageJson from "../../package.json";
import { BOUND_PROVIDER } from "./resources";

/** The package.json of the bindings: the names are those of cdktf's own provider packages, the version the provider's. */
export const bindingsPackage = () => ({
  name: `@cdktf/provider-${BOUND_PROVIDER.name}`,
  version: BOUND_PROVIDER.version,
  description: `Bindings of ${BOUND_PROVIDER.source} for CDK for Terraform, of the types that talos-openstack uses; made by "npm run get"`,
  license: packageJson.license,
  private: true,
  type: "commonjs",
  // One directory for each type; without this field Node finds them by CommonJS alone.
  exports: {
    "./*": { types: "./*/index.d.ts", default: "./*/index.js" },
    "./package.json": "./package.json",
  },
  peerDependencies: {
    cdktf: packageJson.peerDependencies.cdktf,
    constructs: packageJson.peerDependencies.constructs,
  },
});
