import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "../constructs/load";
import { nodeNames } from "../constructs/config/nodes";
import type { ResolvedClusterConfig } from "../constructs/config/cluster";
import { find, type Found, type Thing } from "./lib/adopt/find";
import { stateWith } from "./lib/adopt/new-state";
import { CLUSTER_VARIABLES, clusterFile } from "./lib/cluster-file";
import { OpenstackCommand } from "./lib/cloud";
import { command } from "./lib/command";
import { type State, without } from "./lib/stack";
import { StackDirectory } from "./lib/stack-directory";

const line = ({ kind, name, id }: Thing): string => `  ${kind.what} ${name}: ${id}`;

/** What the openstack command calls it: a record is one of its zone. */
const argument = ({ kind, id, cloudId }: Thing): string =>
  kind.command === "recordset" ? id.replace("/", " ") : cloudId;

const removal = (thing: Thing): string => `openstack ${thing.kind.command} delete ${argument(thing)}`;

function reportTrouble({ ambiguous, unfinished, failed, unproven }: Found, created: (thing: Thing) => string): void {
  if (failed.length > 0) {
    console.log("These are in error, or were never completed. Delete or repair them, and run this command again:");
    for (const thing of failed) {
      console.log(`${line(thing)}, ${thing.status ?? ""}, made ${created(thing)}\n    ${removal(thing)}`);
    }
  }
  if (unfinished.length > 0) {
    console.log("OpenStack is at work on these. Run this command again when they are active or stopped:");
    for (const thing of unfinished) console.log(`${line(thing)}, ${thing.status ?? ""}`);
  }
  for (const things of ambiguous) {
    console.log("One of these is wanted, and nothing says which. Delete the others, and run this command again:");
    for (const thing of things) console.log(`${line(thing)}, made ${created(thing)}`);
  }
  if (unproven.length > 0) {
    console.log(
      "These have the name of something that is missing, and nothing else says that they are this cluster's:",
    );
    for (const thing of unproven) console.log(`${line(thing)}, made ${created(thing)}`);
    console.log("If they are, run this command again with the IDs of those that are; if not, take another name:");
    console.log(`  npm run adopt -- ${unproven.map(({ cloudId }) => `--also ${cloudId}`).join(" ")}`);
  }
}

/** Somebody else's are left alone, also by the next apply, which makes what is missing beside them. */
function reportOthers({ theirs, absent }: Found): void {
  if (theirs.length > 0) {
    console.log("These have the name of something that is missing, and tags of somebody else. They are left alone:");
    for (const thing of theirs) console.log(line(thing));
  }
  if (absent.length > 0) console.log(`Not in OpenStack either, and left to the next apply: ${absent.length}.`);
}

/** Where a state is lost, nothing else tells the apply that the nodes that it finds have secrets. */
function lacksSecrets(config: ResolvedClusterConfig, state: State | undefined, adopted: readonly Thing[]): boolean {
  const nodes = new Set(nodeNames(config));
  return (
    adopted.some(({ wanted, name }) => wanted.type === "openstack_compute_instance_v2" && nodes.has(name)) &&
    !state?.resources.some(({ type, name }) => type === "null_resource" && name === "talos_secrets") &&
    !existsSync(secretsFile(config))
  );
}

const secretsFile = ({ directories }: ResolvedClusterConfig) => join(directories.talosconfig, "secrets.yaml");

function main(_: readonly string[], option: (name: string) => readonly string[]): void {
  const { config } = loadConfig(clusterFile());
  const directory = new StackDirectory(config.name);
  const { stack, provider, state } = directory;
  let openstack: OpenstackCommand | undefined;
  const cloud = () => (openstack ??= new OpenstackCommand(stack));
  const gone = state === undefined || state.resources.length === 0 ? new Set<string>() : directory.gone;
  const found = find(stack, without(state, gone), cloud, new Set(option("also")));
  const { adopted, superfluous, ambiguous, unfinished, failed, unproven } = found;
  reportTrouble(found, (thing) => cloud().created(thing.kind.command, argument(thing)));
  if ([failed, unfinished, ambiguous, unproven].some(({ length }) => length > 0)) {
    console.log("The state is as it was.");
    process.exitCode = 1;
    return;
  }
  reportOthers(found);
  if (adopted.length === 0) {
    console.log("Nothing is in OpenStack that the state should have and has not.");
    return;
  }
  const kept = directory.push(state, stateWith(state, adopted, stack, provider));
  console.log("Now in the state:");
  for (const thing of adopted) console.log(line(thing));
  if (kept !== undefined) console.log(`The state before is in ${kept}.`);
  if (superfluous.length > 0) {
    console.log("These have the names of some of them, and belong to nothing. Delete them if nobody needs them:");
    for (const thing of superfluous) console.log(`${line(thing)}\n    ${removal(thing)}`);
  }
  if (lacksSecrets(config, state, adopted)) {
    console.log(
      `Restore ${secretsFile(config)} from your backup first: without it the apply would make other secrets, which these nodes do not know.`,
    );
  }
  console.log(`Next: tofu -chdir=${directory.path} plan, and if that destroys nothing, apply.`);
}

void command(
  {
    usage: "npm run adopt",
    does: `Puts into the state what is in OpenStack and belongs to the cluster file, but is not in the state: what a killed
apply made in its last seconds, or everything, when the state is lost. The earlier state is kept in a file.
Takes only what has the cluster's tag, or belongs to what has it.
Changes nothing in OpenStack. Needs tofu and the openstack command, and a stack that is initialized.`,
    example: "CLUSTER_FILE=blue.yaml npm run adopt",
    options: { also: "ID of something that has only the name, and that is this cluster's; once for each" },
    environment: { ...CLUSTER_VARIABLES, OS_CLOUD: "the cloud, or other OS_* variables, as for tofu" },
  },
  main,
);
