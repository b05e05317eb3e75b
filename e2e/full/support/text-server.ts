import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { OPERATOR } from "../../lab/project";

/** A web server on the operator's machine, which the machines of the cloud reach too. */
export interface TextServer {
  readonly url: string;
  /** Paths that were asked for, and by which address. */
  readonly asked: { readonly path: string; readonly by: string }[];
  close(): void;
}

/** Serves these texts by their paths, without the leading slash. */
export async function serveTexts(texts: Readonly<Record<string, string>>): Promise<TextServer> {
  const asked: { path: string; by: string }[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").slice(1);
    asked.push({ path, by: request.socket.remoteAddress ?? "" });
    const text = texts[path];
    response.writeHead(text === undefined ? 404 : 200, { "content-type": "application/yaml" }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, OPERATOR, resolve));
  return {
    url: `http://${OPERATOR}:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
