// What a helper is. It must not reach for anything but its arguments and the environment it is handed.

/** What a helper may use beside its arguments. */
export interface HelperEnvironment {
  /** IANA name of the zone that dates are shown in unless the template names one. */
  readonly timeZone: string;
  /** Counts work on text against the budget, one step for each started thousand characters. */
  readonly charge: (characters: number) => void;
}

export interface Helper {
  /** How many arguments it takes, at least and at most. */
  readonly args: readonly [least: number, most: number];
  /** The names it takes as `name=value`. */
  readonly options: readonly string[];
  /** Whether a missing field is a usual argument, which strict rendering lets pass. */
  readonly toleratesMissing: boolean;
  /** One sentence for documentation and completion. */
  readonly summary: string;
  /**
   * What is wrong with arguments and options that the author wrote down, as the end of a sentence that begins with the
   * helper's name; those that only the data will tell are undefined.
   */
  readonly refuses?: (
    args: readonly unknown[],
    options: Readonly<Record<string, unknown>>,
  ) => string | undefined;
  /** Answers a JSON value or `Markup`; throws `HelperError` for an argument it cannot work with. */
  readonly call: (
    args: readonly unknown[],
    options: Readonly<Record<string, unknown>>,
    environment: HelperEnvironment,
  ) => unknown;
}
