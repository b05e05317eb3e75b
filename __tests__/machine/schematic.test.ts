import { schematicId, schematicYaml } from "../../constructs/machine/schematic";

// IDs that the public Image Factory gives to these schematics.
test.each([
  ["nothing", [], "376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba"],
  [
    "the guest agent",
    ["siderolabs/qemu-guest-agent"],
    "ce4c980550dd2ab1b17bbf2b08801c7eb59418eafe8f279833297925d67c7515",
  ],
  [
    "two extensions",
    ["siderolabs/iscsi-tools", "siderolabs/util-linux-tools"],
    "613e1592b2da41ae5e265e8789429f22e121aab91cb4deb6bc3c0b6262961245",
  ],
  [
    "three extensions",
    ["siderolabs/qemu-guest-agent", "siderolabs/iscsi-tools", "siderolabs/util-linux-tools"],
    "53513e54bb39202f35694412577a6bc53d484744d35a126e5d42ef34785c0d83",
  ],
  [
    "the same in another order",
    ["siderolabs/iscsi-tools", "siderolabs/qemu-guest-agent", "siderolabs/util-linux-tools"],
    "88d1f7a5c4f1d3aba7df787c448c1d3d008ed29cfb34af53fa0df4336a56040b",
  ],
])("the ID of a schematic with %s is the factory's", (_name, extensions, id) => {
  expect(schematicId({ extensions, kernelArgs: [] })).toBe(id);
});

test("a schematic is written as the factory writes it", () => {
  expect(schematicYaml({ extensions: ["siderolabs/gvisor"], kernelArgs: ["console=ttyS1"] })).toMatchInlineSnapshot(`
   "customization:
       extraKernelArgs:
           - console=ttyS1
       systemExtensions:
           officialExtensions:
               - siderolabs/gvisor
   "
  `);
});
