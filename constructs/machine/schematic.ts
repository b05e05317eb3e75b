import { stringify } from "yaml";
import { sha256 } from "./sha256";

/** What an image is made of besides Talos itself. Order counts, as it does in Image Factory. */
export interface Schematic {
  readonly extensions: readonly string[];
  readonly kernelArgs: readonly string[];
}

/**
 * The schematic as Image Factory itself writes it: the text that is hashed, byte for byte.
 *
 * Keys in the order of the Go struct, empty ones left out, four spaces of indent.
 * https://github.com/siderolabs/image-factory/blob/v1.5.0/pkg/schematic/schematic.go
 */
export function schematicYaml(schematic: Schematic): string {
  const customization = {
    ...(schematic.kernelArgs.length > 0 ? { extraKernelArgs: schematic.kernelArgs } : {}),
    ...(schematic.extensions.length > 0 ? { systemExtensions: { officialExtensions: schematic.extensions } } : {}),
  };
  return stringify({ customization }, { indent: 4, lineWidth: 0 });
}

/** ID of a schematic: the SHA-256 of its canonical YAML, in lower-case hex. */
export const schematicId = (schematic: Schematic): string => sha256(schematicYaml(schematic));
