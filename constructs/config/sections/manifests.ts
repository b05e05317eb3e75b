/** What the control planes apply at bootstrap besides the pod network. */
import { z } from "zod";
import type { Immutable } from "../json";
import { section, type SectionRule } from "../section";
import { httpUrl, isPlainHttp } from "../texts";

const schema = z
  .strictObject({
    kubeletServingCertApprover: z.boolean().default(true).meta({
      description:
        "Approve the kubelets' serving certificates; without it, logs, exec and metrics need another approver.",
    }),
    metricsServer: z.boolean().default(true).meta({ description: "Serve the resource metrics API." }),
    allowHttp: z.boolean().default(false).meta({
      description: "Accept plain http in extra: whoever is on the way can send another manifest.",
    }),
    extra: z.array(httpUrl).default([]).meta({
      description: "URLs of more manifests that the control planes apply at bootstrap; pin their versions.",
    }),
  })
  .prefault({})
  .meta({ id: "Manifests", description: "What the control planes apply at bootstrap besides the pod network." });

/** What the control planes apply at bootstrap, with every default applied. */
export type ResolvedManifests = Immutable<z.output<typeof schema>>;

const manifestsHttp: SectionRule<unknown, ResolvedManifests> = {
  id: "manifests-http",
  *check({ extra, allowHttp }) {
    for (const [i, url] of extra.entries()) {
      if (isPlainHttp(url) && !allowHttp) {
        yield {
          path: ["extra", i],
          message: `must be https, since the control planes apply what it sends with every right; got ${url}; take its https address, or say it twice with manifests.allowHttp: true`,
        };
      }
    }
  },
};

/** What the control planes apply at bootstrap. */
export const manifests = section({
  schema,
  resolve: (written) => written,
  rules: [manifestsHttp],
  *warnings({ extra }) {
    for (const url of extra.filter((address) => /\/(main|master|latest|HEAD)\//.test(address))) {
      yield { path: ["extra"], message: `${url} is not pinned and changes by itself; use the URL of a release` };
    }
  },
});
