// The form of a CQL query and what its words are. Parsing is in parse-cql.ts, meaning in match-cql.ts.

export type CqlOperator = '=' | '!=' | '~' | '!~' | '>' | '>=' | '<' | '<=' | 'in' | 'not in';

/** A value: text, or a function such as `currentUser()` with its arguments. */
export type CqlValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly string[] };

export type CqlExpression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly CqlExpression[] }
  | { readonly kind: 'not'; readonly part: CqlExpression }
  | {
      readonly kind: 'clause';
      readonly field: string;
      readonly operator: CqlOperator;
      /** One value, or those of a list after `in`. */
      readonly values: readonly CqlValue[];
    };

export interface CqlOrder {
  readonly field: string;
  readonly descending: boolean;
}

export interface CqlQuery {
  readonly where: CqlExpression;
  readonly order: readonly CqlOrder[];
}
