import { command } from "../bin/lib/command";
import { writeTable } from "./choices/record";

void command(
  {
    usage: "npm run choices",
    does: "Writes docs/reports/choices.md from docs/reports/choices.json, which the end-to-end tests write.",
    example: "npm run choices && git diff docs/reports/choices.md",
  },
  writeTable,
);
