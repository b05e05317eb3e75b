/** What the nodes run. */
import { z } from "zod";
import { prefixOf } from "../ip";
import type { Immutable } from "../json";
import { cidr, MAJOR_ONE, version, withV } from "../primitives";
import { DEFAULT_VERSIONS } from "../releases";
import { section, type SectionRule } from "../section";

const schema = z
  .strictObject({
    version: version(DEFAULT_VERSIONS.kubernetes, MAJOR_ONE)
      .default(DEFAULT_VERSIONS.kubernetes)
      .meta({ description: "Kubernetes version." }),
    podCidr: cidr.default("10.244.0.0/16").meta({ description: "Addresses of the pods." }),
    serviceCidr: cidr.default("10.96.0.0/12").meta({ description: "Addresses of the services." }),
  })
  .prefault({})
  .meta({ id: "Kubernetes", description: "What the nodes run." });

const resolve = (written: z.output<typeof schema>) => ({
  ...written,
  /** With a leading "v". */
  version: withV(written.version),
});

/** What the nodes run, with every default applied. */
export type ResolvedKubernetes = Immutable<ReturnType<typeof resolve>>;

const serviceCidrSize: SectionRule<unknown, ResolvedKubernetes> = {
  id: "service-cidr-size",
  *check({ serviceCidr }) {
    // kube-apiserver refuses more than 20 bits; the cluster's DNS service is the tenth address.
    if (prefixOf(serviceCidr) < 12 || prefixOf(serviceCidr) > 28) {
      yield { path: ["serviceCidr"], message: `must be from /12 to /28; got ${serviceCidr}; use for example /16` };
    }
  },
};

/** What the nodes run. */
export const kubernetes = section({ schema, resolve, rules: [serviceCidrSize] });
