import { PRELUDE, Shell } from "../../support/shell";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
});
afterEach(() => {
  shell.remove();
});

describe("the schematic", () => {
  const register = () =>
    shell.run([PRELUDE, "openstack/scripts/register-schematic.sh"], {
      FACTORY_URL: "https://factory.example.org",
      SCHEMATIC: "customization: {}\n",
      SCHEMATIC_ID: "3765",
    });

  test("is posted as it is", () => {
    shell.stub("curl", `cat >posted; echo '{"id":"3765"}'`);
    expect(register()).toMatchObject({ status: 0, stdout: "Image Factory knows schematic 3765\n" });
    expect(shell.read("posted")).toBe("customization: {}\n");
    expect(shell.calls[0]).toMatch(/ https:\/\/factory\.example\.org\/schematics$/);
  });

  test("fails when the factory gives it another ID, since the image would be missing", () => {
    shell.stub("curl", `cat >/dev/null; echo '{"id":"0000"}'`);
    expect(register().last).toMatch(/^error: Image Factory gives the schematic another ID than 3765: .*0000/);
  });

  test("fails when the factory does not take it, and says how to do without", () => {
    shell.stub("curl", "cat >/dev/null; exit 22");
    expect(register().last).toContain("image.registerSchematic: false");
  });
});
