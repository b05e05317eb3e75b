import "./startup";
import { App } from "cdktf";
import { CLUSTER_VARIABLES, clusterFile } from "./bin/lib/cluster-file";
import { command } from "./bin/lib/command";
import { noteFile, refuseRename } from "./bin/lib/renamed";
import { reportSynth } from "./bin/lib/report";
import { writeStack } from "./bin/lib/undo";
import { ClusterStack } from "./constructs/cluster-stack";
import { loadConfig } from "./constructs/load";

const HELP = {
  usage: "npm run synth",
  does: "Checks the cluster file and writes what OpenTofu applies. Needs no cloud and no network.",
  example: "CLUSTER_FILE=blue.yaml npm run synth",
  environment: CLUSTER_VARIABLES,
};

void command(HELP, () => {
  const file = clusterFile();
  const resolved = loadConfig(file);
  const { name } = resolved.config;
  refuseRename(file, name);
  writeStack(name, () => {
    const app = new App();
    new ClusterStack(app, name, resolved);
    app.synth();
    noteFile(file, name);
    reportSynth(file, resolved, app.manifest);
  });
});
