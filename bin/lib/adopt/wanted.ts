import type { Known } from "./known";
import { addressOf, type JsonObject, type Stack, type State } from "../stack";

/** A resource that the stack has. */
export interface Wanted {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
}

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
