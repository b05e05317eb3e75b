import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CONFIG = join(__dirname, "..", "..", "constructs", "config");
const PACKAGES = ["yaml", "zod", "semver", "ip-address", "leven", "node:path", "node:crypto"];
/** What the one file that looks outside may use. */
const OUTSIDE = ["{ readFileSync } from node:fs", "{ homedir } from node:os"];

const files = readdirSync(CONFIG, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

test.each(files)("%s imports only what the config layer may", (file) => {
  const imports = [
    ...readFileSync(join(CONFIG, file), "utf8").matchAll(/^(?:import|export) ([^"]*?) from "([^"]+)";$/gm),
  ];
  const foreign = imports.flatMap(([, names = "", from = ""]) => {
    const inside = from.startsWith(".") && join(CONFIG, file, "..", from).startsWith(CONFIG);
    const reader = file === "files.ts" && OUTSIDE.includes(`${names} from ${from}`);
    return inside || reader || PACKAGES.includes(from) ? [] : [from];
  });
  expect(foreign).toEqual([]);
});
