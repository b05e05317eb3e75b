/** Where the image and the network come from: exactly one source each, and no options of another one. */
import type { ParsedClusterConfig } from "../schema";
import type { Rule, Violation } from "./rule";

const IMAGE_SOURCES = ["schematic", "name", "id", "file"] as const;
const FACTORY_OPTIONS = ["schematic", "factoryUrl", "registerSchematic", "format"] as const;
const NETWORK_SOURCES = ["name", "id", "create"] as const;

/** Sources that were given, of those that exclude each other. */
const given = <K extends string>(of: Readonly<Partial<Record<K, unknown>>>, keys: readonly K[]): readonly K[] =>
  keys.filter((key) => of[key] !== undefined);

const imageSource: Rule = {
  id: "image-source",
  needs: ["image"],
  *check(_, { image }) {
    const sources = given(image, IMAGE_SOURCES);
    if (sources.length > 1) {
      yield {
        path: ["image"],
        message: `must have one source; got ${sources.join(" and ")}; keep one of them (none is Image Factory)`,
      };
    }
  },
};

const imageFactoryOptions: Rule = {
  id: "image-factory-options",
  needs: ["image"],
  *check(_, { image }) {
    const [source] = given(image, ["name", "id", "file"]);
    if (source === undefined) return;
    // A schematic beside another source is what image-source reports.
    for (const key of given(image, FACTORY_OPTIONS).filter((k) => k !== "schematic")) {
      yield {
        path: ["image", key],
        message: `is for Image Factory only, but image.${source} is used; remove one of them`,
      };
    }
  },
};

const imageProperties: Rule = {
  id: "image-properties",
  needs: ["image"],
  *check(_, { image }) {
    const [source] = given(image, ["name", "id"]);
    if (source !== undefined && Object.keys(image.properties).length > 0) {
      yield {
        path: ["image", "properties"],
        message: `cannot be set on an existing image (image.${source}); remove them, or set them with "openstack image set"`,
      };
    }
  },
};

const imageFile: Rule = {
  id: "image-file",
  needs: ["image"],
  *check(_, { image }) {
    const suffix = /\.(xz|zst|gz|qcow2|vmdk|iso)$/i.exec(image.file ?? "")?.[0];
    if (suffix !== undefined) {
      yield { path: ["image", "file"], message: `must be a raw image; got "*${suffix}"; unpack or convert it first` };
    }
  },
};

const imageSchematic: Rule = {
  id: "image-schematic",
  needs: ["image"],
  *check(_, { image }) {
    const { extensions, kernelArgs } = image.schematic ?? { extensions: [], kernelArgs: [] };
    yield* duplicates(["extensions", extensions], "the image would be a different one for the same content");
    yield* duplicates(["kernelArgs", kernelArgs], "the kernel would read it twice");
    for (const [i, arg] of kernelArgs.entries()) {
      const path = ["image", "schematic", "kernelArgs", i];
      if (/\s/.test(arg))
        yield { path, message: `must be one argument; got ${JSON.stringify(arg)}; give one item each` };
      if (/^-?talos\.(platform|config)\b/.test(arg)) {
        yield { path, message: `${arg} would overrule the OpenStack image and its user data; remove it` };
      }
    }
  },
};

function* duplicates([key, list]: readonly [string, readonly string[]], why: string): Iterable<Violation> {
  for (const [i, item] of list.entries()) {
    if (list.indexOf(item) < i) {
      yield { path: ["image", "schematic", key, i], message: `${item} is given twice: ${why}; remove one of them` };
    }
  }
}

const networkSource: Rule = {
  id: "network-source",
  needs: ["network"],
  *check(_, { network }) {
    const sources = given(network, NETWORK_SOURCES);
    if (sources.length !== 1) {
      const got = sources.length === 0 ? "none" : sources.join(" and ");
      yield { path: ["network"], message: `must have exactly one of ${NETWORK_SOURCES.join(", ")}; got ${got}` };
    }
    yield* cidrBesideCreate(network);
  },
};

function* cidrBesideCreate({ create, cidr }: ParsedClusterConfig["network"]): Iterable<Violation> {
  if (create !== undefined && cidr !== undefined) {
    yield {
      path: ["network", "cidr"],
      message: "is for an existing network; use network.create.cidr for the one that is made",
    };
  }
}

/** Rules about image and network sources. */
export const SOURCE_RULES: readonly Rule[] = [
  imageSource,
  imageFactoryOptions,
  imageProperties,
  imageFile,
  imageSchematic,
  networkSource,
];
