import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { PRELUDE, Shell } from "../../support/shell";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
});
afterEach(() => {
  shell.remove();
});

const IMAGE = "\0talos\n";
const SHA256 = "d19b92ca8db2eec3a014bcc2099a6cbd984443ccc6b7db6bea351178856bb11d";

/** The beginning of a raw disk: the sector that holds its partition table, and more. */
const DISK = Buffer.concat([Buffer.alloc(510), Buffer.from([0x55, 0xaa]), Buffer.from("EFI PART")]);
const QCOW2 = Buffer.from([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3]);

const check = (environment: Readonly<Record<string, string>>) =>
  shell.run([PRELUDE, "openstack/scripts/check-image.sh"], {
    IMAGE: "5f1c",
    DISK_FORMAT: "raw",
    SOURCE: "https://factory.example.org/image",
    FILE: "",
    CACHE: "",
    SHA256: "",
    ...environment,
  });

describe("an image that was downloaded", () => {
  beforeEach(() => {
    shell.write("images/demo/20260102030405/0123.img", IMAGE);
    shell.write("images/demo/20260101000000/0123.img", "half of");
  });
  const downloaded = { CACHE: "images/demo/20260102030405" };

  test("and is the one that was meant is taken, and its file is removed, with those of killed downloads", () => {
    expect(check({ ...downloaded, SHA256 })).toMatchObject({
      status: 0,
      stdout: "the image 5f1c has the SHA-256 that image.sha256 names\n",
    });
    expect([shell.exists("images/demo"), shell.exists("images")]).toEqual([false, true]);
  });

  test("and is another one fails with one sentence", () => {
    const { status, last } = check({ ...downloaded, SHA256: "ab".repeat(32) });
    expect(status).toBe(1);
    expect(last).toBe(
      `error: the image 5f1c is not the one that image.sha256 names: it has the SHA-256 ${SHA256} instead of ${"ab".repeat(32)}. No server uses it. Delete it with "openstack image delete 5f1c"; correct image.sha256 if this is the image that you want, else its address; then apply again`,
    );
    expect(shell.exists("images/demo")).toBe(false);
  });

  test.each([
    ["raw", DISK],
    ["qcow2", QCOW2],
  ])("and that nobody compares says what would pin it, of a %s disk", (format, content) => {
    const file = shell.path("images/demo/20260102030405/0123.img");
    writeFileSync(file, content);
    const sum = createHash("sha256").update(content).digest("hex");
    expect(check({ ...downloaded, DISK_FORMAT: format })).toMatchObject({
      status: 0,
      stdout: `the image 5f1c has the SHA-256 ${sum}; image.sha256 pins it\n`,
    });
  });

  test.each([
    [
      "a page of somebody else",
      "raw",
      "<!DOCTYPE html>\n<title>Sign in</title>",
      "<!DOCTYPE html> <title>Sign in</title>",
    ],
    ["a disk that is still packed", "raw", Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), " 7zXZ "],
    ["a disk of another format", "raw", QCOW2, "QFI "],
    ["a raw disk, for qcow2", "qcow2", DISK, " "],
  ])("and is %s fails with one sentence", (_name, format, content, begins) => {
    writeFileSync(shell.path("images/demo/20260102030405/0123.img"), content);
    expect(check({ ...downloaded, DISK_FORMAT: format })).toMatchObject({
      status: 1,
      last: `error: the image 5f1c is no ${format} disk: what came from https://factory.example.org/image begins with "${begins}". No server uses it. Delete it with "openstack image delete 5f1c"; correct image.factoryUrl or image.format; then apply again`,
    });
    expect(shell.exists("images/demo")).toBe(false);
  });

  test("of which no file is there any more fails", () => {
    expect(check({ CACHE: "images/demo/nowhere" })).toMatchObject({
      status: 1,
      last: expect.stringContaining("where no such file is any more") as string,
    });
  });
});

test("an image from a file is compared, and the file is left alone", () => {
  shell.write("talos.raw", IMAGE);
  expect(check({ FILE: "talos.raw", SHA256 }).status).toBe(0);
  expect(shell.read("talos.raw")).toBe(IMAGE);
});

test("a machine with shasum instead of sha256sum will do", () => {
  shell.runText("rm bin/sha256sum", {});
  shell.stub("shasum", `cat >/dev/null; echo "${SHA256}  -"`);
  shell.write("talos.raw", IMAGE);
  expect(check({ FILE: "talos.raw", SHA256 }).status).toBe(0);
});
