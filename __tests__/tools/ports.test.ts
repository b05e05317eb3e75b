import { readFileSync } from "node:fs";
import { portsTable } from "../../tools/docs/ports";

test("docs/use/network.md lists the ports that the security groups open; npm run ports writes them", () => {
  expect(readFileSync("docs/use/network.md", "utf8")).toContain(`<!-- ports -->\n\n${portsTable()}\n<!-- /ports -->`);
});
