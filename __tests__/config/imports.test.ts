import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CONFIG = join(__dirname, "..", "..", "constructs", "config");
const PACKAGES = ["zod", "node:path", "node:crypto"];
/** What one file alone may use, since it is the only one that knows the matter. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  "ip.ts": ["{ Address4, Address6 } from ip-address"],
  "releases.ts": ["{ compare, parse } from semver"],
  "reader/files.ts": ["{ readFileSync, statSync } from node:fs", "{ homedir } from node:os"],
  "reader/yaml.ts": ["{ isScalar, LineCounter, parseAllDocuments } from yaml"],
  "reader/yaml-places.ts": [
    "{ type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from yaml",
  ],
  "reader/yaml-values.ts": [
    "{ type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from yaml",
  ],
  "reader/yaml-words.ts": ["{ type Document, isMap, isScalar, isSeq } from yaml"],
  "schematic.ts": ["{ stringify } from yaml"],
};

const files = readdirSync(CONFIG, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

test.each(files)("%s imports only what the config layer may", (file) => {
  const imports = [
    ...readFileSync(join(CONFIG, file), "utf8").matchAll(/^(?:import|export) ([^"]*?) from "([^"]+)";$/gm),
  ];
  const foreign = imports.flatMap(([, names = "", from = ""]) => {
    const inside = from.startsWith(".") && join(CONFIG, file, "..", from).startsWith(CONFIG);
    const door = DOORS[file]?.includes(`${names} from ${from}`) ?? false;
    return inside || door || PACKAGES.includes(from) ? [] : [from];
  });
  expect(foreign).toEqual([]);
});
