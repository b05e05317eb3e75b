import { PRELUDE, Shell } from "../../support/shell";

const LIBRARIES = [PRELUDE, "dns/scripts/nsupdate.sh"];
const NAME = "demo.k8s.example.org";
const TARGET = { ZONE: "example.org", SERVER: "192.0.2.53:5353", KEY_FILE: "" };

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("nsupdate", "cat >>updates");
});
afterEach(() => {
  shell.remove();
});

const update = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run([...LIBRARIES, "dns/scripts/update-a-records.sh"], {
    NAMES: NAME,
    ADDRESSES: "192.0.2.10",
    TTL: "60",
    ...TARGET,
    ...changes,
  });
const removal = (name = NAME) => shell.run([...LIBRARIES, "dns/scripts/remove-a-record.sh"], { NAME: name, ...TARGET });

test("the record is replaced in one message", () => {
  expect(update().status).toBe(0);
  expect(shell.read("updates").split("\n")).toEqual([
    "server 192.0.2.53 5353",
    "zone example.org",
    `update delete ${NAME}. A`,
    `update add ${NAME}. 60 A 192.0.2.10`,
    "send",
    "",
  ]);
});

test("every address has a record of its own", () => {
  update({ ADDRESSES: "192.0.2.10 192.0.2.11" });
  expect(shell.read("updates").match(/^update .*/gm)).toEqual([
    `update delete ${NAME}. A`,
    `update add ${NAME}. 60 A 192.0.2.10`,
    `update add ${NAME}. 60 A 192.0.2.11`,
  ]);
});

test("a wildcard is in the same message", () => {
  update({ NAMES: `${NAME} *.apps.${NAME}` });
  expect(shell.read("updates").match(/^(update add .*|send)$/gm)).toEqual([
    `update add ${NAME}. 60 A 192.0.2.10`,
    `update add *.apps.${NAME}. 60 A 192.0.2.10`,
    "send",
  ]);
});

test("the key is given by its file, the port is 53 unless said", () => {
  update({ KEY_FILE: "tsig.key", SERVER: "ns.example.org" });
  expect(shell.calls.find((call) => call.startsWith("nsupdate"))).toMatch(/ -k tsig\.key$/);
  expect(shell.read("updates")).toMatch(/^server ns\.example\.org 53\n/);
});

test("fails at once when the server refuses it", () => {
  shell.stub("nsupdate", "cat >/dev/null; exit 2");
  expect(update()).toMatchObject({
    status: 1,
    last: expect.stringContaining("refused the record") as string,
  });
});

test("fails when there is no nsupdate, and says so last", () => {
  shell.runText("rm bin/nsupdate", {});
  expect(update().stderr).toContain("nsupdate is not installed on this machine");
});

test("the removal takes away what was made, a wildcard too", () => {
  expect(removal().status).toBe(0);
  expect(removal(`*.apps.${NAME}`).status).toBe(0);
  expect(shell.read("updates").match(/^update .*/gm)).toEqual([
    `update delete ${NAME}. A`,
    `update delete *.apps.${NAME}. A`,
  ]);
});

test("a name server that is gone does not keep a cluster from being destroyed", () => {
  shell.stub("nsupdate", "cat >/dev/null; exit 2");
  expect(removal()).toMatchObject({ status: 0, stdout: expect.stringContaining("remove it by hand") as string });
});
