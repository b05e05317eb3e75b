import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PARSED_AHEAD } from "../../constructs/machine/shipped";
import { ROOT } from "../support/root";

test("what was parsed ahead is what the shipped files hold; else run npm run shipped", () => {
  const directory = mkdtempSync(join(tmpdir(), "shipped-"));
  try {
    const target = join(directory, "shipped.json");
    const { status } = spawnSync(process.execPath, ["--import", "tsx", "tools/shipped.ts", target], { cwd: ROOT });
    expect(status).toBe(0);
    expect(readFileSync(PARSED_AHEAD, "utf8")).toBe(readFileSync(target, "utf8"));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
