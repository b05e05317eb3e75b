/** The image has one source, and no options of another one. */
import type { z } from "zod";
import { given } from "../primitives";
import type { Finding } from "../reader/errors";
import type { SectionRule } from "../section";
import { isPlainHttp } from "../texts";
import type { imageSchema } from "./image";

type ImageRule = SectionRule<z.output<typeof imageSchema>, unknown>;

const IMAGE_SOURCES = ["schematic", "name", "id", "file"] as const;
const FACTORY_OPTIONS = ["schematic", "factoryUrl", "registerSchematic", "format"] as const;

const imageSource: ImageRule = {
  id: "image-source",
  *check(_, image) {
    const sources = given(image, IMAGE_SOURCES);
    if (sources.length > 1) {
      yield {
        path: [],
        message: `must have one source; got ${sources.join(" and ")}; keep one of them (none is Image Factory)`,
      };
    }
  },
};

const imageFactoryOptions: ImageRule = {
  id: "image-factory-options",
  *check(_, image) {
    const [source] = given(image, ["name", "id", "file"]);
    if (source === undefined) return;
    // A schematic beside another source is what image-source reports.
    for (const key of given(image, FACTORY_OPTIONS).filter((k) => k !== "schematic")) {
      yield {
        path: [key],
        message: `is for Image Factory only, but image.${source} is used; remove one of them`,
      };
    }
  },
};

const imageProperties: ImageRule = {
  id: "image-properties",
  *check(_, image) {
    const [source] = given(image, ["name", "id"]);
    if (source !== undefined && Object.keys(image.properties).length > 0) {
      yield {
        path: ["properties"],
        message: `cannot be set on an existing image (image.${source}); remove them, or set them with "openstack image set"`,
      };
    }
  },
};

/** What Glance keeps of each image itself: https://docs.openstack.org/api-ref/image/v2/#show-image */
const GLANCE_KEYS: ReadonlySet<string> = new Set(
  (
    "checksum container_format created_at direct_url disk_format file id locations min_disk min_ram name os_hash_algo " +
    "os_hash_value os_hidden owner protected schema self size status stores tags updated_at virtual_size visibility"
  ).split(" "),
);

const imagePropertyNames: ImageRule = {
  id: "image-property-names",
  *check(_, image) {
    for (const key of Object.keys(image.properties)) {
      if (GLANCE_KEYS.has(key) || key.startsWith("os_glance_")) {
        yield {
          path: ["properties", key],
          message: `${key} is what Glance says of an image itself, and nobody may set; remove it`,
        };
      }
    }
  },
};

const imageSha256: ImageRule = {
  id: "image-sha256",
  *check(_, image) {
    const [source] = given(image, ["name", "id"]);
    if (source !== undefined && image.sha256 !== undefined) {
      yield {
        path: ["sha256"],
        message: `is for an image that is made, but image.${source} is used; compare it with "openstack image show" yourself`,
      };
    }
  },
};

const imageHttp: ImageRule = {
  id: "image-http",
  *check(_, { factoryUrl, allowHttp }) {
    if (factoryUrl !== undefined && isPlainHttp(factoryUrl) && !allowHttp) {
      yield {
        path: ["factoryUrl"],
        message: `must be https, since nodes boot what it sends; got ${factoryUrl}; take its https address, or say it twice with image.allowHttp: true`,
      };
    }
  },
};

const imageFile: ImageRule = {
  id: "image-file",
  *check(_, image) {
    const suffix = /\.(xz|zst|gz|qcow2|vmdk|iso)$/i.exec(image.file ?? "")?.[0];
    if (suffix !== undefined) {
      yield { path: ["file"], message: `must be a raw image; got "*${suffix}"; unpack or convert it first` };
    }
  },
};

const imageSchematic: ImageRule = {
  id: "image-schematic",
  *check(_, image) {
    const { extensions, kernelArgs } = image.schematic ?? { extensions: [], kernelArgs: [] };
    yield* duplicates(["extensions", extensions], "the image would be a different one for the same content");
    yield* duplicates(["kernelArgs", kernelArgs], "the kernel would read it twice");
    for (const [i, arg] of kernelArgs.entries()) {
      const path = ["schematic", "kernelArgs", i];
      if (/\s/.test(arg))
        yield { path, message: `must be one argument; got ${JSON.stringify(arg)}; give one item each` };
      if (/^-?talos\.(platform|config)\b/.test(arg)) {
        yield { path, message: `${arg} would overrule the OpenStack image and its user data; remove it` };
      }
    }
  },
};

function* duplicates([key, list]: readonly [string, readonly string[]], why: string): Iterable<Finding> {
  for (const [i, item] of list.entries()) {
    if (list.indexOf(item) < i) {
      yield { path: ["schematic", key, i], message: `${item} is given twice: ${why}; remove one of them` };
    }
  }
}

/** Rules about the image by itself. */
export const imageRules: readonly ImageRule[] = [
  imageSource,
  imageFactoryOptions,
  imageProperties,
  imagePropertyNames,
  imageSha256,
  imageHttp,
  imageFile,
  imageSchematic,
];
