import type { ClusterFile, SchemaInput } from "../../constructs/config/cluster";
import type { Immutable } from "../../constructs/config/json";
import { clusterTypes } from "../../tools/schema/types";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/root";

type Input = Immutable<SchemaInput>;

/** All of a type's keys, with those of what is below them, and each of them required: optional ones are compared too. */
type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Deep<NonNullable<T[K]>> }
    : T;

// Checked by the compiler: these do not compile when what the schema takes and what the types say differ.
const typeTakesInput = (input: Input): ClusterFile => input;
const inputTakesType = (file: ClusterFile): Input => file;
const everyKeyOfInput = (input: Deep<Input>): Deep<ClusterFile> => input;
const everyKeyOfType = (file: Deep<ClusterFile>): Deep<Input> => file;

test("what the schema takes is what the types say", () => {
  const checks = [typeTakesInput, inputTakesType, everyKeyOfInput, everyKeyOfType];
  expect(checks.map((check) => check.length)).toEqual([1, 1, 1, 1]);
});

test("constructs/config/cluster-file.ts is what npm run schema writes", () => {
  const committed = readFileSync(join(ROOT, "constructs", "config", "cluster-file.ts"), "utf8");
  expect(committed).toBe(clusterTypes());
});
