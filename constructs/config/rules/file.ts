/** What a file must say, and who composes a cluster in TypeScript need not. */
import { NETWORK_SOURCES } from "../sections/network";
import { type Rule, rule } from "./rule";

const networkSource = rule({
  id: "network-source",
  needs: ["network"],
  *check({ network }) {
    if (network.kind !== "given") return;
    yield { path: ["network"], message: `must have exactly one of ${NETWORK_SOURCES.join(", ")}; got none` };
  },
});

/** Rules about cluster files. */
export const FILE_RULES: readonly Rule[] = [networkSource];
