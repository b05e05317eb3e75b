/** Where the nodes' image comes from: Image Factory (default), an image that exists, or a local file. */
import { z } from "zod";
import type { Immutable } from "../json";
import { imageName } from "../names";
import { type Context, section } from "../section";
import {
  baseUrl,
  ESCAPED,
  openStackName,
  path as pathText,
  propertyName,
  propertyValue,
  sha256 as sha256Text,
  uuid,
} from "../texts";
import { imageRules } from "./image-rules";

/** The schematic is a document of its own, which is escaped. */
const kernelArgument = z.string().min(1).register(ESCAPED, { by: "escapeTemplate" });

/** What may stand below `image`. */
export const imageSchema = z
  .strictObject({
    schematic: z
      .strictObject({
        extensions: z
          .array(z.string().regex(/^[\w-]+\/[\w-]+$/, "must be owner/name, for example siderolabs/qemu-guest-agent"))
          .default([])
          .meta({
            description: "Official system extensions, for example siderolabs/qemu-guest-agent. The order counts.",
          }),
        kernelArgs: z
          .array(kernelArgument)
          .default([])
          .meta({ description: "Extra kernel arguments. The order counts." }),
      })
      .optional()
      .meta({ description: "Image Factory schematic; its ID is computed while synthesizing." }),
    factoryUrl: baseUrl.optional().meta({
      description: "Image Factory or a mirror of it. Default: https://factory.talos.dev.",
    }),
    registerSchematic: z.boolean().optional().meta({
      description:
        "POST the schematic to the factory before its image is fetched; false for a plain file mirror. Default: true.",
    }),
    format: z.enum(["raw.xz", "raw.zst", "raw.gz", "raw", "qcow2"]).optional().meta({
      description: "What is fetched from the factory; compressed ones are unpacked by the provider. Default: raw.xz.",
    }),
    name: openStackName.optional().meta({ description: "Use this image of Glance, by name, instead of making one." }),
    id: uuid.optional().meta({ description: "Use this image of Glance, by ID, instead of making one." }),
    file: pathText.optional().meta({ description: "Upload this raw file, by path relative to this file." }),
    sha256: sha256Text.optional().meta({
      description:
        "SHA-256 of the image as Glance gets it: unpacked, where format says that it is packed. An image with another one boots no server.",
    }),
    allowHttp: z.boolean().default(false).meta({
      description: "Accept a factoryUrl of plain http: whoever is on the way can send another image.",
    }),
    architecture: z.enum(["amd64", "arm64"]).default("amd64").meta({ description: "Architecture of the nodes." }),
    properties: z
      .record(propertyName, propertyValue)
      .default({})
      .meta({ description: "Glance properties of an image that is made, for example hw_qemu_guest_agent: 'yes'." }),
    keep: z.boolean().default(true).meta({
      description:
        "Leave an image that was made in Glance when another one takes its place, or when the cluster is destroyed: nodes that booted from it may need it.",
    }),
  })
  .meta({ id: "Image", description: "Where the nodes' image comes from; one of schematic, name, id, file." })
  .prefault({});

/** The name of an image that is made holds the Talos version. */
export interface ImageContext extends Context {
  readonly talos: { readonly version: string };
}

function resolve(image: z.output<typeof imageSchema>, { name, talos, path }: ImageContext) {
  const { architecture, properties, keep, sha256 } = image;
  const made = { imageName: imageName(name, talos.version, architecture), architecture, properties, keep, sha256 };
  if (image.name !== undefined) return { kind: "name" as const, name: image.name };
  if (image.id !== undefined) return { kind: "id" as const, id: image.id };
  if (image.file !== undefined) return { kind: "file" as const, path: path(image.file), ...made };
  return {
    kind: "factory" as const,
    url: (image.factoryUrl ?? "https://factory.talos.dev").replace(/\/+$/, ""),
    schematic: image.schematic ?? { extensions: [], kernelArgs: [] },
    register: image.registerSchematic ?? true,
    format: image.format ?? ("raw.xz" as const),
    ...made,
  };
}

/** Where the nodes' image comes from, by `kind`. */
export type ResolvedImage = Immutable<ReturnType<typeof resolve>>;

/** Where the nodes' image comes from. */
export const image = section({
  schema: imageSchema,
  resolve,
  rules: imageRules,
});
