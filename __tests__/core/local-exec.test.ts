import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { localExec, type LocalExecProps, scriptText } from "../../constructs/core/local-exec";
import { asset } from "../../constructs/assets";
import { localExecOf, only, synth } from "../support/synth";

const PRELUDE = asset("constructs/core/scripts/prelude.sh");

let directory: string;
let script: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "local-exec-"));
  script = join(directory, "say-hello.sh");
  writeFileSync(script, '#!/usr/bin/env bash\nsay "hello ${WHO:-nobody} 100%{"\n');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function run(scope: Construct, id: string, props: Partial<LocalExecProps> = {}): void {
  new Resource(scope, id, { provisioners: [localExec(scope, { script, environment: {}, ...props })] });
}

const provisioner = (build: (stack: TerraformStack) => void) => localExecOf(only(synth(build), "null_resource"));

test("a script stands in the stack once, however many run it, wherever they are", () => {
  const json = synth((stack) => {
    run(stack, "a");
    run(new Construct(stack, "deeper"), "b");
    run(new Construct(stack, "other"), "c");
  });
  expect(Object.keys(json.locals ?? {})).toEqual([expect.stringMatching(/^talos-scripts_say-hello_/)]);
});

test("the command is short, since OpenTofu prints it, and the script is data", () => {
  const { command, interpreter, environment } = provisioner((stack) => {
    run(stack, "a");
  });
  expect({ command, interpreter }).toEqual({ command: 'eval "$SAY_HELLO"', interpreter: ["bash", "-c"] });
  expect(environment["SAY_HELLO"]).toMatch(/^\$\{local\.talos-scripts_say-hello_/);
});

test("the environment keeps the case of its keys", () => {
  const { environment } = provisioner((stack) => {
    run(stack, "a", { environment: { KUBE_config: "x", lower: "y" } });
  });
  expect(environment).toMatchObject({ KUBE_config: "x", lower: "y" });
});

test("a script that runs at the destroy refers to nothing, its whole text stands there", () => {
  const json = synth((stack) => {
    run(stack, "a", { when: "destroy" });
  });
  const { environment, when } = localExecOf(only(json, "null_resource"));
  expect(when).toBe("destroy");
  expect(json.locals).toBeUndefined();
  expect(environment["SAY_HELLO"]).toContain("set -euo pipefail");
  expect(environment["SAY_HELLO"]).toContain('say "hello $${WHO:-nobody} 100%%{"');
});

test("what is not said runs at the creation", () => {
  expect(
    provisioner((stack) => {
      run(stack, "a");
    }).when,
  ).toBeUndefined();
});

test("libraries stand between the prelude and the script", () => {
  const library = join(directory, "greetings.sh");
  writeFileSync(library, "# shellcheck shell=bash\ngreet() { say hi; }\n");
  const json = synth((stack) => {
    run(stack, "a", { libraries: [library] });
  });
  const [text = ""] = Object.values(json.locals ?? {});
  expect(filesRead(text).map((path) => basename(path))).toEqual([
    ...["guard.sh", "prelude.sh", "files.sh"],
    ...["greetings.sh", "say-hello.sh"],
  ]);
});

describe("a script is known by its name, so", () => {
  const other = () => {
    const folder = join(directory, "other");
    mkdirSync(folder);
    const path = join(folder, "say-hello.sh");
    writeFileSync(path, "say 'something else'\n");
    return path;
  };

  test("another one of the same name is refused", () => {
    const build = (stack: TerraformStack) => {
      run(stack, "a");
      run(stack, "b", { script: other() });
    };
    expect(() => synth(build)).toThrow(/^two scripts of a stack are called say-hello, .*rename one/);
  });

  test("the same one with other libraries is refused", () => {
    const build = (stack: TerraformStack) => {
      run(stack, "a");
      run(stack, "b", { libraries: [other()] });
    };
    expect(() => synth(build)).toThrow(/^two scripts of a stack are called say-hello, .*different libraries/);
  });

  test("a library may be called like another one in another folder", () => {
    const build = (stack: TerraformStack) => {
      run(stack, "a", { libraries: [other(), PRELUDE] });
    };
    const [text = ""] = Object.values(synth(build).locals ?? {});
    expect(new Set(filesRead(text)).size).toBe(5);
  });
});

test("the files that a script is made of are copied beside the JSON, as they are", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  new NullProvider(stack, "null");
  run(stack, "a");
  const written = join(Testing.fullSynth(stack), "stacks", "stack");
  const { locals } = JSON.parse(readFileSync(join(written, "cdk.tf.json"), "utf8")) as { locals: object };
  const [text = ""] = Object.values(locals) as string[];
  const copy = filesRead(text).at(-1) ?? "";
  expect(readFileSync(join(written, copy), "utf8")).toBe(readFileSync(script, "utf8"));
});

/** Paths of what an expression reads, in order. */
const filesRead = (text: string) => Array.from(text.matchAll(/\$\{file\("([^"]+)"\)\}/g), ([, path = ""]) => path);

test("a script is embedded without shebang, and escaped", () => {
  expect(scriptText(script)).toBe('say "hello $${WHO:-nobody} 100%%{"\n');
});

test("bash runs it with the functions of the prelude, data from the environment only", () => {
  const { command, environment } = provisioner((stack) => {
    run(stack, "a", { when: "destroy" });
  });
  const unescaped = (environment["SAY_HELLO"] ?? "").replace(/([$%])\1\{/g, "$1{");
  const output = execFileSync("bash", ["--norc", "-c", command], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], SAY_HELLO: unescaped, WHO: '"$(exit 1)" `x`' },
  });
  expect(output).toBe('hello "$(exit 1)" `x` 100%{\n');
});
