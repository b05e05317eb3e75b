import type { Checkout } from "../../lab/checkout";
import type { LabProject } from "../../lab/project";
import { waitUntil } from "../../support/wait";

/** Runs `npm run adopt` and does what it says until it is content; what it said to delete. */
export async function adopt(project: LabProject, checkout: Checkout): Promise<string[]> {
  const deleted: string[] = [];
  // An apply that was killed early leaves what has no tags: whoever runs this test knows that all of it is the cluster's.
  let also: string[] = [];
  await waitUntil("everything to be in the state", 180, async () => {
    const { code, text } = await project.commands.attempt("npm", ["run", "adopt", "--", ...also], {
      cwd: checkout.directory,
    });
    if (code === 0) return true;
    // What the interrupted apply asked for may still be built; the provider reads no such server.
    if (/Invalid power_state .* BUILD/.test(text)) return undefined;
    if (!text.includes("The state is as it was."))
      throw new Error(`npm run adopt ended with ${String(code)}:\n${text}`);
    also = also.concat(/^ {2}npm run adopt -- (.*)$/m.exec(text)?.[1]?.split(" ") ?? []);
    for (const [, command = ""] of text.matchAll(/^ +openstack (.*)$/gm)) {
      await project.commands.run("openstack", command.split(" "));
      deleted.push(command);
    }
    return undefined;
  });
  return deleted;
}
