import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeStack } from "../../bin/lib/undo";

let directory: string;
let out: string;
const before = process.env["CDKTF_OUTDIR"];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "undo-"));
  out = join(directory, "cdktf.out");
  process.env["CDKTF_OUTDIR"] = out;
});
afterEach(() => {
  if (before === undefined) delete process.env["CDKTF_OUTDIR"];
  else process.env["CDKTF_OUTDIR"] = before;
  rmSync(directory, { recursive: true });
});

/** A synth that breaks when half of its files are written. */
const broken = (name: string) => (): void => {
  mkdirSync(join(out, "stacks", name), { recursive: true });
  writeFileSync(join(out, "stacks", name, "cdk.tf.json"), "{");
  throw new TypeError("broken");
};

test("a first synth that breaks leaves no cdktf.out", () => {
  expect(() => {
    writeStack("demo", broken("demo"));
  }).toThrow(new TypeError("broken"));
  expect(existsSync(out)).toBe(false);
});

test("a synth that breaks takes nothing of other clusters with it", () => {
  mkdirSync(join(out, "stacks", "other"), { recursive: true });
  expect(() => {
    writeStack("demo", broken("demo"));
  }).toThrow("broken");
  expect(readdirSync(join(out, "stacks"))).toEqual(["other"]);
});

test("a synth that breaks leaves what the stack had: OpenTofu's directory, a plan", () => {
  const stack = join(out, "stacks", "demo");
  mkdirSync(stack, { recursive: true });
  writeFileSync(join(stack, "saved.tfplan"), "plan");
  expect(() => {
    writeStack("demo", broken("demo"));
  }).toThrow("broken");
  expect(existsSync(join(stack, "saved.tfplan"))).toBe(true);
});
