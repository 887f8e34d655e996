// The workload's rules as JavaScript that a programmer would write, `(f) => f.space?.key === 'ENG' && …`, as a module
// on disk that is imported. Real source code is what V8 runs best. It knows just the operators of the workload.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Conditions = ReadonlyMap<string, readonly (readonly [number, unknown])[]>;
type Predicates = ReadonlyMap<string, readonly (readonly [number, (facts: unknown) => unknown])[]>;

/** Writes and imports one predicate for every rule, listed by event type. */
export async function writePredicates(byType: Conditions): Promise<Predicates> {
  const folder = mkdtempSync(join(tmpdir(), 'rulewright-bench-'));
  try {
    const file = join(folder, 'predicates.mjs');
    writeFileSync(file, sourceOf(byType));
    const { byType: predicates } = (await import(pathToFileURL(file).href)) as { byType: Predicates };
    return predicates;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sourceOf(byType: Conditions): string {
  const constants: string[] = [];
  const functions = new Map<number, string>();
  for (const [position, condition] of [...byType.values()].flat()) {
    if (!functions.has(position))
      functions.set(position, `const r${position} = (f) => ${expression(condition, constants)};`);
  }
  const lists = [...byType].map(
    ([type, rules]) =>
      `  [${JSON.stringify(type)}, [${rules.map(([position]) => `[${position}, r${position}]`).join(', ')}]],`,
  );
  const lines = [...constants, ...functions.values()];
  return `${lines.join('\n')}\nexport const byType = new Map([\n${lists.join('\n')}\n]);\n`;
}

function expression(logic: unknown, constants: string[], root = 'f'): string {
  if (typeof logic !== 'object' || logic === null) return JSON.stringify(logic);
  const [[operator, given] = ['', undefined]] = Object.entries(logic);
  const args = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  const [a, b] = args;
  const write = (each: unknown): string => expression(each, constants, root);
  switch (operator) {
    case 'var':
      return `${root}.${String(Array.isArray(a) ? a[0] : a).replaceAll('.', '?.')}`;
    case 'and':
    case 'or':
      return `(${args.map(write).join(operator === 'and' ? ' && ' : ' || ')})`;
    case '!':
      return `!(${write(a)})`;
    case '==':
      return asPrefix(a, b, write) ?? `${write(a)} === ${write(b)}`;
    case '!=':
      return `${write(a)} !== ${write(b)}`;
    case '>':
      return `${write(a)} > ${write(b)}`;
    case 'some':
      return `(${write(a)}?.some((each) => ${expression(b, constants, 'each')}) ?? false)`;
    case 'in':
      if (!Array.isArray(b)) return `(${write(b)}?.includes(${write(a)}) ?? false)`;
      constants.push(`const k${constants.length} = ${JSON.stringify(b)};`);
      return `k${constants.length - 1}.includes(${write(a)})`;
    default:
      throw new Error(
        `Failed to write a predicate: no words for "${operator}". Add them to hand-written.ts.`,
      );
  }
}

/** JSON Logic has no `startsWith`; a programmer does. */
function asPrefix(a: unknown, b: unknown, write: (logic: unknown) => string): string | undefined {
  const substr = (a as { readonly substr?: readonly [unknown, number, number?] }).substr;
  if (substr === undefined) return undefined;
  const method = substr[1] < 0 ? 'endsWith' : 'startsWith';
  return `(${write(substr[0])}?.${method}(${JSON.stringify(b)}) ?? false)`;
}
