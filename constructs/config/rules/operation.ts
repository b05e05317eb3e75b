/** State, files, and the providers. */
import { normalize } from "node:path";
import type { KeyPath } from "../reader/key-path";
import type { Rule } from "./rule";

/** Options that stores other than AWS answer with an error. */
const AWS_ONLY = ["encrypt", "kmsKeyId", "acl"] as const;

const isAws = (endpoint: string | undefined): boolean =>
  endpoint === undefined || /(^|\.)amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);

const stateAwsOnly: Rule = {
  id: "state-aws-only",
  needs: ["state"],
  *check(_, { state }) {
    if (state.kind !== "s3" || isAws(state.endpoint)) return;
    for (const key of AWS_ONLY) {
      if (state[key] !== undefined && state[key] !== false) {
        yield {
          path: ["state", key],
          message: `is for AWS only, and ${state.endpoint} is not; remove it, and encrypt with TF_ENCRYPTION instead`,
        };
      }
    }
  },
};

const stateBucket: Rule = {
  id: "state-bucket",
  needs: ["state"],
  *check({ state }) {
    if (state.kind !== "s3") return;
    const { bucket } = state;
    if (!/^[a-z0-9]([a-z0-9-]|\.(?!\.))+[a-z0-9]$/.test(bucket) || /^\d+\.\d+\.\d+\.\d+$/.test(bucket)) {
      yield {
        path: ["state", "bucket"],
        message: `must be lower-case letters, digits, dashes and single dots; got ${JSON.stringify(bucket)}`,
      };
    }
  },
};

const stateKey: Rule = {
  id: "state-key",
  needs: ["state"],
  *check({ state }) {
    if (state.kind === "s3" && /^\/|\/$/.test(state.key)) {
      yield { path: ["state", "key"], message: `must not begin or end with a slash; got ${JSON.stringify(state.key)}` };
    }
  },
};

const filesInOutput: Rule = {
  id: "files-in-output",
  needs: ["directories", "state"],
  *check({ directories, state }) {
    const places: readonly (readonly [KeyPath, string])[] = [
      [["directories", "talosconfig"], directories.talosconfig],
      [["directories", "kubeconfigs"], directories.kubeconfigs],
      ...(state.kind === "local" ? [[["state", "path"], state.path] as const] : []),
    ];
    for (const [path, place] of places) {
      const output = normalize(place)
        .split("/")
        .find((part) => part === "cdktf.out" || part === ".gen");
      if (output !== undefined) {
        yield {
          path,
          message: `must not be inside of ${output}, which is made anew; got ${place}; use a directory of its own`,
        };
      }
    }
  },
};

/** One constraint such as `~> 3.4`; several are joined by commas. */
const CONSTRAINT = /^(=|!=|>=?|<=?|~>)?\s*\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?$/;

const providerConstraints: Rule = {
  id: "provider-constraints",
  needs: ["providers"],
  *check({ providers }) {
    for (const [name, constraint] of Object.entries(providers)) {
      if (!constraint.split(",").every((part) => CONSTRAINT.test(part.trim()))) {
        yield {
          path: ["providers", name],
          message: `must be a version constraint such as "~> 3.4" or ">= 3.4, < 4"; got ${JSON.stringify(constraint)}`,
        };
      }
    }
  },
};

const openstackTags: Rule = {
  id: "openstack-tags",
  needs: ["openstack"],
  *check({ openstack: { tags } }) {
    for (const [i, tag] of tags.entries()) {
      const path = ["openstack", "tags", i];
      if (/[,/]/.test(tag))
        yield { path, message: `Nova allows neither comma nor slash in tags; got ${JSON.stringify(tag)}` };
      if (tags.indexOf(tag) < i) yield { path, message: `${JSON.stringify(tag)} is given twice; remove one of them` };
    }
  },
};

/** Rules about state, files and providers. */
export const OPERATION_RULES: readonly Rule[] = [
  stateAwsOnly,
  stateBucket,
  stateKey,
  filesInOutput,
  providerConstraints,
  openstackTags,
];
