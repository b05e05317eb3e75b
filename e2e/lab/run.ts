import { Checkout } from "./checkout";
import { clusterFile } from "./cluster";
import { type ImageServer, startImageServer } from "./image-server";
import { type Inventory, inventory } from "../support/inventory";
import { createProject, type LabProject } from "./project";
import type { Story } from "../support/story";

/** What the tests of a story share. */
export interface Run<File = ReturnType<typeof clusterFile>> {
  readonly project: LabProject;
  readonly images: ImageServer;
  /** The cluster file. */
  readonly file: File;
  /** What the project had before the first apply. */
  readonly before: Inventory;
  /** The operator's first checkout, where everything is made. */
  readonly first: Checkout;
}

/** Gives a story a project of its own, and takes it away at the end; what is returned is filled by the first step. */
export const useRun = (tale: Story): Run => useRunOf(clusterFile, tale);

/** The same with another cluster file. */
export function useRunOf<File>(makeFile: (project: LabProject, factoryUrl: string) => File, tale: Story): Run<File> {
  const { step, passed } = tale;
  const run: { -readonly [K in keyof Run<File>]?: Run<File>[K] } = {};

  step("a project is made, with key pair, zone, bucket and an image factory", async () => {
    const project = (run.project = await createProject());
    run.images = await startImageServer();
    run.file = makeFile(project, run.images.url);
    run.before = await inventory(project.cloud);
    run.first = new Checkout(project, "first");
  });

  afterAll(() => {
    run.images?.close();
    run.project?.delete(!passed());
    if (!passed() && run.project !== undefined) {
      process.stderr.write(
        `commands, state and files of the failed run, until the next one: ${run.project.directory}\n`,
      );
    }
  });

  return run as Run<File>;
}
