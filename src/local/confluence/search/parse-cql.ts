// Parses CQL: clauses with and, or, not and parentheses, then `order by`. It must not know which fields exist.

import { badRequest } from '../http/refusal';
import type { Refusal } from '../http/refusal';
import type { CqlExpression, CqlOperator, CqlOrder, CqlQuery, CqlValue } from './cql';

interface Token {
  readonly kind: 'word' | 'quoted' | 'sign';
  readonly text: string;
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|!~|>=|<=|[=~><(),])|([^\s"'=~!<>(),]+))/y;
const OPERATORS: readonly string[] = ['=', '!=', '~', '!~', '>', '>=', '<', '<='];
/** Deepest nesting of parentheses, so that a hostile query cannot exhaust the stack. */
const MAX_DEPTH = 50;

/** The query of `text`; a Refusal with status 400 when it is none. */
export function parseCql(text: string): CqlQuery {
  const parser = createParser(tokenise(text), text);
  return parser.query();
}

function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const [, quoted, sign, word] = TOKEN.exec(text) ?? [];
    if (quoted !== undefined) {
      tokens.push({ kind: 'quoted', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', text: sign });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word });
    } else {
      throw unparsable(text);
    }
  }
  return tokens;
}

function unparsable(text: string): Refusal {
  return badRequest(`Could not parse cql : ${text}`);
}

function createParser(tokens: readonly Token[], text: string) {
  let index = 0;

  const peek = (): Token | undefined => tokens[index];
  const next = (): Token => {
    const token = tokens[index];
    if (token === undefined) throw unparsable(text);
    index += 1;
    return token;
  };
  const isWord = (token: Token | undefined, word: string): boolean =>
    token?.kind === 'word' && token.text.toLowerCase() === word;
  const takeWord = (word: string): boolean => {
    if (!isWord(peek(), word)) return false;
    index += 1;
    return true;
  };
  const takeSign = (sign: string): boolean => {
    const token = peek();
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    index += 1;
    return true;
  };
  const expectSign = (sign: string): void => {
    if (!takeSign(sign)) throw unparsable(text);
  };

  function query(): CqlQuery {
    const where = either(0);
    const order = takeWord('order') ? orders() : [];
    if (peek() !== undefined) throw unparsable(text);
    return { where, order };
  }

  function orders(): readonly CqlOrder[] {
    if (!takeWord('by')) throw unparsable(text);
    const list: CqlOrder[] = [];
    do {
      const field = next().text;
      const descending = takeWord('desc');
      if (!descending) takeWord('asc');
      list.push({ field: field.toLowerCase(), descending });
    } while (takeSign(','));
    return list;
  }

  function either(depth: number): CqlExpression {
    return joined('or', () => joined('and', () => term(depth)));
  }

  function joined(kind: 'and' | 'or', part: () => CqlExpression): CqlExpression {
    const first = part();
    const parts = [first];
    while (takeWord(kind)) parts.push(part());
    return parts.length === 1 ? first : { kind, parts };
  }

  function term(depth: number): CqlExpression {
    if (depth > MAX_DEPTH) throw unparsable(text);
    if (takeWord('not')) return { kind: 'not', part: term(depth + 1) };
    if (!takeSign('(')) return clause();
    const inner = either(depth + 1);
    expectSign(')');
    return inner;
  }

  function clause(): CqlExpression {
    const name = next();
    if (name.kind === 'sign') throw unparsable(text);
    const operator = readOperator();
    const isList = operator === 'in' || operator === 'not in';
    const values = isList ? valueList() : [value()];
    return { kind: 'clause', field: name.text.toLowerCase(), operator, values };
  }

  function readOperator(): CqlOperator {
    if (takeWord('in')) return 'in';
    if (takeWord('not')) {
      if (!takeWord('in')) throw unparsable(text);
      return 'not in';
    }
    const token = next();
    if (token.kind !== 'sign' || !OPERATORS.includes(token.text)) throw unparsable(text);
    return token.text as CqlOperator;
  }

  function valueList(): readonly CqlValue[] {
    expectSign('(');
    const values = [value()];
    while (takeSign(',')) values.push(value());
    expectSign(')');
    return values;
  }

  function value(): CqlValue {
    const token = next();
    if (token.kind === 'sign') throw unparsable(text);
    if (token.kind === 'quoted' || !takeSign('(')) return { kind: 'text', text: token.text };
    const list: string[] = [];
    while (!takeSign(')')) {
      list.push(next().text);
      takeSign(',');
    }
    return { kind: 'call', name: token.text.toLowerCase(), arguments: list };
  }

  return { query };
}
