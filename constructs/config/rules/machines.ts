/** Control planes, pools and their volumes. */
import type { Rule } from "./rule";

const controlPlaneCount: Rule = {
  id: "control-plane-count",
  needs: ["controlPlane"],
  *check(_, { controlPlane: { count } }) {
    if (count % 2 === 0) {
      yield {
        path: ["controlPlane", "count"],
        message: `must be odd so that etcd keeps quorum; got ${count}; use 1, 3, 5, 7 or 9`,
      };
    }
  },
};

const volumeNames: Rule = {
  id: "volume-names",
  needs: ["workers"],
  *check({ workers }) {
    for (const { name: pool, volumes } of workers) {
      const names = volumes.map(({ name }) => name);
      for (const [i, name] of names.entries()) {
        const path = ["workers", pool, "volumes", i, "name"];
        if (name === "root") {
          yield { path, message: '"root" is the name of the root volume; rename this one, for example "data"' };
        } else if (names.indexOf(name) < i) {
          yield { path, message: `"${name}" is the name of another volume of the pool; rename one of them` };
        }
      }
    }
  },
};

/** Rules about machines. */
export const MACHINE_RULES: readonly Rule[] = [controlPlaneCount, volumeNames];
