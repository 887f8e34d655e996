// The value of something that may be refused, and the problems that say why.
// Expected outcomes are values; exceptions are for bugs.

/** One thing wrong with data from outside, found by a parser or a check. */
export interface Problem {
  /** Where: `rules[0].then[1].with.labels`; the empty string for the whole document. */
  readonly path: string;
  /** `error` refuses, `warning` asks. */
  readonly level: 'error' | 'warning';
  /** A sentence that says what was expected and what was found. */
  readonly message: string;
  /** What was probably meant, ready to be put in place: `created:page` for `create:page`. */
  readonly suggestion?: string;
}

export type Result<T, E = readonly Problem[]> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
