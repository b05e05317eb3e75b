import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Format, FORMATS, Images, type Wanted } from "./factory/images";
import { readSchematic } from "./factory/schematics";
import { fails, send, type Trouble } from "./factory/troubles";

/** A stand-in for Image Factory: takes schematics, and serves the images of those that it was given. */
export interface ImageServer {
  readonly url: string;
  /**
   * Packed disks that are sent as they are, in the place of small ones: the address, and the path of the file, for example
   * one that `npm run lab -- vm-image disk` made.
   */
  readonly files: Map<string, string>;
  /** Addresses of the images that were fetched, without the host. */
  readonly fetched: string[];
  /** IDs of the schematics that were posted. */
  readonly posted: string[];
  /** What becomes of an image that is asked for. */
  trouble: Trouble;
  /** What becomes of a schematic that is posted: it is taken, or refused, or this is a mirror of files that knows of none. */
  schematics: "take" | "refuse" | "none";
  /** Whether an image is fetched from a store that the factory sends its clients to, as the public one's is. */
  store: boolean;
  /** What Glance is to have of an image, by its address. */
  contentOf(address: string): Buffer;
  close(): void;
}

/** What a factory is like. */
export interface ImageServerOptions {
  /**
   * Schematics that were posted by others before.
   *
   * @default - the one that changes nothing, as everybody uses the public factory
   */
  readonly known?: readonly string[];
}

/** Starts the server on a free port of loopback. */
export async function startImageServer({ known }: ImageServerOptions = {}): Promise<ImageServer> {
  const images = new Images();
  const knownIds = new Set([...(known ?? [readSchematic("{}").id])]);
  const served: ImageServer = {
    url: "",
    files: images.files,
    fetched: [],
    posted: [],
    trouble: "none",
    schematics: "take",
    store: true,
    contentOf: (address) => images.content(wantedBy(address)),
    close: () => undefined,
  };
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      fails(response, 400, error instanceof Error ? error.message : String(error));
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "" } = request;
    const body = await bodyOf(request);
    if (url === "/schematics" && method === "POST" && served.schematics !== "none") {
      if (served.schematics === "refuse") throw new Error("unknown extension");
      const registered = readSchematic(body);
      knownIds.add(registered.id);
      served.posted.push(registered.id);
      response.writeHead(201, { "content-type": "application/json" }).end(`${JSON.stringify(registered)}\n`);
      return;
    }
    if (!url.startsWith("/image/") && !url.startsWith(STORE)) {
      fails(response, 404, "route not registered");
    } else if (!["GET", "HEAD"].includes(method)) {
      fails(response, 405, "method not registered");
    } else {
      sendImage(method, url, response);
    }
  };

  const sendImage = (method: string, url: string, response: ServerResponse) => {
    const wanted = wantedBy(url.replace(STORE, "/image"));
    if (!knownIds.has(wanted.schematic)) {
      fails(response, 404, `schematic ${wanted.schematic} not found`);
      return;
    }
    const fromStore = url.startsWith(STORE);
    if (method === "GET" && served.store && !fromStore) {
      response.writeHead(302, { location: url.replace("/image", STORE) }).end();
      return;
    }
    const packed = images.packed(wanted);
    const headers = {
      "content-type": fromStore ? "application/octet-stream" : TYPES[wanted.format],
      "content-disposition": `attachment; filename="openstack-amd64.${wanted.format}"`,
    };
    if (method === "HEAD") {
      response.writeHead(200, { ...headers, "content-length": packed.length }).end();
      return;
    }
    served.fetched.push(url.replace(STORE, "/image"));
    send(response, served.trouble, packed, headers);
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(served, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
      images.remove();
    },
  });
}

/** Where the store has its images. */
const STORE = "/store";

/** https://github.com/siderolabs/image-factory/blob/v1.5.0/internal/mime/mime.go; zst is not in it. */
const TYPES: Readonly<Record<Format, string>> = {
  "raw.xz": "application/x-xz",
  "raw.zst": "application/octet-stream",
  "raw.gz": "application/gzip",
  raw: "application/octet-stream",
  qcow2: "application/x-qemu-disk",
};

/** Throws what the factory does not take for the address of an image. */
function wantedBy(address: string): Wanted {
  const [, schematic, version, name] = /^\/image\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(address) ?? [];
  const format = FORMATS.find((known) => name === `openstack-amd64.${known}`);
  if (schematic === undefined || format === undefined) {
    throw new Error(`error parsing profile from path: ${name ?? address}`);
  }
  if (!/^v\d+\.\d+\.\d+$/.test(version ?? "")) throw new Error(`error parsing version: ${String(version)}`);
  return { schematic, version: version ?? "", format };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
