/** Version constraints of the OpenTofu providers. */
import { z } from "zod";
import type { Immutable } from "../json";
import { DEFAULT_VERSIONS } from "../releases";
import { section, type SectionRule } from "../section";

const schema = z
  .strictObject({
    openstack: z
      .string()
      .default(DEFAULT_VERSIONS.openstackProvider)
      .meta({ description: "terraform-provider-openstack/openstack." }),
    null: z.string().default(DEFAULT_VERSIONS.nullProvider).meta({ description: "hashicorp/null." }),
  })
  .prefault({})
  .meta({ id: "Providers", description: "Version constraints of the OpenTofu providers." });

/** Version constraints of the OpenTofu providers. */
export type ResolvedProviders = Immutable<z.output<typeof schema>>;

/** One constraint such as `~> 3.4`; several are joined by commas. */
const CONSTRAINT = /^(=|!=|>=?|<=?|~>)?\s*\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?$/;

const providerConstraints: SectionRule<unknown, ResolvedProviders> = {
  id: "provider-constraints",
  *check(constraints) {
    for (const [name, constraint] of Object.entries(constraints)) {
      if (!constraint.split(",").every((part) => CONSTRAINT.test(part.trim()))) {
        yield {
          path: [name],
          message: `must be a version constraint such as "~> 3.4" or ">= 3.4, < 4"; got ${JSON.stringify(constraint)}`,
        };
      }
    }
  },
};

/** Version constraints of the OpenTofu providers. */
export const providers = section({ schema, resolve: (written) => written, rules: [providerConstraints] });
