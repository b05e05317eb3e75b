import { createHash } from "node:crypto";

/** SHA-256 of text in UTF-8, in lower-case hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A short fingerprint of text: 16 hex digits that tell whether a config must be rendered again. */
export const fingerprint = (text: string): string => sha256(text).slice(0, 16);
