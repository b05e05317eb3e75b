import { parseArgs } from "node:util";
import { ConfigError } from "../../constructs/config/reader/errors";

/** What `--help` says about a command, and what it takes. */
export interface CommandHelp {
  /** How it is called, for example `npm run access`. */
  readonly usage: string;
  /** What it does: sentences, each line at most 100 characters. */
  readonly does: string;
  /** One call, as an operator would type it. */
  readonly example: string;
  /**
   * Environment variables and their meaning.
   *
   * @default - it reads none
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * How many arguments it takes.
   *
   * @default [0, 0]
   */
  readonly takes?: readonly [least: number, most: number];
  /**
   * Options that take a value and may be given several times, and what they say.
   *
   * @default - it has none
   */
  readonly options?: Readonly<Record<string, string>>;
}

/** What a command was called with. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** The values of an option, in order; none if it was not given. */
  readonly option: (name: string) => readonly string[];
}

/**
 * Runs a command: `--help` prints its help and does nothing else, wrong usage ends with 2, a failure with 1.
 *
 * A failure is one message, without a trace: what is wrong is in it. A mistake of this program shows where it is with TRACE=1.
 */
export async function command(
  help: CommandHelp,
  run: (args: readonly string[], option: Arguments["option"]) => void | Promise<void>,
): Promise<void> {
  const given = argumentsFor(help);
  if (typeof given === "string") {
    console.error(`error: ${given}\nusage: ${help.usage}; --help says more`);
    process.exitCode = 2;
  } else if (given.help) console.log(helpText(help));
  else await attempt(() => run(given.positionals, given.option));
}

/** The arguments, or what is wrong with them. */
function argumentsFor({ takes = [0, 0], options = {} }: CommandHelp): (Arguments & { help: boolean }) | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: takes[1] > 0,
      options: {
        ...Object.fromEntries(Object.keys(options).map((name) => [name, { type: "string", multiple: true } as const])),
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const option = (name: string) => {
      const given: unknown = (values as Readonly<Record<string, unknown>>)[name];
      return Array.isArray(given) ? given.map(String) : [];
    };
    const enough = positionals.length >= takes[0] && positionals.length <= takes[1];
    if (values.help || enough) return { help: values.help, positionals, option };
    return `takes ${takes[0] === takes[1] ? takes[0] : takes.join(" to ")} arguments, got ${positionals.length}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function attempt(run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    // Subclasses such as TypeError are mistakes of this program.
    if (error instanceof ConfigError) console.error(error.message);
    else if (error instanceof Error && error.constructor === Error) console.error(`error: ${error.message}`);
    else console.error(mistakeOfThisProgram(error));
    process.exitCode = 1;
  }
}

/** One sentence, and where it is only for who asks: an operator can do nothing about it. */
function mistakeOfThisProgram(error: unknown): string {
  const { name, message, stack } =
    error instanceof Error ? error : { name: "something", message: String(error), stack: "" };
  const said = `error: a mistake of this program, ${name}: ${message.split("\n")[0] ?? ""}`;
  if (process.env["TRACE"] === "1") return `${said}\n${stack ?? ""}`;
  return `${said}; please report it with the cluster file, without what is secret in it; TRACE=1 shows where it is`;
}

function helpText({ usage, does, example, environment = {}, options = {} }: CommandHelp): string {
  const flags = Object.fromEntries(Object.entries(options).map(([name, text]) => [`--${name}`, text]));
  return [
    `usage: ${usage}`,
    "",
    does,
    "",
    "Example:",
    `  ${example}`,
    ...table("Options", flags),
    ...table("Environment", environment),
  ].join("\n");
}

function table(title: string, texts: Readonly<Record<string, string>>): string[] {
  const width = Math.max(0, ...Object.keys(texts).map((name) => name.length));
  const lines = Object.entries(texts).map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines];
}
