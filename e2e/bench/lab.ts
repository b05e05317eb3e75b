/**
 * How long plan and apply of a large cluster take, against a module written by hand: `npm run bench:lab [-- ROUNDS]`.
 *
 * Ends with 1 when a bound is missed, or when the two did not make the same. The contenders take turns in one project of
 * the lab, and the first of a round is the second of the next one.
 */
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startImageServer } from "../lab/image-server";
import { createProject, type LabProject } from "../lab/project";
import { type Contender, handWritten, thisProgram } from "./contenders";
import { addLoadBalancerImage, type LargeCluster, largeCluster } from "./large-cluster";
import { noResult, type Result, takeTurn } from "./measure";
import { compare, counts, write } from "./report";

async function race(project: LabProject, file: LargeCluster, rounds: number): Promise<readonly [Result, Result]> {
  const program = await thisProgram(project, file);
  const module = await handWritten(project, file, program);
  assert.equal(lockFile(program), lockFile(module), "the two do not use the same providers");
  const results = [noResult(program), noResult(module)] as const;
  for (let round = 0; round < rounds; round++) {
    for (const result of round % 2 === 0 ? results : [...results].reverse()) await takeTurn(project, result);
    const [ours, theirs] = results;
    assert.deepEqual(ours.footprint, theirs.footprint);
    assert.equal(ours.resources, theirs.resources, "the two applies did not make the same number of resources");
  }
  return results;
}

const lockFile = ({ directory }: Contender) => readFileSync(join(directory, ".terraform.lock.hcl"), "utf8");

function report([ours, theirs]: readonly [Result, Result], file: LargeCluster, rounds: number): void {
  const { text, missed } = compare(ours, theirs);
  console.log(`\n${text}\n\n${counts(ours)}\n`);
  if (missed.length > 0) {
    console.log(`bench:lab missed a bound: ${missed.join("; ")}`);
    process.exitCode = 1;
    return;
  }
  write(text, ours, theirs, file, rounds);
  console.log("bench:lab: within all bounds; docs/reports/bench-lab.md is written");
}

async function main(rounds: number): Promise<void> {
  assert(rounds >= 1, "the number of rounds is 1 or more");
  const project = await createProject();
  const images = await startImageServer();
  let results: readonly [Result, Result] | undefined;
  const file = largeCluster(project, images.url);
  try {
    await addLoadBalancerImage(project);
    results = await race(project, file, rounds);
  } finally {
    images.close();
    project.delete(results === undefined);
    if (results === undefined) console.error(`commands and files of the failed run: ${project.directory}`);
  }
  report(results, file, rounds);
}

main(Number(process.argv[2] ?? 3)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log("bench:lab failed: nothing is known about the bounds");
  process.exitCode = 1;
});
