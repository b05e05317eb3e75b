import { didYouMean } from "../config/reader/nearest";
import { isNewerThan, MACHINE_CONFIG_TALOS } from "../config/releases";
import { at, patchRule } from "../config/rules/patch-reach";
import { talosKinds, undecodable } from "./talos-schema";

/**
 * Patches hold kinds, keys and types that Talos decodes. A Talos that is newer than the schema knows more of them, and is left
 * alone; an older one knows less, and says so in the apply.
 */
export const patchSchema = patchRule(
  "patch-schema",
  function* (document, { talos }) {
    if (isNewerThan(talos.version, MACHINE_CONFIG_TALOS)) return;
    const { kind, apiVersion } = document.content;
    if (kind === undefined) {
      for (const { path, message } of undecodable(document.content, "")) {
        // Keys at the top are the matter of patch-document.
        if (path.length > 1) yield at(document, path, message);
      }
    } else if (typeof kind !== "string" || !talosKinds().includes(kind)) {
      const suggestion = typeof kind === "string" ? didYouMean(kind, talosKinds()) : "";
      yield at(
        document,
        ["kind"],
        `Talos knows no documents of this kind${suggestion || "; see its configuration reference"}`,
      );
    } else if (apiVersion !== undefined && apiVersion !== "v1alpha1") {
      yield at(document, ["apiVersion"], "must be v1alpha1, the only version that Talos knows of this kind");
    } else {
      for (const { path, message } of undecodable(document.content, kind)) yield at(document, path, message);
    }
  },
  ["talos"],
);
