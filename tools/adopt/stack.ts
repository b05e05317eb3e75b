/** What a synthesized stack wants, and what its state has. */

/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Resources by type and name. */
type Bodies = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** What this command reads of a `cdk.tf.json`. */
export interface Stack {
  readonly resource?: Bodies;
  readonly data?: Bodies;
  readonly provider?: Readonly<Record<string, readonly { readonly cloud?: string; readonly region?: string }[]>>;
}

interface Instance {
  readonly attributes: JsonObject;
}

interface StateResource {
  readonly module?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly Instance[];
}

/** What this command reads of a state, and keeps as it is. */
export interface State {
  readonly version: number;
  readonly serial: number;
  readonly lineage: string;
  readonly resources: readonly StateResource[];
}

/** A resource that the stack has. */
export interface Wanted {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
}

const addressOf = ({ mode, type, name }: StateResource): string => `${mode === "data" ? "data." : ""}${type}.${name}`;

/** Resources of OpenStack that the stack wants and the state does not have. */
export function missing(stack: Stack, state: State | undefined): Wanted[] {
  const present = new Set(state?.resources.filter(({ instances }) => instances.length > 0).map(addressOf));
  return Object.entries(stack.resource ?? {})
    .filter(([type]) => type.startsWith("openstack_"))
    .flatMap(([type, bodies]) =>
      Object.entries(bodies).map(([name, body]) => ({ address: `${type}.${name}`, type, name, body })),
    )
    .filter(({ address }) => !present.has(address));
}

/** A state as if these resources were not in it. */
export const without = (state: State | undefined, addresses: ReadonlySet<string>): State | undefined =>
  state && { ...state, resources: state.resources.filter((resource) => !addresses.has(addressOf(resource))) };

const REFERENCE = /\$\{((?:data\.)?[\w-]+\.[\w-]+)((?:\.[\w-]+|\[\d+\])+)\}/g;

/** The first IPv4 address of a list, as the constructs write it. */
const FIRST_IPV4 =
  /\$\{\[for ip in ([\w-]+\.[\w-]+)\.(\w+) : ip(?:\.(\w+))? if length\(regexall\(":", ip(?:\.\w+)?\)\) == 0\]\[0\]\}/g;

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
    const addressed = text.replaceAll(
      FIRST_IPV4,
      (expression, address: string, attribute: string, key: string | undefined) => {
        const list = this.attributes.get(address)?.[attribute] ?? [];
        const found = (list as readonly Json[]).map((ip) => at(ip, key === undefined ? [] : [key]));
        return found.find((ip): ip is string => typeof ip === "string" && !ip.includes(":")) ?? expression;
      },
    );
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

/** Keys of a resource that are OpenTofu's own. */
const META = new Set(["//", "connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"]);

/** The attributes that the stack wants, as far as they are known. */
export function attributesOf({ body }: Wanted, known: Known): JsonObject {
  const entries = Object.entries(body)
    .filter(([key]) => !META.has(key))
    .flatMap(([key, value]) => {
      const resolved = known.resolve(value);
      return resolved === undefined ? [] : [[key, resolved] as const];
    });
  return Object.fromEntries(entries);
}

/** Resources that this one refers to. */
export function dependenciesOf({ body }: Wanted, stack: Stack): string[] {
  const found = JSON.stringify(body).match(/(?<![\w.-])\w+\.[\w-]+/g) ?? [];
  const exists = (address: string) => {
    const [type = "", name = ""] = address.split(".");
    return stack.resource?.[type]?.[name] !== undefined;
  };
  return [...new Set(found)].filter(exists).sort();
}
