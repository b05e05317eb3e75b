import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";

/** What an entry of clouds.yaml says about a login; keys as there. */
export interface CloudEntry {
  readonly auth_type?: string;
  readonly auth: Readonly<Record<string, string | undefined>>;
  readonly region_name?: string;
  readonly interface?: string;
  readonly cacert?: string;
  readonly verify?: boolean;
}

type Clouds = { readonly clouds?: Readonly<Record<string, Partial<CloudEntry>>> } | null;

/** Where clouds.yaml is looked for, in the order of OpenStack's own clients. */
const placesOf = (name: string): readonly string[] =>
  [".", join(homedir(), ".config", "openstack"), "/etc/openstack"].map((directory) => join(directory, name));

/**
 * The entry of a cloud in clouds.yaml, with what secure.yaml adds to it.
 *
 * @param file - path of clouds.yaml; by default `OS_CLIENT_CONFIG_FILE`, or the first one in its usual places.
 */
export function cloudEntry(name: string, file = process.env["OS_CLIENT_CONFIG_FILE"]): CloudEntry {
  const path = file ?? placesOf("clouds.yaml").find((place) => existsSync(place));
  if (path === undefined) {
    throw new Error(
      `there is no clouds.yaml in ${placesOf("clouds.yaml").join(", ")}, and OS_CLIENT_CONFIG_FILE is not set`,
    );
  }
  const entry = entryOf(path, name);
  if (entry === undefined) throw new Error(`${path} has no cloud ${name}`);
  const secure = process.env["OS_CLIENT_SECURE_FILE"] ?? placesOf("secure.yaml").find((place) => existsSync(place));
  const added = secure === undefined ? undefined : entryOf(secure, name);
  return { ...entry, ...added, auth: { ...entry.auth, ...added?.auth } };
}

const entryOf = (path: string, name: string): Partial<CloudEntry> | undefined =>
  (parse(readFileSync(path, "utf8")) as Clouds)?.clouds?.[name];

/** The body of a login at Keystone: by password, application credential or token. */
export function loginOf(name: string, { auth_type: type, auth }: CloudEntry): unknown {
  const userDomain = domain(
    auth["user_domain_id"] ?? auth["domain_id"],
    auth["user_domain_name"] ?? auth["domain_name"],
  );
  const projectDomain = domain(
    auth["project_domain_id"] ?? auth["domain_id"],
    auth["project_domain_name"] ?? auth["domain_name"],
  );
  const secret = auth["application_credential_secret"];
  if (secret !== undefined) {
    const id = auth["application_credential_id"];
    const credential =
      id === undefined
        ? {
            name: auth["application_credential_name"],
            user:
              auth["user_id"] === undefined ? { name: auth["username"], domain: userDomain } : { id: auth["user_id"] },
          }
        : { id };
    return { identity: { methods: ["application_credential"], application_credential: { ...credential, secret } } };
  }
  const project =
    auth["project_id"] === undefined
      ? { name: auth["project_name"], domain: projectDomain }
      : { id: auth["project_id"] };
  const scope = { project };
  if (auth["token"] !== undefined) return { identity: { methods: ["token"], token: { id: auth["token"] } }, scope };
  if (auth["password"] === undefined) {
    throw new Error(
      `cloud ${name}: auth has no password, application credential or token${type === undefined ? "" : ` (auth_type ${type})`}; these three ways to log in are known here`,
    );
  }
  const user = auth["user_id"] === undefined ? { name: auth["username"], domain: userDomain } : { id: auth["user_id"] };
  return { identity: { methods: ["password"], password: { user: { ...user, password: auth["password"] } } }, scope };
}

const domain = (id: string | undefined, name: string | undefined) =>
  id === undefined ? { name: name ?? "Default" } : { id };
