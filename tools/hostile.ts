import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../bin/lib/command";
import { hostileReport } from "./hostile/report";

const ROOT = join(__dirname, "..");
const FILE = join(ROOT, "docs", "reports", "hostile-text.md");

void command(
  {
    usage: "npm run hostile",
    does: "Tries every hostile text at every place of the cluster file, and writes docs/reports/hostile-text.md.",
    example: "npm run hostile && git diff docs/reports/hostile-text.md",
  },
  () => {
    writeFileSync(FILE, hostileReport());
    execFileSync(join(ROOT, "node_modules", ".bin", "prettier"), ["--write", FILE], { cwd: ROOT, stdio: "ignore" });
  },
);
