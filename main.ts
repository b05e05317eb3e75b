import "./constructs/core/startup";
import { relative } from "node:path";
import { App } from "cdktf";
import { ClusterStack } from "./constructs/cluster-stack";
import { ConfigError } from "./constructs/config/reader/errors";
import { configWarnings } from "./constructs/config/warnings";
import { loadConfig } from "./constructs/load";

// Relative, so that the JSON names no directory of this machine.
const file = relative("", process.env["CLUSTER_FILE"] ?? "cluster.yaml");

try {
  const config = loadConfig(file);
  const app = new App();
  new ClusterStack(app, config.name, { config, warnings: configWarnings(config) });
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
