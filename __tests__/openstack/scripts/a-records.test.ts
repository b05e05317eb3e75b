import { PRELUDE, Shell } from "../../support/shell";

const LIBRARIES = [PRELUDE, "openstack/scripts/nsupdate.sh"];
const NAME = "demo.k8s.example.org";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("getent", "printf '192.0.2.10 STREAM\\n192.0.2.10 DGRAM\\n'");
  shell.stub("nsupdate", "cat >>updates");
});
afterEach(() => {
  shell.remove();
});

const TARGET = { NAME, WILDCARD: "", ZONE: "example.org", SERVER: "192.0.2.53:5353", KEY_FILE: "" };
const aRecords = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run([...LIBRARIES, "openstack/scripts/a-records.sh"], {
    KIND: "designate",
    ADDRESS: "192.0.2.10",
    TIMEOUT: "1",
    TTL: "60",
    ...TARGET,
    ...changes,
  });
const removal = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run([...LIBRARIES, "openstack/scripts/remove-a-record.sh"], { ...TARGET, ...changes });

test("ends when the name resolves to the address", () => {
  expect(aRecords()).toMatchObject({ status: 0, stdout: expect.stringContaining(`${NAME} to resolve`) as string });
  expect(shell.exists("updates")).toBe(false);
});

test.each([
  ["another address", "echo 192.0.2.99 STREAM", "192.0.2.99"],
  ["nothing", "exit 2", "nothing"],
  ["the address and another one", "printf '192.0.2.10 STREAM\\n192.0.2.9 STREAM\\n'", "192.0.2.10,192.0.2.9"],
])("fails within its bound when the name resolves to %s, in one clear last line", (_name, answer, seen) => {
  shell.stub("getent", answer);
  const start = Date.now();
  const { status, last } = aRecords();
  expect(status).toBe(1);
  expect(last).toMatch(
    new RegExp(`^error: ${NAME} does not resolve to 192\\.0\\.2\\.10 after 1s: .* says ${seen}\\. `),
  );
  expect(Date.now() - start).toBeLessThan(15_000);
});

test("a wildcard must resolve too", () => {
  shell.stub("getent", `case $2 in *.apps.*) exit 2 ;; esac; echo 192.0.2.10 STREAM`);
  expect(aRecords().status).toBe(0);
  expect(aRecords({ WILDCARD: `apps.${NAME}` }).last).toMatch(/^error: any\.apps\.demo\S* does not resolve to/);
});

test("asks the zone's own name servers first, because a resolver remembers that there was no name", () => {
  shell.stub(
    "dig",
    `case "$*" in *" k8s.example.org NS") ;; *" example.org NS") echo ns1.example.org. ;; *" A") echo 192.0.2.99 ;; esac`,
  );
  const { status, stdout } = aRecords({ TIMEOUT: "2" });
  expect(stdout).toContain("the zone's name server ns1.example.org says 192.0.2.99; from now on only");
  expect(status).toBe(0); // a zone that is another one inside than outside
  const asked = shell.calls.map((call) => call.split(" ")[0]);
  expect(asked.indexOf("getent")).toBeGreaterThan(asked.lastIndexOf("dig"));
});

test("asks no name server of a top-level domain, which knows no names", () => {
  shell.stub("dig", `case "$*" in *" org NS") echo a0.org. ;; *" A") echo 192.0.2.99 ;; esac`);
  expect(aRecords().stdout).toContain("cannot be asked from here; only the resolver is");
});

test("an external record is somebody else's: it is said which one, and waited for", () => {
  expect(aRecords({ KIND: "external" }).stdout).toContain(`${NAME} must have an A record with 192.0.2.10`);
});

describe("by nsupdate", () => {
  test("the record is replaced in one message", () => {
    expect(aRecords({ KIND: "rfc2136" }).status).toBe(0);
    expect(shell.read("updates").split("\n")).toEqual([
      "server 192.0.2.53 5353",
      "zone example.org",
      `update delete ${NAME}. A`,
      `update add ${NAME}. 60 A 192.0.2.10`,
      "send",
      "",
    ]);
  });

  test("a wildcard is in the same message", () => {
    aRecords({ KIND: "rfc2136", WILDCARD: `apps.${NAME}` });
    expect(shell.read("updates").match(/^(update add .*|send)$/gm)).toEqual([
      `update add ${NAME}. 60 A 192.0.2.10`,
      `update add *.apps.${NAME}. 60 A 192.0.2.10`,
      "send",
    ]);
  });

  test("the key is given by its file, the port is 53 unless said", () => {
    aRecords({ KIND: "rfc2136", KEY_FILE: "tsig.key", SERVER: "ns.example.org" });
    expect(shell.calls.find((call) => call.startsWith("nsupdate"))).toMatch(/ -k tsig\.key$/);
    expect(shell.read("updates")).toMatch(/^server ns\.example\.org 53\n/);
  });

  test("fails at once when the server refuses it", () => {
    shell.stub("nsupdate", "cat >/dev/null; exit 2");
    expect(aRecords({ KIND: "rfc2136", TIMEOUT: "600" })).toMatchObject({
      status: 1,
      last: expect.stringContaining("refused the record") as string,
    });
  });

  test("fails when there is no nsupdate, and says so last", () => {
    shell.runText("rm bin/nsupdate", {});
    expect(aRecords({ KIND: "rfc2136" }).stderr).toContain("nsupdate is not installed on this machine");
  });

  test("the removal takes away what was made", () => {
    expect(removal({ WILDCARD: `apps.${NAME}` }).status).toBe(0);
    expect(shell.read("updates").match(/^update .*/gm)).toEqual([
      `update delete ${NAME}. A`,
      `update delete *.apps.${NAME}. A`,
    ]);
  });

  test("a name server that is gone does not keep a cluster from being destroyed", () => {
    shell.stub("nsupdate", "cat >/dev/null; exit 2");
    expect(removal()).toMatchObject({ status: 0, stdout: expect.stringContaining("remove it by hand") as string });
  });
});
