/** The pod network. */
import { z } from "zod";
import type { Immutable } from "../json";
import { version } from "../primitives";
import { section } from "../section";
import { containerImage, freeMapping, ociChart } from "../texts";

const schema = z
  .strictObject({
    kind: z.enum(["cilium", "flannel", "none"]).default("cilium").meta({
      description: "cilium replaces kube-proxy; flannel is Talos' own; none leaves it to you.",
    }),
    waitForReady: z.boolean().default(true).meta({
      description: "Let the apply wait until every node is Ready; without effect when kind is none.",
    }),
    cilium: z
      .strictObject({
        install: z.boolean().default(true).meta({
          description:
            "Install Cilium, and again when its version or values change; false when somebody else has the Helm release, for example Flux.",
        }),
        version: version("1.20.2")
          .optional()
          .meta({ description: "Version of the chart. Default: that of the shipped manifest." }),
        chart: ociChart.optional().meta({
          description:
            "Address of the chart, for clouds without internet; with @sha256:… at its end, of the chart with this digest only. Default: oci://quay.io/cilium/charts/cilium.",
        }),
        helmImage: containerImage.optional().meta({
          description:
            "Image whose program helm installs the chart as administrator of the cluster, for registries that hold a build of their own; name its digest. A mirror needs no other image. Default: that of the shipped manifest.",
        }),
        values: freeMapping.default({}).meta({
          description: "Helm values, merged over those of the shipped manifest.",
        }),
      })
      .prefault({})
      .meta({ id: "Cilium", description: "How Cilium is installed; without effect for another kind." }),
  })
  .prefault({})
  .meta({ id: "Cni", description: "The pod network." });

/** The pod network, with every default applied. */
export type ResolvedCni = Immutable<z.output<typeof schema>>;

/** The pod network. */
export const cni = section({ schema, resolve: (written) => written });
