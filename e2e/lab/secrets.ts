import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import type { Checkout } from "./checkout";
import type { LabProject } from "./project";
import { STATE_KEY } from "./state";

/** Something to look for, and what it is; never printed itself. */
export interface Needle {
  readonly what: string;
  readonly text: string;
}

/** Somewhere to look. */
export interface Haystack {
  readonly name: string;
  readonly text: string;
}

/** Every value of a YAML file: as it stands there, in base64, and the lines of what base64 stands for. */
export function needles(yaml: string, wanted: (path: string) => boolean = () => true): Needle[] {
  const found: Needle[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string" && wanted(path)) found.push(...forms(path, value));
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === "" ? key : `${path}.${key}`);
    }
  };
  walk(parse(yaml), "");
  return found;
}

function forms(path: string, value: string): Needle[] {
  const base64 = Buffer.from(value).toString("base64").replace(/=+$/, "");
  const decoded = Buffer.from(value, "base64").toString();
  const lines = decoded.startsWith("-----BEGIN")
    ? decoded.split("\n").filter((line) => line !== "" && !line.startsWith("-----"))
    : [];
  return [
    { what: path, text: value },
    { what: `${path} in base64`, text: base64 },
    ...lines.map((text, i) => ({ what: `line ${i + 1} of ${path}`, text })),
  ];
}

/** What was found where: one line each, without the secret. */
export function search(haystacks: readonly Haystack[], wanted: readonly Needle[]): string[] {
  return haystacks.flatMap(({ name, text }) => {
    const texts = unpacked(text);
    return wanted.filter((needle) => texts.some((t) => t.includes(needle.text))).map(({ what }) => `${name}: ${what}`);
  });
}

/** The text, and what is packed into it: user data is compressed, and in base64. */
function unpacked(text: string, depth = 3): string[] {
  if (depth === 0) return [text];
  const inner = Array.from(text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g), ([chunk]) => decode(chunk));
  return [text, ...inner.flatMap((t) => (t === undefined ? [] : unpacked(t, depth - 1)))];
}

function decode(chunk: string): string | undefined {
  const bytes = Buffer.from(chunk, "base64");
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      return gunzipSync(bytes).toString("latin1");
    } catch {
      return undefined;
    }
  }
  const text = bytes.toString("latin1");
  return /^[\t\n\r -~]+$/.test(text) ? text : undefined;
}

/** The regular files below a directory; links lead to what is not the cluster's, such as the providers. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((entry) => {
    const path = join(directory, entry);
    const stat = lstatSync(path);
    return stat.isDirectory() ? filesBelow(path) : stat.isFile() ? [path] : [];
  });
}

/** Files as places to look. */
export const haystacks = (paths: readonly string[]): Haystack[] =>
  paths.map((name) => ({ name, text: readFileSync(name, "latin1") }));

/** What an apply leaves where others may look: the state, the synthesized program, and what the commands printed. */
export const publicPlaces = (project: LabProject, checkout: Checkout): Haystack[] => [
  { name: "state", text: project.bucket.get(STATE_KEY) ?? "" },
  ...haystacks([...filesBelow(join(checkout.directory, "cdktf.out")), project.commands.log]),
];
