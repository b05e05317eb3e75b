import { IPV4_OF } from "../../../constructs/openstack/port-address";
import { addressOf, type Json, type JsonObject, type State } from "../stack";

const REFERENCE = /\$\{((?:data\.)?[\w-]+\.[\w-]+)((?:\.[\w-]+|\[\d+\])+)\}/g;

/** What is known of resources by their addresses: the state's attributes, and those of what is adopted. */
export class Known {
  private readonly attributes = new Map<string, JsonObject>();
  private readonly claimed = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly mentioned = new Set<string>();

  public constructor(state: State | undefined) {
    for (const resource of state?.resources ?? []) {
      for (const { attributes } of resource.instances) {
        this.add(addressOf(resource), resource.type, attributes);
        for (const text of texts(attributes)) this.mentioned.add(text);
      }
    }
  }

  public add(address: string, type: string, attributes: JsonObject): void {
    this.attributes.set(address, attributes);
    if (typeof attributes["id"] !== "string" || address.startsWith("data.")) return;
    this.claimed.add(`${type} ${attributes["id"]}`);
    this.ids.add(attributes["id"]);
  }

  public has(address: string): boolean {
    return this.attributes.has(address);
  }

  /** Whether a resource of the state, or an adopted one, already has this ID. */
  public isClaimed(type: string, id: string): boolean {
    return this.claimed.has(`${type} ${id}`);
  }

  /** Whether the state refers to this. */
  public isMentioned(id: string): boolean {
    return this.mentioned.has(id);
  }

  /** Whether this refers to something known. */
  public isKnownTo(row: JsonObject): boolean {
    return texts(row).some((text) => this.ids.has(text));
  }

  /** The attributes of what has this ID. */
  public byId(id: Json | undefined): JsonObject | undefined {
    return [...this.attributes.values()].find((attributes) => attributes["id"] === id);
  }

  /** A value with what it refers to put in; undefined if that is not known yet. */
  public resolve(value: Json): Json | undefined {
    if (typeof value === "string") return this.resolveText(value);
    if (Array.isArray(value)) {
      const items = (value as readonly Json[]).map((item) => this.resolve(item));
      return items.some((item) => item === undefined) ? undefined : (items as Json[]);
    }
    if (value === null || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([key, item]) => [key, this.resolve(item)] as const);
    return entries.some(([, item]) => item === undefined) ? undefined : (Object.fromEntries(entries) as JsonObject);
  }

  private resolveText(text: string): string | undefined {
    const addressed = text.replaceAll(IPV4_OF, (expression, address: string, attribute: string) => {
      const list = this.attributes.get(address)?.[attribute] ?? [];
      const found = (list as readonly Json[]).find((ip) => typeof ip === "string" && !ip.includes(":"));
      return typeof found === "string" ? found : expression;
    });
    const resolved = addressed.replaceAll(REFERENCE, (expression, address: string, path: string) => {
      const found = at(this.attributes.get(address), path.match(/[\w-]+/g) ?? []);
      return typeof found === "string" ? found : expression;
    });
    if (/(?<!\$)\$\{|(?<!%)%\{/.test(resolved)) return undefined;
    return resolved.replaceAll(/([$%])\1\{/g, "$1{");
  }
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) =>
      inner !== null && typeof inner === "object" ? (inner as Readonly<Record<string, Json>>)[key] : undefined,
    value,
  );
}

/** Every text in a value. */
export function texts(value: Json): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}
