import { copyFileSync, existsSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";

/** OpenTofu's own name: https://opentofu.org/docs/language/files/dependency-lock/ */
const LOCK_FILE = ".terraform.lock.hcl";

/**
 * Gives a stack the lock file that lies beside the cluster file, so that every machine takes the same providers.
 *
 * That file always wins: a runner may have an older one. What the stack had is kept where its versions are others. Returns
 * what people should know of that; undefined if nothing.
 */
export function lockProviders(clusterFile: string, stackDirectory: string): string | undefined {
  const committed = join(dirname(clusterFile), LOCK_FILE);
  const own = join(stackDirectory, LOCK_FILE);
  if (!existsSync(committed)) {
    return existsSync(own)
      ? `Another machine may take other providers. To have the same ones everywhere: ${lockCommand(stackDirectory)}, then cp ${own} ${committed}, and commit it.`
      : undefined;
  }
  const kept = `${own}.replaced`;
  const isOther = existsSync(own) && versions(own) !== versions(committed);
  if (isOther) renameSync(own, kept);
  copyFileSync(committed, own);
  return isOther
    ? `${committed} names other providers than the stack had (${versions(kept)}), and counts. To take those instead: cp ${kept} ${committed}, and synthesize again.`
    : undefined;
}

/** Platforms that people apply from. */
const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64"];

const lockCommand = (directory: string): string =>
  `tofu -chdir=${directory} providers lock ${PLATFORMS.map((platform) => `-platform=${platform}`).join(" ")}`;

/** Providers and versions of a lock file. */
function versions(file: string): string {
  const blocks = readFileSync(file, "utf8").matchAll(/^provider "(?:.*\/)?([^"/]+)" \{\s*version\s*=\s*"([^"]+)"/gm);
  return Array.from(blocks, ([, name = "", version = ""]) => `${name} ${version}`)
    .sort()
    .join(", ");
}
