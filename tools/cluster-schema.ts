/** Writes `cluster.schema.json` and `docs/cluster-file.md` from the schema of the cluster file. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterJsonSchema } from "./schema/json-schema";
import { clusterReference } from "./schema/reference";

const root = join(__dirname, "..");
writeFileSync(join(root, "cluster.schema.json"), `${JSON.stringify(clusterJsonSchema(), null, 2)}\n`);
writeFileSync(join(root, "docs", "cluster-file.md"), clusterReference());
