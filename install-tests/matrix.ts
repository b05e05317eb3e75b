/** How the package is installed. */
export const PACKAGE_MANAGERS = {
  npm: ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"],
  pnpm: ["npx", "--yes", "pnpm@10", "install", "--silent"],
} as const;

/** How the program is compiled and loaded. */
export interface Kind {
  readonly name: string;
  /** Field `type` of its package.json. */
  readonly type: "commonjs" | "module";
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

/** The three that Node programs are written in. `esModuleInterop` is what the declarations of zod need; NodeNext implies it. */
export const KINDS: readonly Kind[] = [
  {
    name: "CommonJS",
    type: "commonjs",
    compilerOptions: { module: "commonjs", moduleResolution: "node10", esModuleInterop: true },
  },
  { name: "NodeNext", type: "commonjs", compilerOptions: { module: "nodenext", moduleResolution: "nodenext" } },
  { name: "ESM", type: "module", compilerOptions: { module: "nodenext", moduleResolution: "nodenext" } },
];

/** Major versions of Node that the program runs with. */
export const NODES = [20, 22, 24] as const;

/** Strict, and declarations of packages are checked too. */
export const STRICT = {
  target: "es2022",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  types: ["node"],
  rootDir: ".",
  outDir: "out",
} as const;
