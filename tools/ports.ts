/** Writes the table of open ports into `docs/network.md`, between its two markers. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { portsTable } from "./docs/ports";

const file = join(__dirname, "..", "docs", "network.md");
const text = readFileSync(file, "utf8");
const marked = /(<!-- ports -->\n\n)[^]*?(<!-- \/ports -->)/;
if (!marked.test(text)) throw new Error(`${file} has no "<!-- ports -->" and "<!-- /ports -->"`);
writeFileSync(
  file,
  text.replace(marked, (_, start: string, end: string) => `${start}${portsTable()}\n${end}`),
);
