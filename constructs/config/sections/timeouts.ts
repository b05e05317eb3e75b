/** How long an apply waits for each thing before it fails, in seconds. */
import { z } from "zod";
import type { Immutable } from "../json";
import { seconds } from "../primitives";
import { section } from "../section";

const schema = z
  .strictObject({
    loadBalancer: seconds.default(600).meta({ description: "SSH and cloud-init of the load balancer." }),
    dns: seconds.default(600).meta({ description: "The name resolves to the load balancer." }),
    talosApi: seconds.default(900).meta({ description: "A control plane answers on 50000; each has as long." }),
    kubernetesApi: seconds.default(900).meta({ description: "The Kubernetes API answers through the load balancer." }),
    nodesReady: seconds
      .default(1200)
      .meta({ description: "Every node is Ready; and a node is healthy after a change of its machine config." }),
  })
  .prefault({})
  .meta({ id: "Timeouts", description: "How long an apply waits for each thing before it fails, in seconds." });

/** How long an apply waits for each thing, in seconds. */
export type ResolvedTimeouts = Immutable<z.output<typeof schema>>;

/** How long an apply waits for each thing. */
export const timeouts = section({ schema, resolve: (written) => written });
