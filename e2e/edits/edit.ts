/** Refused: by what. Asked for twice: refused without a word more than the file's, and then no data goes. */
export type Outcome =
  | { readonly is: "protected" }
  | { readonly is: "refused"; readonly by: RegExp }
  | { readonly is: "asked for twice"; readonly keeps: number };

/** One edit of a cluster file, and what becomes of it. */
export interface Edit {
  readonly edit: string;
  /** Changes the file, which may be any JSON. */
  readonly make: (file: Record<string, never>) => void;
  readonly outcome: Outcome;
  /** What the plan does, for people. */
  readonly plan: string;
}

/** Takes nothing away. */
export const isProtected: Outcome = { is: "protected" };
/** Ends with a sentence. */
export const refused = (by: RegExp): Outcome => ({ is: "refused", by });
/** Refused by the protection; without it, so many things stay in the cloud. */
export const twice = (keeps: number): Outcome => ({ is: "asked for twice", keeps });

type Loose = Record<string, never>;
/** Sets a key by its path; undefined removes it. */
export const set = (path: string, value: unknown) => (file: Loose) => {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const at = keys.reduce<Record<string, unknown>>((inner, key) => (inner[key] ??= {}) as Record<string, unknown>, file);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
};
/** Several edits at once. */
export const all =
  (...edits: ((file: Loose) => void)[]) =>
  (file: Loose) => {
    for (const edit of edits) edit(file);
  };
/** Renames a pool. */
export const renamed = (from: string, to: string) => (file: Loose) => {
  const workers = file["workers"] as unknown as Record<string, unknown>;
  workers[to] = workers[from];
  Reflect.deleteProperty(workers, from);
};
/** Changes the data volume of the pool that has one. */
export const data = (changes: object) => set("workers.db.volumes", [{ name: "data", sizeGiB: 1, ...changes }]);
