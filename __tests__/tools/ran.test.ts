import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Default } from "../../tools/ran/defaults";
import { readRecord, type TriedVersions, untried, versionsTable } from "../../tools/ran/record";
import { ROOT } from "../support/root";

const record = readRecord();

test("every default has run, or is said not to have run", () => {
  expect(untried(record)).toEqual([]);
});

test("docs/reports/tested.md shows what ran", () => {
  expect(readFileSync(join(ROOT, "docs", "reports", "tested.md"), "utf8")).toContain(versionsTable(record));
});

describe("a default that changes", () => {
  const tried: TriedVersions = {
    never: ["Cilium 1.20.2", "manifests/b.yaml"],
    ran: {
      flannel: {
        talos: "v1.13.9",
        kubernetes: "v1.36.3",
        tofu: "1.12.6",
        providers: { openstack: "3.4.0" },
        images: ["example.org/a:v1"],
        files: { "patches/a.yaml": "0123" },
      },
    },
  };
  const of = (kind: Default["kind"], name: string, value: string) => untried(tried, [{ kind, name, value }]);

  test.each([
    ["version", "Talos", "v1.13.9"],
    ["version", "Cilium", "1.20.2"],
    ["provider", "openstack", "~> 3.4"],
    ["image", "example.org/a", "v1"],
    ["file", "patches/a.yaml", "0123"],
    ["file", "manifests/b.yaml", "4567"],
  ] as const)("passes: %s %s %s ran, or is said not to have run", (kind, name, value) => {
    expect(of(kind, name, value)).toEqual([]);
  });

  test.each([
    ["version", "Talos", "v1.13.10", "Talos v1.13.10"],
    ["version", "Cilium", "1.20.3", "Cilium 1.20.3"],
    ["provider", "openstack", "~> 3.5", "provider openstack ~> 3.5"],
    ["image", "example.org/a", "v2", "image example.org/a:v2"],
    ["file", "patches/a.yaml", "4567", "patches/a.yaml as it is now (4567)"],
  ] as const)("fails with the command to run: %s %s %s", (kind, name, value, what) => {
    expect(of(kind, name, value)).toEqual([
      `${what} is a default that has never run; on a machine for the lab, npm run e2e -- cluster applies it and writes docs/reports/ran.json`,
    ]);
  });
});
