import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root";

/** A document of the repository, without what stands in code blocks where that matters. */
export interface Document {
  /** Path from the repository's root. */
  readonly path: string;
  readonly text: string;
  /** The text without code blocks and comments. */
  readonly prose: string;
}

/** Every Markdown file that git tracks or would add. */
export function documents(): Document[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return [...new Set(listed.split("\0"))]
    .filter((path) => path !== "" && !path.startsWith(".gen/"))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      return { path, text, prose: text.replace(/^ *```[^]*?^ *```$/gm, "").replace(/<!--[^]*?-->/g, "") };
    });
}

/** Targets of the links in a text, as written. */
export const linksOf = (prose: string): string[] =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

/** The anchors that a page's headings make, as forges and editors do. */
export const anchorsOf = (prose: string): string[] =>
  [...prose.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
