import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where and with what a command runs. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Keep standard input open, for commands that ask. */
  readonly interactive?: boolean;
}

/** How a command ended, and what it printed on both channels. */
export interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** The commands of an operator, in the operator's environment; all they print is kept, as a pipeline would keep it. */
export class Commands {
  /** Path of the log. */
  public readonly log: string;
  private readonly env: NodeJS.ProcessEnv;
  private readonly wrapper: readonly string[];

  /** With a name server of its own, each command has that in /etc/resolv.conf, in a mount namespace of its own; Linux, root. */
  public constructor(directory: string, env: NodeJS.ProcessEnv, nameServer?: string) {
    this.env = env;
    this.log = join(directory, "commands.log");
    writeFileSync(this.log, "");
    this.wrapper = nameServer === undefined ? [] : resolvingAt(nameServer, join(directory, "resolv.conf"));
  }

  /** Starts a command. */
  public start(command: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
    appendFileSync(this.log, `\n$ ${command} ${args.join(" ")}\n`);
    const [program = "", ...rest] = [...this.wrapper, command, ...args];
    const child = spawn(program, rest, {
      env: { ...this.env, ...options.env },
      cwd: options.cwd,
      stdio: [options.interactive === true ? "pipe" : "ignore", "pipe", "pipe"],
    });
    for (const channel of [child.stdout, child.stderr]) {
      channel?.on("data", (chunk: Buffer) => {
        appendFileSync(this.log, chunk);
      });
    }
    return child;
  }

  /** Runs a command to its end, however it ends. */
  public attempt(command: string, args: readonly string[], options?: RunOptions): Promise<Ended> {
    return ended(this.start(command, args, options));
  }

  /** What a command printed, once it has ended well. */
  public async run(command: string, args: readonly string[], options?: RunOptions): Promise<string> {
    const { code, text } = await this.attempt(command, args, options);
    if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${String(code)}:\n${text}`);
    return text;
  }
}

function resolvingAt(nameServer: string, resolvConf: string): readonly string[] {
  writeFileSync(resolvConf, `nameserver ${nameServer}\n`);
  return ["unshare", "--mount", "bash", "-c", 'mount --bind "$0" /etc/resolv.conf && exec "$@"', resolvConf];
}

/** Waits for the end of a command that was started. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const chunks: Buffer[] = [];
  for (const channel of [child.stdout, child.stderr]) channel?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
  return { code, text: Buffer.concat(chunks).toString() };
}

/** Waits until a command that was started prints this. */
export async function prints(child: ChildProcess, expected: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(expected)) resolve();
    });
    child.on("close", (code) => {
      reject(new Error(`ended with ${String(code)} before it printed ${expected}:\n${text}`));
    });
  });
}
