// Makes random templates of the whole language from a seed, for the comparison with Handlebars.

/** A generator of numbers below a bound, the same for the same seed (mulberry32). */
function seededPick(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}

const FIELDS = [
  'a',
  'zero',
  'one',
  'yes',
  'no',
  'nil',
  'empty',
  'missing',
  'list',
  'none',
  'mixed',
  'rows',
  'people',
  'map',
  'person',
  'name',
  'tags',
  'key',
  'title',
];
const TAILS = ['', '', '', '.name', '.space.key', '.[0]', '.length', '.tags', '.[odd key]', '.constructor'];
const TEXTS = ['x', ' ', '\n', '  \n', 'word', ' - ', '\n\n', '\t', '<b>', '&amp;', '{ ', ' } ', '\r\n', '.'];
const LITERALS = ['"A"', "'k1'", '1', '0', 'true', 'false', 'null', 'undefined', '-2', '"x y"', '""'];

/** One random template, nested at most three blocks deep. */
export function generateTemplate(seed: number): string {
  const pick = seededPick(seed);
  const one = <T>(items: readonly T[]): T => items[pick(items.length)]!;
  const chance = (percent: number): boolean => pick(100) < percent;
  const tilde = (): string => (chance(12) ? '~' : '');
  let names: string[] = [];

  function path(): string {
    if (names.length > 0 && chance(35)) return one(names) + one(TAILS);
    return one([
      () => one(FIELDS) + one(TAILS),
      () => one(FIELDS) + one(TAILS),
      () => one(FIELDS),
      () => `../${one(FIELDS)}`,
      () => `../../${one(FIELDS)}`,
      () => `this.${one(FIELDS)}`,
      () => 'this',
      () => '.',
      () => '..',
      () => `@root.${one(FIELDS)}`,
      () => one(['@index', '@key', '@first', '@last', '@../index', '@../key']),
    ])();
  }

  function expression(depth: number): string {
    if (depth < 2 && chance(25)) return `(${call(depth + 1)})`;
    return chance(30) ? one(LITERALS) : path();
  }

  function call(depth: number): string {
    const e = (): string => expression(depth);
    return one([
      () => `upper ${e()}`,
      () => `trim ${e()}`,
      () => `join ${e()} "-"`,
      () => `join ${e()} key="name"`,
      () => `default ${e()} ${e()}`,
      () => `count ${e()}`,
      () => `lookup ${e()} ${e()}`,
      () => `${one(['eq', 'ne', 'lt', 'gte', 'contains', 'startsWith'])} ${e()} ${e()}`,
      () => `${one(['and', 'or'])} ${e()} ${e()}`,
      () => `not ${e()}`,
      () => `truncate ${e()} ${pick(6)}`,
    ])();
  }

  function value(): string {
    // A literal alone in a mustache is the name of a field, which the hand-written list covers.
    return `{{${tilde()}${chance(30) ? call(0) : path()}${tilde()}}}`;
  }

  function block(depth: number): string {
    const kind = one(['if', 'if', 'unless', 'each', 'each', 'with', 'section', 'inverse']);
    const outer = names;
    const inside = (named: readonly string[] = []): string => {
      names = [...outer, ...named];
      const text = body(depth + 1);
      names = outer;
      return text;
    };
    const otherwise = (): string => {
      if (kind !== 'inverse' && chance(15))
        return `{{${tilde()}else if ${expression(0)}${tilde()}}}${inside()}${chance(50) ? `{{else}}${inside()}` : ''}`;
      return chance(45) ? `{{${tilde()}${one(['else', '^'])}${tilde()}}}${inside()}` : '';
    };
    if (kind === 'section' || kind === 'inverse') {
      const name = `${one(FIELDS)}${chance(30) ? one(['.name', '.tags']) : ''}`;
      return `{{${tilde()}${kind === 'section' ? '#' : '^'}${name}${tilde()}}}${inside()}${otherwise()}{{/${name}${tilde()}}}`;
    }
    const named =
      (kind === 'each' || kind === 'with') && chance(40)
        ? kind === 'each'
          ? one([['item'], ['item', 'i'], ['list', 'index']])
          : ['it']
        : [];
    const zero = (kind === 'if' || kind === 'unless') && chance(15) ? ' includeZero=true' : '';
    const as = named.length > 0 ? ` as |${named.join(' ')}|` : '';
    return `{{${tilde()}#${kind} ${expression(0)}${zero}${as}${tilde()}}}${inside(named)}${otherwise()}{{${tilde()}/${kind}${tilde()}}}`;
  }

  function body(depth: number): string {
    const parts: string[] = [];
    for (let count = 1 + pick(4); count > 0; count--) {
      const roll = pick(100);
      if (roll < 40) parts.push(one(TEXTS));
      else if (roll < 75 || depth >= 3) parts.push(value());
      else if (roll < 95) parts.push(block(depth));
      else parts.push(one(['{{! note }}', '{{!-- {{a}} --}}', '{{{{raw}}}} {{a}} {{{{/raw}}}}', '\\{{a}} ']));
    }
    return parts.join('');
  }

  return body(0);
}
