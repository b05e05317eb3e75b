import { readdirSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../bin/lib/adopt/kinds";
import { SCHEMA_VERSION } from "../../bin/lib/adopt/new-state";
import { readSchema, SCHEMAS_DIRECTORY } from "../../tools/bindings/schema";

// A provider with a newer schema would take what adopt writes for an old state, and upgrade it or fail.
describe.each(readdirSync(SCHEMAS_DIRECTORY))("in schemas/%s", (file) => {
  const [types] = Object.values(readSchema(join(SCHEMAS_DIRECTORY, file)).provider_schemas);

  test.each(Object.keys(KINDS))("%s has the version that adopt writes into the state", (type) => {
    expect(types?.resource_schemas[type]?.version).toBe(SCHEMA_VERSION);
  });
});
