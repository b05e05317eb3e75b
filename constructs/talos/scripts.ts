import { asset } from "../assets";

/** Absolute path of a script of this folder, by its base name. */
export const talosScript = (name: string): string => asset(`constructs/talos/scripts/${name}.sh`);

/** The files with functions for scripts, by the noun that they are about; each says at its top which others it needs. */
export type TalosLibrary =
  "nodes" | "secrets" | "talos" | "etcd" | "kube" | "cilium" | "health" | "manifests" | "render" | "turns";

/** Absolute paths of libraries, in the order given. */
export const talosLibraries = (...names: readonly TalosLibrary[]): string[] =>
  names.map((name) => talosScript(`lib/${name}`));
