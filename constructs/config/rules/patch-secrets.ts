/** Passwords and keys in patches, which the JSON and a saved plan would hold. */
import type { ResolvedClusterConfig } from "../cluster";
import { formatPath, isMapping, type KeyPath } from "../reader/key-path";
import { patchDocuments } from "./patch-reach";

/**
 * Keys of Talos' machine config that hold secrets, wherever they stand.
 *
 * https://github.com/siderolabs/talos/tree/v1.13.0/pkg/machinery/config/types
 */
const SECRET_KEYS: ReadonlySet<string> = new Set([
  "aescbcEncryptionSecret",
  "apiToken",
  "auth",
  "identityToken",
  "passphrase",
  "password",
  "presharedKey",
  "privateKey",
  "secret",
  "secretboxEncryptionSecret",
  "token",
  "uniqueToken",
]);

/** What shows a secret by itself: a private key as PEM, plain or in base64; user and password of a URL; a variable's name. */
const SECRET_TEXT =
  /PRIVATE KEY-----|^LS0tLS1CRUdJTiB(?!DRVJU)|:\/\/[^/\s:@]+:[^/\s@]+@|^[A-Z0-9_]*(PASSWORD|TOKEN|SECRET|AUTHKEY|API_KEY)[A-Z0-9_]*=./;

/** Patches with a password or key in them, each once. */
export function secretWarnings(config: ResolvedClusterConfig): string[] {
  const found = new Map<string, string>();
  for (const { patch, content } of patchDocuments(config)) {
    const path = secretIn(content, []);
    if (path !== undefined && !found.has(patch.source)) found.set(patch.source, formatPath(path));
  }
  return [...found].map(
    ([source, path]) =>
      `${source}: ${path} looks like a secret, and whoever has cdktf.out or a saved plan can read it; move it into a file of patches.secret, which only the apply reads`,
  );
}

/** Where the first secret of a value is. */
function secretIn(value: unknown, path: KeyPath): KeyPath | undefined {
  if (typeof value === "string") return isSecret(value, path) ? path : undefined;
  const entries = Array.isArray(value) ? value.entries() : isMapping(value) ? Object.entries(value) : [];
  for (const [key, inner] of entries) {
    const found = secretIn(inner, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isSecret = (value: string, path: KeyPath): boolean =>
  value !== "" && (SECRET_KEYS.has(String(path.at(-1))) || SECRET_TEXT.test(value));
