/** Directory of the lab; `e2e/lab.sh` has brought it up. */
export function labDirectory(): string {
  const directory = process.env["LAB_DIR"];
  if (directory === undefined) throw new Error("LAB_DIR is not set: run the tests by npm run e2e");
  return directory;
}
