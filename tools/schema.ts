import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../bin/lib/command";
import { clusterJsonSchema } from "./schema/json-schema";
import { clusterReference } from "./schema/reference";
import { clusterTypes } from "./schema/types";

const ROOT = join(__dirname, "..");

void command(
  {
    usage: "npm run schema",
    does: "Writes cluster.schema.json, docs/use/cluster-file.md and constructs/config/cluster-file.ts from the sections.",
    example: "npm run schema && git diff docs/use/cluster-file.md",
  },
  () => {
    writeFileSync(join(ROOT, "cluster.schema.json"), `${JSON.stringify(clusterJsonSchema(), null, 2)}\n`);
    writeFileSync(join(ROOT, "docs", "use", "cluster-file.md"), clusterReference());
    writeFileSync(join(ROOT, "constructs", "config", "cluster-file.ts"), clusterTypes());
  },
);
