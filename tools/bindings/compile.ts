import * as ts from "typescript";

/** What cdktf's own packages are compiled to, so that Node and every bundler can load it. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  newLine: ts.NewLineKind.LineFeed,
};

/**
 * Compiles generated TypeScript to JavaScript and declarations.
 *
 * Comments are for people, who read the declarations; without them the JavaScript is half as long.
 *
 * @throws Error with what the compiler reports.
 */
export function compile(files: readonly string[], rootDir: string, outDir: string): void {
  emit(files, { ...OPTIONS, rootDir, outDir, removeComments: true });
  emit(files, { ...OPTIONS, rootDir, outDir, declaration: true, emitDeclarationOnly: true });
}

function emit(files: readonly string[], options: ts.CompilerOptions): void {
  const program = ts.createProgram(files, options);
  const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost(options)));
}
