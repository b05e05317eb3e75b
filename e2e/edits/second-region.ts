import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { LabProject } from "../lab/project";

/** A cloud with a second region, as its catalogue has it; both are the lab. */
export interface TwoRegions {
  /** What makes a command use it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** The region that the lab does not have. */
export const SECOND_REGION = "RegionTwo";

interface Endpoint {
  readonly region: string;
  readonly region_id: string;
}
interface Answer {
  readonly token?: { readonly catalog?: { endpoints: Endpoint[] }[] };
}

/** Starts a Keystone on loopback that passes everything on to the lab's, and names each endpoint in a second region too. */
export async function secondRegion(project: LabProject): Promise<TwoRegions> {
  const clouds = parse(readFileSync(project.cloudsFile, "utf8")) as {
    clouds: Record<string, { auth: { auth_url: string } }>;
  };
  const cloud = clouds.clouds[project.name];
  if (cloud === undefined) throw new Error(`${project.cloudsFile} has no cloud ${project.name}`);
  const keystone = new URL(cloud.auth.auth_url).origin;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      void passOn(keystone, request.method ?? "GET", request.url ?? "/", request.headers, Buffer.concat(chunks)).then(
        ({ status, headers, text }) => response.writeHead(status, headers).end(text),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cloud.auth.auth_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`;
  const own = join(project.directory, "two-regions.yaml");
  writeFileSync(own, stringify(clouds), { mode: 0o600 });
  return { environment: { OS_CLIENT_CONFIG_FILE: own }, close: () => server.close() };
}

async function passOn(
  keystone: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Buffer,
) {
  const kept = ["content-type", "x-auth-token", "x-subject-token", "accept"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const answer = await fetch(`${keystone}${path}`, {
    method,
    headers: Object.fromEntries(kept),
    ...(body.length === 0 ? {} : { body }),
  });
  const subject = answer.headers.get("x-subject-token");
  return {
    status: answer.status,
    headers: { "content-type": "application/json", ...(subject === null ? {} : { "x-subject-token": subject }) },
    text: inTwoRegions(await answer.text()),
  };
}

function inTwoRegions(text: string): string {
  if (!text.startsWith("{")) return text;
  const answer = JSON.parse(text) as Answer;
  for (const service of answer.token?.catalog ?? []) {
    service.endpoints.push(
      ...service.endpoints.map((e) => ({ ...e, region: SECOND_REGION, region_id: SECOND_REGION })),
    );
  }
  return JSON.stringify(answer);
}
