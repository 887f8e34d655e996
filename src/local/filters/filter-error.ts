// How the evaluation of a filter expression ends when it does not end with a value.
// These are thrown inside the evaluator only; evaluate-filter.ts turns them into data.

/** Something that the expression may catch: a missing property, a wrong type, its own `throw`. */
export class FilterError extends Error {
  override readonly name: string = 'FilterError';
  /** The part of the expression that failed, as it is written. */
  readonly location: string;

  constructor(message: string, location: string) {
    super(message);
    this.location = location;
  }
}

/** A limit of the platform, or syntax outside the language; `catch` does not see it. */
export class FilterRefusal extends FilterError {
  override readonly name = 'FilterRefusal';
}
