import type { ServerResponse } from "node:http";

/** What may become of an image that is asked for; `none` is none. */
export type Trouble = "none" | "slow" | "cut" | "silent" | "other type" | "no type" | "page" | "missing" | "broken";

/** What an image is sent with. */
export interface Headers {
  readonly "content-type": string;
  readonly "content-disposition"?: string;
}

/** What a proxy says that wants a login, and a host that has another use for the address. */
const PAGE = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n";

/** Sends an image, or what stands in the way of it. */
export function send(response: ServerResponse, trouble: Trouble, body: Buffer, headers: Headers): void {
  const ok = { ...headers, "content-length": body.length };
  switch (trouble) {
    case "none":
      response.writeHead(200, ok).end(body);
      break;
    case "slow":
      response.writeHead(200, ok);
      sendSlowly(response, body, 16);
      break;
    case "cut":
    case "silent":
      response.writeHead(200, ok).write(body.subarray(0, body.length / 2), () => {
        if (trouble === "cut") response.destroy();
      });
      break;
    case "other type":
      response.writeHead(200, { "content-type": "application/x-tar", "content-length": body.length }).end(body);
      break;
    case "no type":
      response.writeHead(200, { "content-type": "application/octet-stream", "content-length": body.length }).end(body);
      break;
    case "page":
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
      break;
    case "missing":
      fails(response, 404, "not found");
      break;
    case "broken":
      fails(response, 500, "internal server error");
      break;
  }
}

/** An error as Image Factory sends one. */
export function fails(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${message}\n`);
}

/** In so many parts, half a second after each other. */
function sendSlowly(response: ServerResponse, body: Buffer, parts: number): void {
  const bytes = Math.ceil(body.length / parts);
  const next = (from: number) => {
    if (from >= body.length) response.end();
    else response.write(body.subarray(from, from + bytes), () => setTimeout(next, 500, from + bytes));
  };
  next(0);
}
