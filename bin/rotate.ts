import { loadConfig } from "../constructs/load";
import { CLUSTER_VARIABLES, clusterFile } from "./lib/cluster-file";
import { command } from "./lib/command";
import { nodeRows, reachOf, runScript } from "./lib/reach";

async function main([cluster]: readonly string[]): Promise<void> {
  const { config } = loadConfig(clusterFile());
  if (cluster !== config.name) {
    throw new Error(`the cluster of this file is ${config.name}, not ${cluster ?? ""}; to rotate its CAs, name it`);
  }
  // What Ctrl-C would leave is half a rotation; the script is in a session of its own.
  process.on("SIGINT", () => {
    console.error("a rotation is not interrupted: it goes on to its end");
  });
  process.exitCode = await runScript("rotate-cas", reachOf(config, nodeRows(config)));
}

void command(
  {
    usage: "npm run rotate -- NAME",
    does: `Gives the cluster NAME new CAs of its Talos API and its Kubernetes API, and writes them into its secrets.yaml:
every talosconfig and kubeconfig that there is opens nothing any more, but for those that it writes anew.
Every node has to be up. Nothing reboots. What comes before and after is in docs/operate/rotate.md.`,
    example: "CLUSTER_FILE=blue.yaml npm run rotate -- blue",
    environment: CLUSTER_VARIABLES,
    takes: [1, 1],
  },
  main,
);
