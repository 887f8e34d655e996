// Why a template could not be rendered. Rendering stops by throwing `TemplateStop`, which renderTemplate alone
// catches: threading a result through every step of the interpreter would double its cost.
// It must not be used for problems of the template's text; those are `Problem`s of parseTemplate.

import type { Position } from './template';

/** Closed list: a field that strict rendering missed, too much work, a helper's argument, a place for no value. */
export type TemplateFailureKind = 'missing-field' | 'budget' | 'helper' | 'place';

/** Why rendering stopped, and where. */
export interface TemplateFailure {
  readonly kind: TemplateFailureKind;
  /** A sentence with line and column, without the final full stop. */
  readonly message: string;
  readonly at: Position;
  /** The field that is missing, for `missing-field`. */
  readonly field?: string;
}

/** Carries a failure out of the interpreter. */
export class TemplateStop extends Error {
  override readonly name = 'TemplateStop';
  readonly failure: TemplateFailure;

  constructor(kind: TemplateFailureKind, cause: string, at: Position, field?: string) {
    const message = `line ${at.line}, column ${at.column}: ${cause}`;
    super(message);
    this.failure = { kind, message, at, ...(field === undefined ? {} : { field }) };
  }
}

/** Thrown by a helper that cannot work with its arguments; the interpreter adds where. */
export class HelperError extends Error {
  override readonly name = 'HelperError';
}
