import { NodeImage } from "../../constructs/openstack/image";
import type { ClusterFile } from "../../constructs/config/cluster";
import { addresses, all, config, localExecOf, only, resolve, type StackJson, synth } from "../support/synth";

const EMPTY = "376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba";
const GUEST_AGENT = "ce4c980550dd2ab1b17bbf2b08801c7eb59418eafe8f279833297925d67c7515";
const schematic = { extensions: ["siderolabs/qemu-guest-agent"] };

function image(kind: ClusterFile["image"]): { json: StackJson; id: string } {
  let id = "";
  const json = synth((stack) => {
    const { image: resolved, talos } = config({ image: kind });
    id = String(
      resolve(stack, new NodeImage(stack, "image", { source: resolved, talosVersion: talos.version }).imageId),
    );
  });
  return { json, id };
}

const made = (kind: ClusterFile["image"]) => only(image(kind).json, "openstack_images_image_v2");

test("an image by id is taken as it is", () => {
  const { json, id } = image({ id: "5f1c0000-0000-4000-8000-000000000000" });
  expect(id).toBe("5f1c0000-0000-4000-8000-000000000000");
  expect(addresses(json)).toEqual([]);
});

test("an image by name is looked up, the newest if there are several", () => {
  const { json, id } = image({ name: "talos" });
  expect(only(json, "data.openstack_images_image_v2")).toEqual({ name: "talos", most_recent: true });
  expect(id).toMatch(/^\$\{data\.openstack_images_image_v2\.image_\w+\.id\}$/);
});

test("an image from a file is uploaded raw, by its path", () => {
  expect(made({ file: "talos.raw", properties: { hw_qemu_guest_agent: "yes" } })).toMatchObject({
    name: "demo-talos-v1.13.9-amd64",
    container_format: "bare",
    disk_format: "raw",
    properties: { os_distro: "talos", os_version: "v1.13.9", hw_qemu_guest_agent: "yes" },
  });
});

test.each([
  [undefined, { create_before_destroy: true, destroy: false }],
  [false, { create_before_destroy: true }],
])("the image before it stays in Glance unless the file lets it go: keep is %s", (keep, lifecycle) => {
  expect(made({ ...(keep === undefined ? {} : { keep }) })["lifecycle"]).toEqual({
    ...lifecycle,
    ignore_changes: ["image_cache_path"],
  });
});

test("the path of a file is the one that OpenTofu sees", () => {
  expect(made({ file: "talos.raw" })["local_file_path"]).toBe("../../../talos.raw");
});

describe("an image from Image Factory", () => {
  test("has the address of its schematic, computed while synthesizing", () => {
    expect(made({ schematic })["image_source_url"]).toBe(
      `https://factory.talos.dev/image/${GUEST_AGENT}/v1.13.9/openstack-amd64.raw.xz`,
    );
  });

  test("is the empty schematic's when nothing is asked for", () => {
    expect(made({})["image_source_url"]).toBe(
      `https://factory.talos.dev/image/${EMPTY}/v1.13.9/openstack-amd64.raw.xz`,
    );
  });

  test("comes from a mirror, for another architecture, in another format", () => {
    expect(
      made({ factoryUrl: "https://mirror.example.org/talos/", architecture: "arm64", format: "raw.zst" }),
    ).toMatchObject({
      name: "demo-talos-v1.13.9-arm64",
      image_source_url: `https://mirror.example.org/talos/image/${EMPTY}/v1.13.9/openstack-arm64.raw.zst`,
    });
  });

  test.each([
    ["raw.xz", "raw", true],
    ["raw.zst", "raw", true],
    ["raw.gz", "raw", true],
    ["raw", "raw", false],
    ["qcow2", "qcow2", false],
  ] as const)("of the format %s is %s in Glance; unpacked by the provider: %s", (format, diskFormat, decompress) => {
    expect(made({ format })).toMatchObject({ disk_format: diskFormat, decompress });
  });

  test("waits until its schematic is registered", () => {
    const { json } = image({ schematic });
    const { environment } = localExecOf(only(json, "null_resource"));
    expect(environment).toMatchObject({
      FACTORY_URL: "https://factory.talos.dev",
      SCHEMATIC_ID: GUEST_AGENT,
      SCHEMATIC: expect.stringMatching(/^customization:\n {4}systemExtensions:\n/) as string,
    });
    expect(only(json, "openstack_images_image_v2")["depends_on"]).toEqual([
      expect.stringMatching(/^null_resource\.image_schematic_/),
    ]);
  });

  test("registers another schematic again", () => {
    const triggers = (wanted: ClusterFile["image"]) => only(image(wanted).json, "null_resource")["triggers"];
    expect(triggers({ schematic })).toEqual({ url: "https://factory.talos.dev", schematic: GUEST_AGENT });
    expect(triggers({ schematic: { kernelArgs: ["-quiet"] } })).not.toEqual(triggers({ schematic }));
  });

  test("registers kernel arguments literally, whatever is in them", () => {
    const { json } = image({ schematic: { kernelArgs: ["a=${b}"] } });
    expect(localExecOf(only(json, "null_resource")).environment["SCHEMATIC"]).toContain("a=$${b}");
  });

  test.each([
    ["the factory knows the empty schematic", {}],
    ["the file says that it is a plain mirror", { schematic, registerSchematic: false }],
  ])("registers nothing when %s", (_name, kind) => {
    const { json } = image(kind);
    expect(all(json, "null_resource")).toEqual({});
    expect(only(json, "openstack_images_image_v2")).not.toHaveProperty("depends_on");
  });
});

describe("what is uploaded is what was meant", () => {
  const sha256 = "ab".repeat(32);
  const made = (kind: ClusterFile["image"]) => only(image(kind).json, "openstack_images_image_v2");

  test("each download has a directory of its own, where no file is that the provider could take for the image", () => {
    expect(made({})["image_cache_path"]).toBe(
      'images/demo-talos-v1.13.9-amd64/${formatdate("YYYYMMDDhhmmss", timestamp())}',
    );
  });

  // It is another one in every plan, and another one on every machine where the provider chooses it.
  test("and where that lies changes no image", () => {
    expect(made({})["lifecycle"]).toMatchObject({
      ignore_changes: expect.arrayContaining(["image_cache_path"]) as string[],
    });
  });

  test("the image is looked at where it is made, by its own provisioner, so no other resource changes", () => {
    const { environment } = localExecOf(made({ sha256 }));
    expect(environment).toMatchObject({
      IMAGE: "${self.id}",
      DISK_FORMAT: "raw",
      SOURCE: `https://factory.talos.dev/image/${EMPTY}/v1.13.9/openstack-amd64.raw.xz`,
      FILE: "",
      CACHE: "${self.image_cache_path}",
      SHA256: sha256,
    });
    expect(all(image({ sha256 }).json, "null_resource")).toEqual({});
  });

  test("it is looked at as what Glance takes it for", () => {
    expect(localExecOf(made({ format: "qcow2" })).environment).toMatchObject({ DISK_FORMAT: "qcow2" });
  });

  test("a file is compared where the cluster file says with what", () => {
    expect(localExecOf(made({ file: "talos.raw", sha256 })).environment).toMatchObject({
      FILE: "../../../talos.raw",
      CACHE: "",
      SHA256: sha256,
    });
    expect(made({ file: "talos.raw" })).not.toHaveProperty("provisioner");
  });
});
