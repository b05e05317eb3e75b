import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { CLUSTER, NODES } from "../lab/cluster";
import type { Run } from "../lab/run";
import { filesBelow, type Haystack, haystacks, needles, publicPlaces, search } from "../lab/secrets";
import type { Story } from "../support/story";

/** Looks for the cluster's secrets where none may be. `plan` is the saved plan. */
export function secrecyChecks({ check }: Story, run: Run, plan: string): void {
  const secrets = () => needles(run.first.read("talosconfig", CLUSTER, "secrets.yaml"));
  let places: Haystack[];

  check("neither state, plan, cdktf.out nor any log holds a secret", async () => {
    const { project, first } = run;
    const unzipped = join(project.directory, "plan");
    await project.commands.run("python3", ["-m", "zipfile", "-e", join(first.stack, plan), unzipped]);
    places = [
      ...haystacks(filesBelow(unzipped)),
      { name: "plan as JSON", text: await first.tofu("show", "-json", plan) },
      ...publicPlaces(project, first),
    ];
    const full = places.filter(({ text }) => text.length > 1000).map(({ name }) => name);
    const important = ["state", join(unzipped, "tfplan"), "plan as JSON", join(first.stack, "cdk.tf.json")];
    expect(full).toEqual(expect.arrayContaining([...important, project.commands.log]));
    expect(secrets().length).toBeGreaterThan(30);
    expect(search(places, secrets())).toEqual([]);
  });

  check("the search finds each secret that is planted, plain and compressed as user data is", () => {
    for (const { what, text } of secrets()) {
      for (const planted of [text, gzipSync(`key: ${text}\n`).toString("base64")]) {
        const place = { name: "planted", text: `{"value":"${planted}"}` };
        expect(search([place], [{ what, text }])).toEqual([`planted: ${what}`]);
      }
    }
    const [secret] = secrets();
    const copies = places.map(({ name, text }) => ({
      name,
      text: `${text.slice(0, text.length / 2)}${secret?.text ?? ""}${text.slice(text.length / 2)}`,
    }));
    const found = search(copies, secrets());
    for (const { name } of places) expect(found).toContain(`${name}: ${secret?.what ?? ""}`);
  });

  check("only their owner can read the files that hold secrets", () => {
    const { talosconfigDir } = run.first;
    const files = filesBelow(talosconfigDir);
    expect(files).toEqual(
      expect.arrayContaining([
        join(talosconfigDir, "secrets.yaml"),
        ...NODES.map((name) => join(talosconfigDir, "nodes", `${name}.yaml`)),
      ]),
    );
    const paths = [...files, ...files.map((file) => dirname(file)), dirname(talosconfigDir)];
    const modes = paths.map((path) => [path, statSync(path).mode & 0o077]);
    expect(modes.filter(([, others]) => others !== 0)).toEqual([]);
  });
}
