import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Scripts that wait for no machine. */
const REAL = ["MAKE_SECRETS", "RENDER_MACHINE_CONFIG", "REGISTER_SCHEMATIC"];

/**
 * Lets every script of an apply that waits for machines end well at once, for tests that look at plans alone.
 *
 * Everything is in the state then, as after an apply of a cluster that became Ready. Returns how to undo it.
 */
export function withoutWaiting(): () => void {
  const directory = mkdtempSync(join(tmpdir(), "at-once-"));
  const bash = join(directory, "bash");
  const cases = REAL.map((script) => `'-c eval "$${script}"'`).join(" | ");
  writeFileSync(
    bash,
    `#!/bin/bash\ncase "$1 $2" in\n${cases}) ;;\n'-c eval "$'*) exit 0 ;;\nesac\nexec /bin/bash "$@"\n`,
  );
  chmodSync(bash, 0o755);
  const before = process.env["PATH"] ?? "";
  process.env["PATH"] = `${directory}${delimiter}${before}`;
  return () => {
    process.env["PATH"] = before;
    rmSync(directory, { recursive: true });
  };
}
