/** A JSON value, as patches are made of. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Data that nobody changes, however deep; JSON values are left as they are. */
export type Immutable<T> = [Json] extends [T] ? T : T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;
