import { type CloudEntry, cloudEntry, loginOf } from "./clouds";
import { send } from "./http";

/** What tests ask a cloud for: what is really there, not what a state says. */
export interface Cloud {
  readonly projectId: string;
  readonly userId: string;
  /** Whether the cloud has a service, by its type in the catalogue. */
  has(service: string): boolean;
  get<T>(service: string, path: string): Promise<T>;
  send<T>(method: "POST" | "PUT" | "DELETE", service: string, path: string, body?: unknown): Promise<T>;
  /** Uploads bytes, for Glance. */
  upload(service: string, path: string, body: string): Promise<void>;
}

interface Service {
  readonly type: string;
  readonly endpoints: readonly { readonly interface: string; readonly region_id: string; readonly url: string }[];
}

interface Token {
  readonly token: {
    readonly project: { readonly id: string };
    readonly user: { readonly id: string };
    readonly catalog: readonly Service[];
  };
}

/** Types of which a cloud has one or the other. */
const ALIASES: Readonly<Record<string, readonly string[]>> = { volumev3: ["volumev3", "block-storage", "volume"] };

/** Paths here begin with a version; catalogues name it for some services and clouds. */
const VERSIONS: Readonly<Record<string, RegExp>> = { network: /\/v2\.0$/, image: /\/v2(\.\d+)?$/, dns: /\/v2$/ };

/** Logs in with an entry of a clouds.yaml. */
export async function connect(name: string, cloudsFile?: string): Promise<Cloud> {
  const entry = cloudEntry(name, cloudsFile);
  const url = `${(entry.auth["auth_url"] ?? "").replace(/\/(v3)?\/?$/, "")}/v3/auth/tokens`;
  const login = JSON.stringify({ auth: loginOf(name, entry) });
  const answer = await send("POST", url, { "content-type": "application/json" }, login, entry);
  if (answer.status !== 201) throw new Error(`no token for cloud ${name} from ${url}: ${answer.status} ${answer.text}`);
  const { token } = JSON.parse(answer.text) as Token;
  return new LoggedIn(entry, token, String(answer.headers["x-subject-token"]));
}

class LoggedIn implements Cloud {
  public readonly projectId: string;
  public readonly userId: string;
  private readonly entry: CloudEntry;
  private readonly catalog: readonly Service[];
  private readonly token: string;

  public constructor(entry: CloudEntry, { project, user, catalog }: Token["token"], token: string) {
    this.projectId = project.id;
    this.userId = user.id;
    this.entry = entry;
    this.catalog = catalog;
    this.token = token;
  }

  public has(service: string): boolean {
    return this.endpoint(service) !== undefined;
  }

  public async get<T>(service: string, path: string): Promise<T> {
    return json(await this.request("GET", service, path)) as T;
  }

  public async send<T>(method: string, service: string, path: string, body?: unknown): Promise<T> {
    return json(await this.request(method, service, path, body === undefined ? undefined : JSON.stringify(body))) as T;
  }

  public async upload(service: string, path: string, body: string): Promise<void> {
    await this.request("PUT", service, path, body, "application/octet-stream");
  }

  private endpoint(service: string): string | undefined {
    const wanted = (this.entry.interface ?? "public").replace(/URL$/, "");
    const region = this.entry.region_name;
    const found = this.catalog
      .filter(({ type }) => (ALIASES[service] ?? [service]).includes(type))
      .flatMap(({ endpoints }) => endpoints)
      .find((e) => e.interface === wanted && (region === undefined || e.region_id === region));
    return found?.url.replace(/\/$/, "").replace(VERSIONS[service] ?? /$^/, "");
  }

  private async request(method: string, service: string, path: string, body?: string, type = "application/json") {
    const endpoint = this.endpoint(service);
    if (endpoint === undefined) throw new Error(`the cloud has no ${service} in its catalogue`);
    const headers = {
      "x-auth-token": this.token,
      "content-type": type,
      ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
      // Other services refuse a version that is not theirs.
      ...(service === "compute" ? { "openstack-api-version": "compute 2.79" } : {}),
    };
    const { status, text } = await send(method, `${endpoint}${path}`, headers, body, this.entry);
    if (status >= 400) throw new Error(`${method} ${service}${path}: ${status} ${text}`);
    return text;
  }
}

const json = (text: string): unknown => (text === "" ? undefined : JSON.parse(text));
