#!/usr/bin/env node
// `npx cdktf synth` in this repository: runs the cdktf CLI of the version in package.json, which npx fetches and keeps in its
// cache. In everybody's install it would be half of all packages, for what `npm run synth` does without it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const [verb] = process.argv.slice(2);
const log = fileURLToPath(new URL("../../.cache", import.meta.url));
mkdirSync(log, { recursive: true });

const { status, error } = spawnSync("npx", ["--yes", `cdktf-cli@${version}`, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: {
    // The CLI calls home for newer versions, and draws spinners into files. Its log repeats what the program says of a
    // mistake, which it prints as an error too, and advises to install Terraform: that goes to a file.
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    TERRAFORM_BINARY_NAME: "tofu",
    CDKTF_LOG_FILE_DIRECTORY: log,
    // What the library calls CDKTF_OUTDIR is an option of the CLI, and so CDKTF_OUTPUT.
    ...(process.env.CDKTF_OUTDIR ? { CDKTF_OUTPUT: process.env.CDKTF_OUTDIR } : {}),
    ...(process.stdout.isTTY ? {} : { CI: "1" }),
    ...process.env,
  },
});
if (error) console.error(`error: npx did not start: ${error.message}`);
if (status !== 0 && verb === "synth") console.error("npm run synth does the same without the CLI.");
process.exitCode = status ?? 1;
