import { z } from "zod";
import { httpUrl, reference } from "./primitives";

const local = z.strictObject({
  kind: z.literal("local").meta({ description: "A file on this machine." }),
  path: reference.optional().meta({
    description: "State file, relative to this file. Default: terraform.<name>.tfstate.",
  }),
});

const s3 = z.strictObject({
  kind: z.literal("s3").meta({ description: "An object in an S3 store." }),
  endpoint: httpUrl.optional().meta({
    description: "Endpoint of a store that is not AWS, for example https://s3.example.org. Default: AWS.",
  }),
  bucket: z.string().min(3).max(63).meta({ description: "Bucket; it must exist, with versioning on." }),
  key: reference.optional().meta({ description: "Object of the state. Default: <name>/terraform.tfstate." }),
  region: reference.default("us-east-1").meta({ description: "Region; other stores than AWS accept any." }),
  lockFile: z.boolean().default(true).meta({
    description: "Lock by a conditional write of <key>.tflock; the store must refuse the second one with 412.",
  }),
  pathStyle: z.boolean().optional().meta({
    description: "Bucket in the path instead of in the host name. Default: true with an endpoint.",
  }),
  encrypt: z.boolean().optional().meta({ description: "Server side encryption (SSE-S3); AWS only." }),
  kmsKeyId: reference.optional().meta({ description: "Server side encryption by a KMS key; AWS only." }),
  acl: reference.optional().meta({ description: "Canned ACL; AWS only." }),
});

/** Where OpenTofu keeps the state. */
export const state = z
  .discriminatedUnion("kind", [local, s3])
  .prefault({ kind: "local" })
  .meta({ id: "State", description: "Where OpenTofu keeps the state: a local file, or an S3 store." });

/** Directories of the operator's machine that hold what the apply writes. */
export const directories = z
  .strictObject({
    talosconfig: reference.optional().meta({
      description: "secrets.yaml, talosconfig and the machine configs. Default: talosconfig/<name>.",
    }),
    kubeconfigs: reference.default("kubeconfigs").meta({ description: "The kubeconfigs." }),
  })
  .prefault({})
  .meta({ id: "Directories", description: "Where the apply writes files, relative to this file." });

/** Version constraints of the providers. */
export const providers = z
  .strictObject({
    openstack: reference.default("~> 3.4").meta({ description: "terraform-provider-openstack/openstack." }),
    null: reference.default("~> 3.2").meta({ description: "hashicorp/null." }),
  })
  .prefault({})
  .meta({ id: "Providers", description: "Version constraints of the OpenTofu providers." });

/** How the OpenStack provider finds the cloud; credentials come from its environment (OS_*) or clouds.yaml only. */
export const openstack = z
  .strictObject({
    cloud: reference
      .optional()
      .meta({ description: "Entry of clouds.yaml. Default: OS_CLOUD, or the OS_* variables." }),
    region: reference.optional().meta({ description: "Region. Default: that of the credentials." }),
    serverGroupSize: z.int().min(1).default(5).meta({
      description: "Most members of a server group that the cloud accepts; larger pools get several groups.",
    }),
    tags: z
      .array(z.string().min(1).max(60))
      .default([])
      .meta({ description: "Tags of everything that can have some." }),
  })
  .prefault({})
  .meta({ id: "OpenStack", description: "How the cloud is found, and its limits." });
