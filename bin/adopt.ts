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

function reportTrouble({ ambiguous, unfinished, failed }: Found, created: (thing: Thing) => string): void {
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

function main(): void {
  const { config } = loadConfig(clusterFile());
  const directory = new StackDirectory(config.name);
  const { stack, provider, state } = directory;
  let openstack: OpenstackCommand | undefined;
  const cloud = () => (openstack ??= new OpenstackCommand(stack));
  const gone = state === undefined || state.resources.length === 0 ? new Set<string>() : directory.gone;
  const found = find(stack, without(state, gone), cloud);
  const { adopted, superfluous, ambiguous, unfinished, failed, absent } = found;
  reportTrouble(found, (thing) => cloud().created(thing.kind.command, argument(thing)));
  if (failed.length > 0 || unfinished.length > 0 || ambiguous.length > 0) {
    console.log("The state is as it was.");
    process.exitCode = 1;
    return;
  }
  if (absent.length > 0) console.log(`Not in OpenStack either, and left to the next apply: ${absent.length}.`);
  if (adopted.length === 0) {
    console.log("Nothing is in OpenStack that the state should have and has not.");
    return;
  }
  directory.push(state, stateWith(state, adopted, stack, provider));
  console.log("Now in the state:");
  for (const thing of adopted) console.log(line(thing));
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
Changes nothing in OpenStack. Needs tofu and the openstack command, and a stack that is initialized.`,
    example: "CLUSTER_FILE=blue.yaml npm run adopt",
    environment: { ...CLUSTER_VARIABLES, OS_CLOUD: "the cloud, or other OS_* variables, as for tofu" },
  },
  main,
);
