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

  /** What curl prints of an answer: its body, and its status in a line of its own. */
  const answers = (status: number, body: string) => {
    shell.write("body", body);
    shell.stub("curl", `cat >posted; cat body; printf '\\n${status}'`);
  };

  test("is posted as it is", () => {
    answers(201, '{"id":"3765","schematic":"customization: {}\\n"}\n');
    expect(register()).toMatchObject({ status: 0, stdout: "Image Factory knows schematic 3765\n" });
    expect(shell.read("posted")).toBe("customization: {}\n");
    expect(shell.calls[0]).toMatch(/ https:\/\/factory\.example\.org\/schematics$/);
  });

  // One sentence each: what is wrong, and what to do.
  test.each([
    [
      "gives it another ID, since the image would be missing",
      201,
      '{"id":"0000"}',
      'Image Factory gives the schematic another ID than 3765: {"id":"0000"}; kernel arguments with unusual characters can cause this',
    ],
    [
      "refuses it",
      400,
      "yaml: unmarshal errors:\n  line 2: field extra not found in type schematic.Customization\n",
      "https://factory.example.org/schematics refuses the schematic: yaml: unmarshal errors: line 2: field extra not found in type schematic.Customization; correct image.schematic, and apply again",
    ],
    [
      "wants a login",
      401,
      "authentication required\n",
      "https://factory.example.org/schematics lets nobody post a schematic without a login (HTTP 401); have schematic 3765 posted by who may, and set image.registerSchematic: false",
    ],
    [
      "is a mirror without schematics",
      404,
      "<html><body>404 Not Found</body></html>",
      "https://factory.example.org/schematics is not there (HTTP 404); set image.registerSchematic: false for a plain file mirror that holds the image of schematic 3765, else correct image.factoryUrl",
    ],
    [
      "is a mirror that takes nothing",
      405,
      "",
      "https://factory.example.org/schematics is not there (HTTP 405); set image.registerSchematic: false for a plain file mirror that holds the image of schematic 3765, else correct image.factoryUrl",
    ],
    [
      "is broken",
      500,
      "internal server error\n",
      "https://factory.example.org/schematics fails with HTTP 500: internal server error; look into the factory's log, or apply again later",
    ],
    [
      "sends a page instead",
      200,
      "<!DOCTYPE html>\n<title>Sign in</title>",
      'https://factory.example.org/schematics is no Image Factory, it answers with "<!DOCTYPE html> <title>Sign in</title>"; correct image.factoryUrl, or set image.registerSchematic: false for a plain file mirror',
    ],
    [
      "sends elsewhere",
      301,
      "",
      "https://factory.example.org/schematics answers with HTTP 301 instead of 201; correct image.factoryUrl, or set image.registerSchematic: false for a plain file mirror",
    ],
  ])("fails when the factory %s", (_name, status, body, sentence) => {
    answers(status, body);
    expect(register()).toMatchObject({ status: 1, last: `error: ${sentence}` });
  });

  test("fails when nobody answers", () => {
    shell.stub("curl", "cat >/dev/null; printf '\\n000'; exit 6");
    expect(register()).toMatchObject({
      status: 1,
      last: "error: https://factory.example.org/schematics does not answer; check image.factoryUrl, and what is between this machine and it",
    });
  });
});
