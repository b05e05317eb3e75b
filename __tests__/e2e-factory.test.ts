import { readSchematic } from "../e2e/lab/factory/schematics";
import { startImageServer } from "../e2e/lab/image-server";

/** IDs that the public Image Factory gives. */
const EMPTY = "376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba";
const GUEST_AGENT = "ce4c980550dd2ab1b17bbf2b08801c7eb59418eafe8f279833297925d67c7515";

describe("the factory of the end-to-end tests gives a schematic the public one's ID", () => {
  test.each([
    ["nothing", "customization: {}\n", EMPTY],
    ["nothing, in JSON", "{}", EMPTY],
    ["empty lists, which are left out", "customization: { extraKernelArgs: [], systemExtensions: {} }", EMPTY],
    [
      "an extension, however it is indented",
      "customization:\n  systemExtensions:\n    officialExtensions: [siderolabs/qemu-guest-agent]\n",
      GUEST_AGENT,
    ],
  ])("of %s", (_name, text, id) => {
    expect(readSchematic(text).id).toBe(id);
  });

  test("and refuses a field that it does not know", () => {
    expect(() => readSchematic("customization: { extensions: [] }")).toThrow('Unrecognized key: "extensions"');
  });
});

describe("the factory of the end-to-end tests refuses", () => {
  const ask = async (path: string, init: RequestInit = {}) => {
    const server = await startImageServer();
    try {
      const answer = await fetch(`${server.url}${path}`, init);
      return { status: answer.status, text: (await answer.text()).trim() };
    } finally {
      server.close();
    }
  };

  test.each([
    ["a schematic that nobody posted", `/image/${GUEST_AGENT}/v1.13.9/openstack-amd64.raw.xz`, {}, 404],
    ["a format that it does not make", `/image/${EMPTY}/v1.13.9/openstack-amd64.vmdk`, {}, 400],
    ["a version that is none", `/image/${EMPTY}/latest/openstack-amd64.raw.xz`, {}, 400],
    ["a path that it does not know", "/images", {}, 404],
    ["to delete an image", `/image/${EMPTY}/v1.13.9/openstack-amd64.raw.xz`, { method: "DELETE" }, 405],
    ["a schematic with unknown fields", "/schematics", { method: "POST", body: "extensions: []" }, 400],
  ])("%s", async (_name, path, init, status) => {
    expect(await ask(path, init)).toMatchObject({ status, text: expect.stringMatching(/./) as string });
  });

  test("nothing of a schematic that it was given", async () => {
    const body = "customization: { extraKernelArgs: [quiet] }";
    expect(await ask("/schematics", { method: "POST", body })).toEqual({
      status: 201,
      text: JSON.stringify(readSchematic(body)),
    });
  });
});
