/**
 * What makes a synth quicker; imported first, by a program and never by a library.
 *
 * Source maps are for traces of errors, which a synth shows none of: mistakes in the cluster file are reported without.
 * cdktf records for every token where it was made, which takes longer than the rest of a synth. And tsx looks at every
 * file of every package for syntax that Node does not know; packages are published as plain CommonJS, so Node's own way of
 * loading them does, in half of the time.
 */
import { readFileSync } from "node:fs";
import { sep } from "node:path";

process.setSourceMapsEnabled(false);
Error.captureStackTrace = () => undefined;

type Compile = NodeJS.Module & { _compile(code: string, filename: string): void };

const PACKAGES = `${sep}node_modules${sep}`;
// Deprecated and here to stay: https://nodejs.org/api/modules.html#requireextensions
// eslint-disable-next-line @typescript-eslint/no-deprecated
const { extensions } = require;
for (const extension of [".js", ".cjs"]) {
  const byTsx = extensions[extension] ?? extensions[".js"];
  extensions[extension] = (module, filename) => {
    if (filename.includes(PACKAGES)) (module as Compile)._compile(readFileSync(filename, "utf8"), filename);
    else byTsx(module, filename);
  };
}
