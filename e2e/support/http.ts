import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, request as plain } from "node:http";
import { request as secure } from "node:https";

/** Whom to trust. */
export interface Trust {
  /** File with certificates of authorities; by default Node's own are trusted. */
  readonly cacert?: string | undefined;
  /** Whether the certificate is checked at all. */
  readonly verify?: boolean | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One HTTP request; ends after a minute without an answer. fetch cannot be told which authorities to trust. */
export function send(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  { cacert, verify = true }: Trust,
): Promise<Answer> {
  const isSecure = url.startsWith("https:");
  const trust = isSecure ? { rejectUnauthorized: verify, ...(cacert && { ca: readFileSync(cacert) }) } : {};
  return new Promise((resolve, reject) => {
    const request = (isSecure ? secure : plain)(url, { method, headers, timeout: 60_000, ...trust }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on("timeout", () => request.destroy(new Error("no answer after 60 s")));
    request.on("error", (error) => {
      reject(new Error(`${method} ${url}: ${error.message}`));
    });
    request.end(body);
  });
}
