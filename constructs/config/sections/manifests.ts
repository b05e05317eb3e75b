/** What the control planes apply at bootstrap besides the pod network. */
import { z } from "zod";
import type { Immutable } from "../json";
import { section, type SectionRule } from "../section";
import { httpUrl, isPlainHttp, sha256 } from "../texts";

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
      description:
        "URLs of more manifests, which the control planes fetch and apply at bootstrap; pin their versions. See pinned.",
    }),
    pinned: z
      .array(
        z
          .strictObject({
            url: httpUrl.meta({ description: "Where the machine that applies fetches it." }),
            sha256: sha256.meta({ description: "SHA-256 that it must have." }),
          })
          .meta({ id: "PinnedManifest", description: "A manifest that is checked before any node gets it." }),
      )
      .default([])
      .meta({
        description:
          "More manifests, compared with their SHA-256 in the apply and written into the control planes' machine configs: they count there, and 64 KiB is the most that a config takes.",
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
