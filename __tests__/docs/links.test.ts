import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { anchorsOf, documents, linksOf } from "../support/markdown";
import { ROOT } from "../support/root";

const pages = new Map(documents().map((page) => [page.path, page]));

/** What is wrong with a link of a page, if anything is. Addresses of other sites are not looked up. */
function wrong(from: string, target: string): string | undefined {
  if (/^(https?|mailto):/.test(target)) return undefined;
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : relative(ROOT, join(ROOT, dirname(from), file));
  if (path.startsWith("..")) return `${target} leads out of the repository`;
  if (!existsSync(join(ROOT, path))) return `${target} does not exist`;
  if (anchor === undefined) return undefined;
  const page = pages.get(path);
  return page !== undefined && anchorsOf(page.prose).includes(anchor) ? undefined : `${target} has no such heading`;
}

test.each([...pages.keys()])("every link of %s leads somewhere", (path) => {
  const links = linksOf(pages.get(path)?.prose ?? "");
  expect(links.flatMap((target) => wrong(path, target) ?? [])).toEqual([]);
});

test("the map names every page of docs", () => {
  const map = "docs/README.md";
  const named = linksOf(pages.get(map)?.prose ?? "").map((target) =>
    relative(ROOT, join(ROOT, dirname(map), target.split("#")[0] ?? "")),
  );
  const covered = (path: string) =>
    named.some((name) => name === path || (statSync(join(ROOT, name)).isDirectory() && path.startsWith(`${name}/`)));
  const missing = [...pages.keys()].filter((path) => path.startsWith("docs/") && path !== map && !covered(path));
  expect(missing).toEqual([]);
});
