import { spawnSync } from "node:child_process";

/** Room for what a command says about everything that a large project has, in bytes. */
export const MAX_BUFFER = 256 * 1024 * 1024;

/** Runs tofu for a directory, and returns what it printed; an error says what it said of its failure. */
export function tofu(directory: string, args: readonly string[], input = ""): string {
  const command = [`-chdir=${directory}`, ...args];
  const { status, stdout, stderr, error } = spawnSync("tofu", command, {
    encoding: "utf8",
    input,
    maxBuffer: MAX_BUFFER,
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT") {
    throw new Error("tofu is not installed on this machine: https://opentofu.org/docs/intro/install/");
  }
  if (error !== undefined || status !== 0) {
    // Who refuses early does not read the state that is pushed; what it says counts, not that the pipe broke.
    const said = [stderr, errors(stdout), error?.message].find(Boolean) ?? "";
    throw new Error(`tofu ${command.join(" ")} failed: ${said.trim()}`);
  }
  return stdout;
}

/** A line that OpenTofu writes for machines. https://opentofu.org/docs/internals/machine-readable-ui/ */
interface Message {
  readonly type?: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
  readonly diagnostic?: { readonly severity: string; readonly summary: string };
}

/** The lines for machines among what tofu printed. */
export const messages = (text: string): Message[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith('{"@level":'))
    .map((line) => JSON.parse(line) as Message);

const errors = (text: string): string =>
  messages(text)
    .flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic.summary] : []))
    .join("; ");
