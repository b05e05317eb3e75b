import { App } from "cdktf";
import { ClusterStack } from "./constructs/cluster-stack";
import { ConfigError } from "./constructs/config/errors";
import { configWarnings, loadConfig } from "./constructs/config/load";
import { userDataRule } from "./constructs/talos/user-data";

try {
  const config = loadConfig(process.env["CLUSTER_FILE"] ?? "cluster.yaml", [userDataRule]);
  const app = new App();
  new ClusterStack(app, config.name, { config, warnings: configWarnings(config) });
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
