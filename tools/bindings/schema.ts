import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What `tofu providers schema -json` prints, as far as bindings and tests read it.
 *
 * Format: https://opentofu.org/docs/cli/commands/providers/schema/
 */
export interface ProviderSchema {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, ProviderTypes>>;
  readonly provider_versions?: Readonly<Record<string, string>>;
}

/** The arguments of one provider and all its types. */
export interface ProviderTypes {
  readonly provider: TypeSchema;
  readonly resource_schemas: Readonly<Record<string, TypeSchema>>;
  readonly data_source_schemas: Readonly<Record<string, TypeSchema>>;
}

/** A resource, a data source or the provider itself. */
export interface TypeSchema {
  readonly version: number;
  readonly block: Block;
}

/** The body of a type or of a nested block; the printer leaves out what is empty. */
export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

/** One argument: set by people (`required`, `optional`), by the provider (`computed`), or by either. */
export interface Attribute {
  /** Absent for attributes of the newer plugin framework, which the OpenStack provider does not use. */
  readonly type?: AttributeType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

/** A type constraint: a primitive, a collection of one type, or an object. */
export type AttributeType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", AttributeType]
  | readonly ["object", Readonly<Record<string, AttributeType>>];

/** A block inside a block, once or many times. */
export interface NestedBlock {
  readonly nesting_mode: "single" | "group" | "list" | "set" | "map";
  readonly block: Block;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** Where the trimmed schemas are, one `<provider>@<version>.json` each. */
export const SCHEMAS_DIRECTORY = join(__dirname, "../../schemas");

/** Reads a provider schema as printed or as trimmed. */
export function readSchema(file: string): ProviderSchema {
  return JSON.parse(readFileSync(file, "utf8")) as ProviderSchema;
}
