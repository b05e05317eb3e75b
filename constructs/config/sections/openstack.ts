/** How the OpenStack provider finds the cloud, and the cloud's limits; credentials come from its environment only. */
import { z } from "zod";
import type { Immutable } from "../json";
import { section, type SectionRule } from "../section";
import { openStackName, tag } from "../texts";

const schema = z
  .strictObject({
    cloud: openStackName
      .optional()
      .meta({ description: "Entry of clouds.yaml. Default: OS_CLOUD, or the OS_* variables." }),
    region: openStackName.optional().meta({ description: "Region. Default: that of the credentials." }),
    project: openStackName.optional().meta({
      description: "Project that the credentials must be of, by name or ID. Default: that of the first apply.",
    }),
    serverGroupSize: z.int().min(1).default(5).meta({
      description: "Most members of a server group that the cloud accepts; larger pools get several groups.",
    }),
    tags: z.array(tag).default([]).meta({ description: "Tags of everything that can have some." }),
  })
  .prefault({})
  .meta({ id: "OpenStack", description: "How the cloud is found, and its limits." });
type Written = z.output<typeof schema>;

/** What a cluster needs to know; how the cloud is found is the stack's affair. */
const resolve = ({ project, serverGroupSize, tags }: Written) => ({ project, serverGroupSize, tags });

/** The project, limits of the cloud, and tags. */
export type ResolvedOpenStack = Immutable<ReturnType<typeof resolve>>;

/** How a stack finds the cloud; undefined is left to the environment of the apply. */
export const cloudOf = ({ cloud, region }: Written) => ({ cloud, region });

/** Nova and Neutron take 50; one says which cluster it is. */
const MAX_TAGS = 49;

const openstackTags: SectionRule<unknown, ResolvedOpenStack> = {
  id: "openstack-tags",
  *check({ tags }) {
    if (tags.length > MAX_TAGS) {
      yield {
        path: ["tags"],
        message: `Nova takes ${MAX_TAGS + 1} tags, of which one is the cluster's; got ${tags.length}; keep ${MAX_TAGS}`,
      };
    }
    for (const [i, tag] of tags.entries()) {
      const path = ["tags", i];
      if (/[,/]/.test(tag)) {
        yield { path, message: `Nova allows neither comma nor slash in tags; got ${JSON.stringify(tag)}` };
      }
      if (tags.indexOf(tag) < i) yield { path, message: `${JSON.stringify(tag)} is given twice; remove one of them` };
    }
  },
};

/** How the cloud is found, and its limits. */
export const openstack = section({ schema, resolve, rules: [openstackTags] });
