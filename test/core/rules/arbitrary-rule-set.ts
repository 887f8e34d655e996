// Random rule sets that the parser accepts, for property tests. Seeds are the tests' own.

import fc from 'fast-check';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const words = fc
  .string({ minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() === text && text !== '');
const field = fc.constantFrom('content.title', 'space.key', 'actor.accountId', 'content.version.number');

const condition = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(field, words).map(([path, text]) => ({ '==': [{ var: path }, text] })),
    fc.tuple(field, words).map(([path, text]) => ({ startsWith: [{ var: path }, text] })),
    fc.tuple(field, fc.array(words, { maxLength: 4 })).map(([path, list]) => ({ in: [{ var: path }, list] })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ and: all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ or: any })),
    tie('any').map((inner) => ({ '!': [inner] })),
  ),
})).any;

/** Leaves out what is undefined, as JSON does. */
function some<T extends object>(record: T): T {
  return JSON.parse(JSON.stringify(record)) as T;
}

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const retry = fc.record({
  attempts: optional(fc.integer({ min: 1, max: 30 })),
  firstDelaySeconds: optional(fc.integer({ min: 1, max: 3600 })),
  factor: optional(fc.integer({ min: 1, max: 10 })),
  maxDelaySeconds: optional(fc.integer({ min: 1, max: 86_400 })),
});

const action = fc
  .record({
    id,
    kind: fc.oneof(
      fc
        .array(words, { minLength: 1, maxLength: 4 })
        .map((labels) => ({ action: 'label.add', with: { labels } })),
      words.map((body) => ({ action: 'comment.add', with: { body } })),
    ),
    as: optional(
      fc.oneof(
        fc.constantFrom('app', 'initiator'),
        words.map((accountId) => ({ accountId })),
      ),
    ),
    fallback: optional(fc.constant('app')),
    onError: optional(fc.constantFrom('stop', 'continue')),
    retry: optional(retry),
    disabled: optional(fc.boolean()),
  })
  .map(({ kind, ...rest }) => ({ ...rest, ...kind }));

const rule = fc.record({
  id,
  name: words,
  description: optional(words),
  state: optional(fc.constantFrom('live', 'shadow', 'off')),
  offReason: optional(words),
  offUntil: optional(fc.constantFrom('2026-02-01', '2026-02-01T08:00:00Z')),
  owner: optional(words),
  labels: optional(fc.array(words, { maxLength: 3 })),
  priority: optional(fc.integer({ min: 0, max: 1_000_000 })),
  scope: optional(
    fc.record({
      spaces: optional(fc.array(words)),
      excludeSpaces: optional(fc.array(words)),
      personalSpaces: optional(fc.boolean()),
    }),
  ),
  when: fc.array(fc.constantFrom('avi:confluence:created:page', 'avi:confluence:updated:page', '*'), {
    minLength: 1,
    maxLength: 3,
  }),
  if: optional(condition),
  then: fc.uniqueArray(action, { minLength: 1, maxLength: 3, selector: (each) => each.id }),
  chain: optional(fc.boolean()),
  onlyIfStill: optional(fc.boolean()),
  serial: optional(fc.boolean()),
  limits: optional(fc.record({ runsPerHour: optional(fc.integer({ min: 1, max: 1000 })) })),
});

/** A document that `parseRuleSet` accepts. */
export const ruleSetDocument: fc.Arbitrary<object> = fc
  .record({
    name: optional(words),
    description: optional(words),
    rules: fc.uniqueArray(rule, { maxLength: 4, selector: (each) => each.id }),
    payload: optional(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 2 }).filter(hasNoOwnNames), {
        maxKeys: 4,
      }),
    ),
  })
  .map(({ payload, ...rest }) => {
    const tests = payload === undefined ? undefined : [{ name: 'a test', event: { payload }, expect: [] }];
    return some({ version: 1, tests, ...rest, format: 'rulewright' });
  });

/** Names that belong to JavaScript's own objects are refused, and JSON may hold them by chance. */
function hasNoOwnNames(value: unknown): boolean {
  return !/"(prototype|constructor|__proto__)"/.test(JSON.stringify(value));
}
