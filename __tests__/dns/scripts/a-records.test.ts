import { PRELUDE, Shell } from "../../support/shell";

const NAME = "demo.k8s.example.org";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("getent", "printf '192.0.2.10 STREAM\\n192.0.2.10 DGRAM\\n'");
});
afterEach(() => {
  shell.remove();
});

const aRecords = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run([PRELUDE, "dns/scripts/a-records.sh"], {
    NAMES: NAME,
    ADDRESSES: "192.0.2.10",
    HINT: "",
    TIMEOUT: "1",
    ...changes,
  });

test("ends when the name resolves to the address", () => {
  expect(aRecords()).toMatchObject({ status: 0, stdout: expect.stringContaining(`${NAME} to resolve`) as string });
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
  expect(aRecords({ NAMES: `${NAME} any.apps.${NAME}` }).last).toMatch(
    /^error: any\.apps\.demo\S* does not resolve to/,
  );
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

test("a name with several addresses must resolve to all of them, in whatever order", () => {
  shell.stub("getent", "printf '192.0.2.9 STREAM\\n192.0.2.10 STREAM\\n'");
  expect(aRecords({ ADDRESSES: "192.0.2.9" }).status).toBe(1);
  expect(aRecords({ ADDRESSES: "192.0.2.10 192.0.2.9" }).status).toBe(0);
});

test("says first what somebody else has to do", () => {
  expect(aRecords({ HINT: "records must have" }).stdout).toContain("records must have 192.0.2.10");
});
