/** What the control planes apply at bootstrap besides the pod network. */
import { z } from "zod";
import type { Immutable } from "../json";
import { section } from "../section";
import { httpUrl } from "../texts";

const schema = z
  .strictObject({
    kubeletServingCertApprover: z.boolean().default(true).meta({
      description:
        "Approve the kubelets' serving certificates; without it, logs, exec and metrics need another approver.",
    }),
    metricsServer: z.boolean().default(true).meta({ description: "Serve the resource metrics API." }),
    extra: z.array(httpUrl).default([]).meta({
      description: "URLs of more manifests that the control planes apply at bootstrap; pin their versions.",
    }),
  })
  .prefault({})
  .meta({ id: "Manifests", description: "What the control planes apply at bootstrap besides the pod network." });

/** What the control planes apply at bootstrap, with every default applied. */
export type ResolvedManifests = Immutable<z.output<typeof schema>>;

/** What the control planes apply at bootstrap. */
export const manifests = section({
  schema,
  resolve: (written) => written,
  *warnings({ extra }) {
    for (const url of extra.filter((address) => /\/(main|master|latest|HEAD)\//.test(address))) {
      yield { path: ["extra"], message: `${url} is not pinned and changes by itself; use the URL of a release` };
    }
  },
});
