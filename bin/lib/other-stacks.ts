import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Manifest } from "cdktf";

/**
 * Keeps the directories of other clusters, and names them.
 *
 * After the program has ended, the cdktf CLI deletes each directory below `stacks/` whose stack is not in the manifest: with
 * another cluster file, those of all other clusters, and in them saved plans and an `errored.tfstate`, the only copy of a
 * state that OpenTofu could not store. So they are listed in the manifest too. Without the CLI nothing is ever deleted.
 */
export function keepOtherStacks(manifest: Manifest): string[] {
  const [own] = Object.values(manifest.stacks);
  if (own === undefined) return [];
  const others = directoriesIn(join(manifest.outdir, Manifest.stacksFolder)).filter(
    (name) => !(name in manifest.stacks),
  );
  for (const name of others) {
    const workingDirectory = join(Manifest.stacksFolder, name);
    const json = join(workingDirectory, manifest.stackFileName);
    // The CLI reads the JSON of every stack, and fails on one that is not there.
    const synthesizedStackPath = existsSync(join(manifest.outdir, json)) ? json : own.synthesizedStackPath;
    manifest.stacks[name] = {
      ...own,
      name,
      constructPath: name,
      workingDirectory,
      synthesizedStackPath,
      stackMetadataPath: join(workingDirectory, Manifest.stackMetadataPath),
      annotations: [],
      dependencies: [],
    };
  }
  if (others.length > 0) manifest.writeToFile();
  return others;
}

const directoriesIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
