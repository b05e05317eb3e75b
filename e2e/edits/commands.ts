import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import type { Run } from "../lab/run";
import { STATE_KEY } from "../lab/state";
import type { Story } from "../support/story";
import type { Planned } from "./plan";
import type { EditedFile } from "./cluster";

/** What checks of a story share. */
export interface EditsStory {
  /** The file that is applied. */
  readonly file: () => EditedFile;
  readonly planned: (file: ClusterFile, args?: readonly string[]) => Promise<Planned>;
  /** Adds a line to the report. */
  readonly other: (what: string, outcome: string, does: string) => void;
}

/** Looks at plans that are asked for on the command line, and at a state from before the memory. */
export function commandChecks({ check }: Story, run: Run, { file, planned, other }: EditsStory): void {
  check("a fact that is meant is recorded anew by -replace, and nothing else is replaced", async () => {
    const moved = { ...file(), domain: "moved.example", dns: { kind: "external" as const } };
    const { passes, lost } = await planned(moved, ["-replace=terraform_data.facts"]);
    expect({ passes, lost }).toEqual({
      passes: true,
      lost: [expect.stringMatching(/^openstack_dns_recordset_v2\./)],
    });
    other(
      "`-replace=terraform_data.facts` with another domain",
      "as asked for",
      "records the file's facts; the plan shows both",
    );
  });

  check(
    "a control plane is replaced by -replace, and etcd's bootstrap looks again when it is the first one",
    async () => {
      await run.first.synth(file());
      const { resources } = JSON.parse(run.project.bucket.get(STATE_KEY) ?? "") as {
        resources: { type: string; name: string }[];
      };
      const servers = resources.filter(({ type }) => type === "openstack_compute_instance_v2").map(({ name }) => name);
      const [first, second] = [0, 1].map((i) => servers.find((name) => name.includes(`control-plane_${i}_`)) ?? "");
      for (const [name, again] of [
        [first, true],
        [second, false],
      ] as const) {
        const { passes, lost, text } = await planned(file(), [`-replace=openstack_compute_instance_v2.${name ?? ""}`]);
        expect({ passes, lost }).toEqual({ passes: true, lost: [`openstack_compute_instance_v2.${name ?? ""}`] });
        expect(
          text.includes("null_resource.talos_bootstrap will be replaced due to changes in replace_triggered_by"),
        ).toBe(again);
      }
      other(
        "`-replace` of a control plane's server",
        "as asked for",
        "that server; the bootstrap looks again after the first one",
      );
    },
  );

  check("a state from before the memory gets the memory and nothing else", async () => {
    const before = run.project.bucket.get(STATE_KEY) ?? "";
    const state = (...args: string[]) => run.project.commands.run("tofu", ["state", ...args], { cwd: run.first.stack });
    await run.first.synth(file());
    try {
      await state("rm", "terraform_data.facts", "terraform_data.protected_unless_var_protect_is_false");
      const { passes, lost, made } = await planned(file());
      expect({ passes, lost }).toEqual({ passes: true, lost: [] });
      expect(made.filter((address) => !address.startsWith("terraform_data."))).toEqual([]);
    } finally {
      writeFileSync(join(run.first.stack, "before.tfstate"), before);
      await state("push", "-force", "before.tfstate");
    }
    await run.first.expectNoDiff();
    other("a state without the memory", "protected", "adds the memory, and nothing else");
  });
}
