import "./startup";
import { App } from "cdktf";
import { CLUSTER_VARIABLES, clusterFile } from "./bin/lib/cluster-file";
import { command } from "./bin/lib/command";
import { reportSynth } from "./bin/lib/report";
import { ClusterStack } from "./constructs/cluster-stack";
import { configWarnings } from "./constructs/config/warnings";
import { loadConfig } from "./constructs/load";

const HELP = {
  usage: "npm run synth",
  does: "Checks the cluster file and writes what OpenTofu applies. Needs no cloud and no network.",
  example: "CLUSTER_FILE=blue.yaml npm run synth",
  environment: CLUSTER_VARIABLES,
};

void command(HELP, () => {
  const file = clusterFile();
  const config = loadConfig(file);
  const app = new App();
  new ClusterStack(app, config.name, { config, warnings: configWarnings(config) });
  app.synth();
  reportSynth(file, config, app.manifest);
});
