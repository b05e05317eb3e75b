/** From where the APIs may be used. */
import { prefixOf } from "../ip";
import type { Rule } from "./rule";

const LISTS = ["kubernetesApi", "talosApi", "ssh"] as const;

/** Shorter prefixes are no longer "some network of ours". */
const WORLD_PREFIX = 8;

const accessEmpty: Rule = {
  id: "access-empty",
  needs: ["access"],
  *check({ access }) {
    for (const list of LISTS) {
      if (access[list].length === 0 && (list !== "ssh" || access.talosApi.length > 0)) {
        yield {
          path: ["access", list],
          message: "must not be empty: not even this machine could reach it; name the networks that may",
        };
      }
    }
  },
};

const accessWorld: Rule = {
  id: "access-world",
  needs: ["access"],
  *check({ access }, file) {
    if (access.allowWorld) return;
    for (const list of LISTS) {
      for (const [i, cidr] of (file.access[list] ?? []).entries()) {
        if (prefixOf(cidr) < WORLD_PREFIX) {
          yield {
            path: ["access", list, i],
            message: `opens the API to the world; got ${cidr}; name your networks, or say it twice with access.allowWorld: true`,
          };
        }
      }
    }
  },
};

const accessDuplicate: Rule = {
  id: "access-duplicate",
  needs: ["access"],
  *check(_, { access }) {
    for (const list of [...LISTS, "ingress"] as const) {
      const cidrs = access[list] ?? [];
      for (const [i, cidr] of cidrs.entries()) {
        if (cidrs.indexOf(cidr) < i) {
          yield {
            path: ["access", list, i],
            message: `${cidr} is given twice; Neutron refuses equal rules; remove one`,
          };
        }
      }
    }
  },
};

/** Rules about access. */
export const ACCESS_RULES: readonly Rule[] = [accessEmpty, accessWorld, accessDuplicate];
