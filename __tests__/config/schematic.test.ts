import { schematicId, schematicYaml } from "../../constructs/config/schematic";

// IDs that the public Image Factory gives to these schematics.
test.each([
  ["nothing", [], "376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba"],
  [
    "the guest agent",
    ["siderolabs/qemu-guest-agent"],
    "ce4c980550dd2ab1b17bbf2b08801c7eb59418eafe8f279833297925d67c7515",
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
