import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { type App, DefaultTokenResolver, StringConcat, TerraformStack, Testing, Tokenization } from "cdktf";
import { ClusterStack } from "../../constructs/cluster-stack";
import type { ClusterFile, ResolvedClusterConfig, ResolvedFile } from "../../constructs/config/cluster";
import { loadConfig, parseFile } from "../../constructs/load";
import { good } from "../config/good";
import { ROOT } from "./root";

/** The attributes of one block, as they stand in the JSON. */
export type Body = Readonly<Record<string, unknown>>;
type Bodies = Readonly<Record<string, Body>>;

/** A synthesized stack, without cdktf's comments. */
export interface StackJson {
  readonly terraform?: Body;
  readonly provider?: Readonly<Record<string, readonly Body[]>>;
  readonly variable?: Bodies;
  readonly locals?: Readonly<Record<string, string>>;
  readonly resource?: Readonly<Record<string, Bodies>>;
  readonly data?: Readonly<Record<string, Bodies>>;
  readonly output?: Bodies;
}

/** An app that writes where a real one would, so that paths are the same; `Testing.synth` itself writes nothing. */
export function newApp(): App {
  const outdir = join(ROOT, "cdktf.out");
  mkdirSync(outdir, { recursive: true });
  return Testing.app({ outdir });
}

/** What a stack becomes; twice in a row if asked, since real synths resolve twice as well. */
export const jsonOf = (stack: TerraformStack, runValidations = false): StackJson =>
  JSON.parse(Testing.synth(stack, runValidations)) as StackJson;

/** A stack called `test` with what is put into it; without provider, so validations are off. */
export function synth(build: (stack: TerraformStack) => void): StackJson {
  const stack = new TerraformStack(newApp(), "test");
  build(stack);
  return jsonOf(stack);
}

/** The repository as a program that runs in it sees it, so that paths stay relative. */
const HERE = relative(process.cwd(), ROOT);

/** What a token becomes in the JSON. */
export const resolve = (scope: TerraformStack, value: unknown): unknown =>
  Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });

/** A cluster file that is shipped or a fixture, by path from the repository. */
export const fileAt = (path: string): ResolvedFile => loadConfig(join(HERE, path));

/** The cluster of such a file. */
export const fileConfig = (path: string): ResolvedClusterConfig => fileAt(path).config;

/** The least cluster file, with these keys changed. */
export const fileWith = (changes: Partial<ClusterFile> = {}): ResolvedFile =>
  parseFile({ ...good, ...changes }, { directory: HERE });

/** The least cluster, with these keys of the file changed. */
export const config = (changes: Partial<ClusterFile> = {}): ResolvedClusterConfig => fileWith(changes).config;

/** The stack of a cluster file, not synthesized yet. */
export const clusterStack = (file: ResolvedFile): ClusterStack => new ClusterStack(newApp(), file.config.name, file);

/** The stack of a cluster file, synthesized, validations passed. */
export const synthCluster = (file: ResolvedFile): StackJson => jsonOf(clusterStack(file), true);

/** Everything of a type, by name: `all(json, "data.openstack_dns_zone_v2")` or `all(json, "null_resource")`. */
export function all(json: StackJson, type: string): Bodies {
  const bodies = type.startsWith("data.") ? json.data?.[type.slice("data.".length)] : json.resource?.[type];
  return bodies ?? {};
}

/** The only one of a type whose name contains a text. */
export function only(json: StackJson, type: string, name = ""): Body {
  const found = Object.entries(all(json, type)).filter(([id]) => id.includes(name));
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} of ${type} with "${name}": ${Object.keys(all(json, type)).join(", ")}`);
  }
  return first[1];
}

/** Name of the only one of a type whose name contains a text. */
export const nameOf = (json: StackJson, type: string, name = ""): string => {
  const body = only(json, type, name);
  return Object.entries(all(json, type)).find(([, other]) => other === body)?.[0] ?? "";
};

/** A local-exec provisioner as it stands in the JSON. */
export interface LocalExec {
  readonly command: string;
  readonly interpreter: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly when?: string;
}

/** The only provisioner of a resource. */
export function localExecOf(body: Body): LocalExec {
  const provisioners = body["provisioner"] as readonly { readonly "local-exec": LocalExec }[] | undefined;
  if (provisioners?.length !== 1) throw new Error(`${String(provisioners?.length ?? 0)} provisioners`);
  return (provisioners as readonly [{ readonly "local-exec": LocalExec }])[0]["local-exec"];
}

/** Address of everything in a stack, sorted: resources, data sources, locals, variables and outputs. */
export function addresses({ resource = {}, data = {}, locals = {}, variable = {}, output = {} }: StackJson): string[] {
  const typed = (types: Readonly<Record<string, Bodies>>, prefix: string) =>
    Object.entries(types).flatMap(([type, bodies]) => Object.keys(bodies).map((name) => `${prefix}${type}.${name}`));
  return [
    ...typed(resource, ""),
    ...typed(data, "data."),
    ...typed({ local: asBodies(locals), var: variable, output }, ""),
  ].sort();
}

const asBodies = (names: Readonly<Record<string, unknown>>): Bodies =>
  Object.fromEntries(Object.keys(names).map((name) => [name, {}]));
