import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../bin/lib/command";
import { portsTable } from "./docs/ports";

const FILE = join(__dirname, "..", "docs", "use", "network.md");
const MARKED = /(<!-- ports -->\n\n)[^]*?(<!-- \/ports -->)/;

void command(
  {
    usage: "npm run ports",
    does: "Writes the table of open ports into docs/use/network.md, between its two markers.",
    example: "npm run ports && git diff docs/use/network.md",
  },
  () => {
    const text = readFileSync(FILE, "utf8");
    if (!MARKED.test(text)) throw new Error(`${FILE} has no "<!-- ports -->" and "<!-- /ports -->"`);
    writeFileSync(
      FILE,
      text.replace(MARKED, (_, start: string, end: string) => `${start}${portsTable()}\n${end}`),
    );
  },
);
