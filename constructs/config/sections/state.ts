/** Where OpenTofu keeps the state, by kind. */
import { z } from "zod";
import type { Immutable } from "../json";
import { kind, kindsOf } from "../kinds";
import { type Context, section, type SectionRule } from "../section";
import { baseUrl, newFile, s3Key, word } from "../texts";
import { insideOfOutput } from "./output";

const local = kind(
  z.strictObject({
    kind: z.literal("local").meta({ description: "A file on this machine." }),
    path: newFile.optional().meta({
      description: "State file, relative to this file. Default: terraform.<name>.tfstate.",
    }),
  }),
  (written, { name, path }: Context) => ({ ...written, path: path(written.path ?? `terraform.${name}.tfstate`) }),
);

const s3 = kind(
  z.strictObject({
    kind: z.literal("s3").meta({ description: "An object in an S3 store." }),
    endpoint: baseUrl.optional().meta({
      description: "Endpoint of a store that is not AWS, for example https://s3.example.org. Default: AWS.",
    }),
    bucket: z.string().min(3).max(63).meta({ description: "Bucket; it must exist, with versioning on." }),
    key: s3Key.optional().meta({ description: "Object of the state. Default: <name>/terraform.tfstate." }),
    region: word.default("us-east-1").meta({ description: "Region; other stores than AWS accept any." }),
    lockFile: z.boolean().default(true).meta({
      description: "Lock by a conditional write of <key>.tflock; the store must refuse the second one with 412.",
    }),
    pathStyle: z.boolean().optional().meta({
      description: "Bucket in the path instead of in the host name. Default: true with an endpoint.",
    }),
    encrypt: z.boolean().optional().meta({ description: "Server side encryption (SSE-S3); AWS only." }),
    kmsKeyId: word.optional().meta({ description: "Server side encryption by a KMS key; AWS only." }),
    acl: word.optional().meta({ description: "Canned ACL; AWS only." }),
  }),
  (written, { name }: Context) => ({
    ...written,
    key: written.key ?? `${name}/terraform.tfstate`,
    pathStyle: written.pathStyle ?? written.endpoint !== undefined,
    encrypt: written.encrypt ?? false,
  }),
);

const kinds = kindsOf({ local, s3 });

/** Where OpenTofu keeps the state, by `kind`. */
export type ResolvedState = Immutable<ReturnType<typeof kinds.resolve>>;

type StateRule = SectionRule<z.output<typeof kinds.schema>, ResolvedState>;

/** Options that stores other than AWS answer with an error. */
const AWS_ONLY = ["encrypt", "kmsKeyId", "acl"] as const;

const isAws = (endpoint: string | undefined): boolean =>
  endpoint === undefined || /(^|\.)amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);

const stateAwsOnly: StateRule = {
  id: "state-aws-only",
  *check(_, written) {
    if (written.kind !== "s3" || isAws(written.endpoint)) return;
    for (const key of AWS_ONLY) {
      if (written[key] !== undefined && written[key] !== false) {
        yield {
          path: [key],
          message: `is for AWS only, and ${written.endpoint} is not; remove it, and encrypt with TF_ENCRYPTION instead`,
        };
      }
    }
  },
};

const stateBucket: StateRule = {
  id: "state-bucket",
  *check(resolved) {
    if (resolved.kind !== "s3") return;
    const { bucket } = resolved;
    if (!/^[a-z0-9]([a-z0-9-]|\.(?!\.))+[a-z0-9]$/.test(bucket) || /^\d+\.\d+\.\d+\.\d+$/.test(bucket)) {
      yield {
        path: ["bucket"],
        message: `must be lower-case letters, digits, dashes and single dots; got ${JSON.stringify(bucket)}`,
      };
    }
  },
};

const stateKey: StateRule = {
  id: "state-key",
  *check(resolved) {
    if (resolved.kind === "s3" && /^\/|\/$/.test(resolved.key)) {
      yield { path: ["key"], message: `must not begin or end with a slash; got ${JSON.stringify(resolved.key)}` };
    }
  },
};

const stateInOutput: StateRule = {
  id: "state-in-output",
  *check(resolved) {
    if (resolved.kind === "local") yield* insideOfOutput(["path"], resolved.path);
  },
};

/** Where OpenTofu keeps the state. */
export const state = section({
  schema: kinds.schema.prefault({ kind: "local" }).meta({
    id: "State",
    description: "Where OpenTofu keeps the state: a local file, or an S3 store.",
  }),
  resolve: kinds.resolve,
  rules: [stateAwsOnly, stateBucket, stateKey, stateInOutput],
  *warnings(resolved) {
    if (resolved.kind !== "s3") return;
    if (!resolved.lockFile) {
      yield {
        path: ["lockFile"],
        message: "nothing keeps two applies from running at once; set it to true if the store honours If-None-Match",
      };
    }
    if (resolved.endpoint?.startsWith("http:") === true) {
      yield { path: ["endpoint"], message: "the state travels unencrypted over http; use https" };
    }
  },
});
