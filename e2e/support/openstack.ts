import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What tests ask a cloud for: what is really there, not what a state says. */
export interface Cloud {
  readonly projectId: string;
  readonly userId: string;
  get<T>(service: string, path: string): Promise<T>;
  send<T>(method: "POST" | "PUT" | "DELETE", service: string, path: string, body?: unknown): Promise<T>;
  /** Uploads bytes, for Glance. */
  upload(service: string, path: string, body: string): Promise<void>;
}

interface Clouds {
  clouds: Record<string, { auth: Record<string, string> }>;
}

interface Token {
  token: {
    project: { id: string };
    user: { id: string };
    catalog: { type: string; endpoints: { interface: string; url: string }[] }[];
  };
}

/** Logs in by password with an entry of a clouds.yaml. */
export async function connect(cloudsFile: string, name: string): Promise<Cloud> {
  const auth = (parse(readFileSync(cloudsFile, "utf8")) as Clouds).clouds[name]?.auth;
  if (auth === undefined) throw new Error(`${cloudsFile} has no cloud ${name}`);
  const response = await fetch(`${auth["auth_url"] ?? ""}/auth/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: auth["username"], password: auth["password"], domain: { name: "Default" } } },
        },
        scope: { project: { name: auth["project_name"], domain: { name: "Default" } } },
      },
    }),
  });
  if (!response.ok) throw new Error(`no token for ${name}: ${response.status} ${await response.text()}`);
  const { token } = (await response.json()) as Token;
  const headers = { "x-auth-token": response.headers.get("x-subject-token") ?? "", "content-type": "application/json" };
  const endpoint = (type: string) => {
    const url = token.catalog.find((s) => s.type === type)?.endpoints.find((e) => e.interface === "public")?.url;
    if (url === undefined) throw new Error(`the cloud has no ${type}`);
    return url.replace(/\/$/, "");
  };
  const request = async (method: string, service: string, path: string, body?: string, type = "application/json") => {
    const answer = await fetch(`${endpoint(service)}${path}`, {
      method,
      headers: {
        ...headers,
        "content-type": type,
        // Other services refuse a version that is not theirs.
        ...(service === "compute" ? { "openstack-api-version": "compute 2.79" } : {}),
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${service}${path}: ${answer.status} ${text}`);
    return text;
  };
  const json = (text: string): unknown => (text === "" ? undefined : JSON.parse(text));
  return {
    projectId: token.project.id,
    userId: token.user.id,
    get: async <T>(service: string, path: string) => json(await request("GET", service, path)) as T,
    send: async <T>(method: string, service: string, path: string, body?: unknown) =>
      json(await request(method, service, path, body === undefined ? undefined : JSON.stringify(body))) as T,
    upload: async (service, path, body) => {
      await request("PUT", service, path, body, "application/octet-stream");
    },
  };
}
