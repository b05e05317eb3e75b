/** Text that OpenTofu would take for an expression. */
import { isMapping, type KeyPath } from "../reader/key-path";
import type { Section } from "../sections";
import type { Rule, Violation } from "./rule";

/** Sections whose text is written to the JSON as it is; patches and Helm values are escaped on their way. */
const SECTIONS: readonly Section[] = [
  "network",
  "loadBalancer",
  "image",
  "controlPlane",
  "workers",
  "dns",
  "state",
  "directories",
  "openstack",
  "providers",
  "manifests",
];

/** Keys below which text may be anything: it becomes part of a patch, or of the schematic, and is escaped there. */
const ESCAPED: ReadonlySet<string> = new Set(["patches", "labels", "annotations", "taints", "kernelArgs"]);

const templates: Rule = {
  id: "templates",
  needs: SECTIONS,
  *check(_, file) {
    for (const section of SECTIONS) yield* walk([section], file[section]);
  },
};

function* walk(path: KeyPath, value: unknown): Iterable<Violation> {
  if (typeof value === "string" && /[$%]\{/.test(value)) {
    yield {
      path,
      message: `must not contain "\${" or "%{", which OpenTofu takes for an expression; got ${JSON.stringify(value)}`,
    };
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* walk([...path, i], item);
  } else if (isMapping(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (!ESCAPED.has(key)) yield* walk([...path, key], item);
    }
  }
}

/** Rules about text that reaches OpenTofu. */
export const TEMPLATE_RULES: readonly Rule[] = [templates];
