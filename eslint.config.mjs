import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: [".gen", ".cache", "dist", "cdktf.out", "node_modules"] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/explicit-member-accessibility": ["error", { accessibility: "explicit" }],
      // Constructs are made for what they add to the tree; numbers are welcome in messages.
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-imports": [
        "error",
        {
          paths: ["@cdktf/provider-null", "@cdktf/provider-openstack"].map((name) => ({
            name,
            message: "import one type of the provider",
          })),
          patterns: [
            { group: ["**/.gen/**"], message: "import @cdktf/provider-openstack/<type>" },
            { group: ["cdktf/lib/*", "!cdktf/lib/testing/adapters/jest"], message: "import cdktf" },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='addDependency']",
          message: "cdktf ignores it; use dependsOn",
        },
      ],
    },
  },
  { files: ["**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
);
