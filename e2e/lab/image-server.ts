import { createHash, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A stand-in for Image Factory: takes schematics, and serves the image of those that it was given. */
export interface ImageServer {
  readonly url: string;
  /** The image itself, unpacked. */
  readonly content: Buffer;
  /** Paths of the images that were fetched. */
  readonly fetched: string[];
  /** What becomes of a download half way: it goes on, the connection is cut, or nothing comes any more. */
  trouble: "none" | "cut" | "silent";
  close(): void;
}

/** The schematic that changes nothing, which a factory knows from the start. */
const EMPTY_SCHEMATIC = createHash("sha256").update("customization: {}\n").digest("hex");

/** Starts the server on a free port of loopback. */
export async function startImageServer(): Promise<ImageServer> {
  const fetched: string[] = [];
  const content = randomBytes(65536);
  const known = new Set([EMPTY_SCHEMATIC]);
  const served: ImageServer = { url: "", content, fetched, trouble: "none", close: () => undefined };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "POST" && request.url === "/schematics") {
        // The factory writes the schematic in its own canonical form and hashes that; ours is that form.
        const id = createHash("sha256").update(Buffer.concat(chunks)).digest("hex");
        known.add(id);
        response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify({ id }));
        return;
      }
      const schematic = /^\/image\/([0-9a-f]{64})\/v[\d.]+\/openstack-amd64\.raw\.gz$/.exec(request.url ?? "")?.[1];
      if (schematic === undefined || !known.has(schematic)) {
        response.writeHead(404).end();
        return;
      }
      if (request.method === "GET") fetched.push(request.url ?? "");
      const packed = gzipSync(content);
      response.writeHead(200, {
        "content-type": "application/gzip",
        "content-disposition": 'attachment; filename="openstack-amd64.raw.gz"',
        "content-length": packed.length,
      });
      if (served.trouble === "none") response.end(packed);
      else {
        response.write(packed.subarray(0, packed.length / 2), () => {
          if (served.trouble === "cut") request.socket.destroy();
        });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  Object.assign(served, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return served;
}
