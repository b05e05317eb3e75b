/** A synthesized stack and its state, as far as the commands read them. */

/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A mapping of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Resources by type and name. */
type Bodies = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** What the commands read of a `cdk.tf.json`. */
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

/** What the commands read of a state; the rest of it they keep as it is. */
export interface State {
  readonly version: number;
  readonly serial: number;
  readonly lineage: string;
  readonly resources: readonly StateResource[];
}

/** Address of a resource of the state, as OpenTofu prints it. */
export const addressOf = ({ mode, type, name }: StateResource): string =>
  `${mode === "data" ? "data." : ""}${type}.${name}`;

/** A state as if these resources were not in it. */
export const without = (state: State | undefined, addresses: ReadonlySet<string>): State | undefined =>
  state && { ...state, resources: state.resources.filter((resource) => !addresses.has(addressOf(resource))) };
