import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How an image is packed: the end of its name. */
export const FORMATS = ["raw.xz", "raw.zst", "raw.gz", "raw", "qcow2"] as const;

/** How an image is packed. */
export type Format = (typeof FORMATS)[number];

/** What packs a raw disk, on standard output; a qcow2 needs a file to write to. */
const PACKERS: Readonly<Record<Exclude<Format, "raw" | "qcow2">, readonly [string, ...string[]]>> = {
  "raw.xz": ["xz", "--stdout", "-0"],
  "raw.zst": ["zstd", "--stdout", "--quiet"],
  "raw.gz": ["gzip", "--stdout", "--no-name", "-1"],
};

/** What one address of a factory stands for. */
export interface Wanted {
  readonly schematic: string;
  /** Of Talos, with a leading "v". */
  readonly version: string;
  readonly format: Format;
}

/** The images of a factory, each made when it is first asked for. */
export class Images {
  /** Packed disks that are sent as they are, in the place of small ones: the address, and the path of the file. */
  public readonly files = new Map<string, string>();
  private readonly directory = mkdtempSync(join(tmpdir(), "factory-"));

  /** What is sent for an address. */
  public packed(wanted: Wanted): Buffer {
    const { format } = wanted;
    const given = this.files.get(addressOf(wanted));
    if (given !== undefined) return readFileSync(given);
    const raw = this.raw(wanted);
    if (format === "raw") return readFileSync(raw);
    const file = raw.replace(/raw$/, format);
    if (format === "qcow2") {
      if (!existsSync(file)) execFileSync("qemu-img", ["convert", "-f", "raw", "-O", "qcow2", raw, file]);
      return readFileSync(file);
    }
    const [command, ...options] = PACKERS[format];
    return execFileSync(command, [...options, raw], { maxBuffer: 2 ** 30 });
  }

  /** What Glance is to have of it: unpacked, where the provider unpacks. */
  public content(wanted: Wanted): Buffer {
    return wanted.format === "qcow2" ? this.packed(wanted) : readFileSync(this.raw(wanted));
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Path of the raw disk. */
  private raw({ schematic, version }: Wanted): string {
    const file = join(this.directory, `${schematic}-${version}.raw`);
    if (existsSync(file)) return file;
    const given = this.files.get(addressOf({ schematic, version, format: "raw.xz" }));
    if (given === undefined) {
      execFileSync(join(__dirname, "disk.sh"), [schematic, version, file], { stdio: "pipe" });
    } else {
      const output = openSync(file, "w");
      execFileSync("xz", ["--decompress", "--stdout", given], { stdio: ["ignore", output, "pipe"] });
      closeSync(output);
    }
    return file;
  }
}

/** Where a factory has an image, without the host. */
export const addressOf = ({ schematic, version, format }: Wanted): string =>
  `/image/${schematic}/${version}/openstack-amd64.${format}`;
