import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTROL_PLANES, WORKERS } from "../lab/cluster";
import type { ClusterClient } from "../support/kubernetes";
import type { Story } from "../support/story";

/** What the checks of a cluster's promises share. */
export interface Promised {
  readonly client: ClusterClient;
  /** Directory for files of the checks. */
  readonly directory: string;
}

/** The user of the pod with the logging profile, by which the kernel's lines are known as this run's. */
export const LOGGED_USER = 20_000 + (Date.now() % 40_000);

/** Node port of the Service `web`. */
export const NODE_PORT = 30077;

/** Starts the pods of pods.yaml, which the checks need. */
export function startPods({ step }: Story, promised: () => Promised): void {
  step(
    "pods start: on two workers, in a user namespace, under the logging profile, beside the control plane",
    async () => {
      const { client, directory } = promised();
      const file = join(directory, "pods.yaml");
      const [nodeA = "", nodeB = ""] = WORKERS;
      const names = { NODE_A: nodeA, NODE_B: nodeB, CONTROL_PLANE: CONTROL_PLANES[0] ?? "", USER: String(LOGGED_USER) };
      writeFileSync(
        file,
        Object.entries(names).reduce(
          (text, [name, value]) =>
            text.replaceAll(`: ${name} `, `: ${value} `).replaceAll(`: ${name}\n`, `: ${value}\n`),
          readFileSync(join(__dirname, "pods.yaml"), "utf8"),
        ),
      );
      await client.kubectl("apply", "-f", file);
      for (const [namespace, ...pods] of [
        ["default", "web", "client", "mapped", "logged"],
        ["kube-system", "talos-client"],
      ] as const) {
        await client.wait(120, "--for=condition=Ready", "-n", namespace, ...pods.map((pod) => `pod/${pod}`));
      }
    },
  );
}
