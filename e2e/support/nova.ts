import { gunzipSync } from "node:zlib";
import { parseAllDocuments } from "yaml";
import type { Cloud } from "./openstack";

export interface Server {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly flavor: { readonly original_name: string };
  readonly config_drive: string;
  readonly key_name: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** An empty text if the server boots from a volume. */
  readonly image: { readonly id: string } | "";
  readonly "OS-EXT-AZ:availability_zone": string;
  readonly server_groups: readonly string[];
}

export interface ServerGroup {
  readonly id: string;
  readonly name: string;
  readonly policy: string;
  readonly members: readonly string[];
}

/** Servers of the project, by name. */
export async function servers(cloud: Cloud): Promise<Map<string, Server>> {
  const { servers: all } = await cloud.get<{ servers: Server[] }>("compute", "/servers/detail");
  return new Map(all.map((server) => [server.name, server]));
}

/** Server groups of the project, by name. */
export async function serverGroups(cloud: Cloud): Promise<Map<string, ServerGroup>> {
  const { server_groups: all } = await cloud.get<{ server_groups: ServerGroup[] }>("compute", "/os-server-groups");
  return new Map(all.map((group) => [group.name, group]));
}

/** What Nova gives a server at its first boot, as text; only administrators may see it. */
export async function userData(admin: Cloud, id: string): Promise<string> {
  const { server } = await admin.get<{ server: Record<string, string> }>("compute", `/servers/${id}`);
  const data = Buffer.from(server["OS-EXT-SRV-ATTR:user_data"] ?? "", "base64");
  return (data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data).toString();
}

/** The part of a machine config that tests look at. */
export interface V1Alpha1 {
  readonly machine: {
    readonly type: string;
    readonly certSANs: readonly string[];
    readonly ca: { readonly crt: string; readonly key: string };
    readonly token: string;
    readonly kubelet: {
      readonly image: string;
      readonly extraArgs: Readonly<Record<string, string>>;
      readonly extraConfig?: Readonly<Record<string, unknown>>;
    };
    readonly nodeLabels?: Readonly<Record<string, string>>;
    readonly nodeTaints?: Readonly<Record<string, string>>;
    readonly registries: { readonly mirrors: unknown };
    readonly sysctls: Readonly<Record<string, string>>;
  };
  readonly cluster: {
    readonly id: string;
    readonly controlPlane: { readonly endpoint: string };
    readonly clusterName: string;
    readonly ca: { readonly key: string };
    readonly apiServer?: { readonly certSANs: readonly string[]; readonly image: string };
    readonly adminKubeconfig?: { readonly certLifetime: string };
    readonly etcd?: unknown;
  };
}

/** The documents of a machine config: the main one, and the others by kind. */
export function machineConfig(text: string): { readonly main: V1Alpha1; readonly others: Map<string, unknown> } {
  const documents = parseAllDocuments(text).map((document) => document.toJS() as { kind?: string });
  const main = documents.find(({ kind }) => kind === undefined);
  const others = documents.filter(({ kind }) => kind !== undefined);
  return { main: main as unknown as V1Alpha1, others: new Map(others.map((other) => [other.kind ?? "", other])) };
}
