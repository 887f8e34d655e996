// Makes the JSON Schema of rule sets for editors, from the schema that the parser uses, the actions, the events and the
// operators. It must not add a rule of its own: what it accepts and refuses, the parser does too, and more.

import { format, resolveConfig } from 'prettier';
import { toJsonSchema } from '@valibot/to-json-schema';
import { ACTION_KINDS, ACTIONS } from '../src/core/actions/index';
import { OPERATORS } from '../src/core/conditions/operators/operators';
import { EVENTS } from '../src/core/events/catalogue';
import { RuleSetSchema } from '../src/core/rules/rule';
import { VERDICTS } from '../src/core/runs/verdict';
import type { JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

type Properties = Record<string, JsonSchema>;

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** What an editor shows beside each key. */
const DESCRIPTIONS = {
  set: {
    $schema: 'Where editors find this schema.',
    format: 'Always "rulewright".',
    version: 'The version of the format.',
    name: 'What the set is called.',
    description: 'What the set is for.',
    rules: 'The rules. Each has an id of its own.',
    tests: 'Events, and what each rule must do with them. `npm run rules -- test` runs them.',
  },
  rule: {
    id: 'Names the rule for good: history, runs and imports find it by this.',
    name: 'What people call the rule.',
    description: 'What the rule is for.',
    state: '"live" acts, "shadow" only records what it would do, "off" does nothing.',
    offReason: 'Why it is off, for the next admin.',
    offUntil: 'For a rule that is off: the date on which it goes live again.',
    owner: 'Account id of the person who answers for the rule.',
    labels: 'For finding rules; they have nothing to do with labels of pages.',
    priority: 'Among the rules of one event, the lower runs first.',
    scope: 'The spaces in which the rule acts; without it, every space.',
    when: 'The events on which the rule fires. "*" stands for any.',
    if: 'A condition in JSON Logic over the fields of the event; without it, always.',
    then: 'What to do, in this order.',
    chain: 'Whether the rule also sees events that rules caused.',
    onlyIfStill: 'Whether the condition is checked again, on fresh data, before acting.',
    serial: 'Whether the runs on one content act one after another, in the order of their events.',
    limits: 'How much the rule may do. What comes beyond is recorded and not done.',
  },
  scope: {
    spaces: 'Keys of the spaces; none means every space.',
    excludeSpaces: 'Keys of spaces that are left out.',
    personalSpaces: 'Whether personal spaces are included.',
  },
  limits: {
    runsPerHour: 'Runs that begin within an hour at most.',
  },
  action: {
    id: 'Names the action within its rule.',
    action: 'The kind of action.',
    as: 'Who does it: the app, the user who caused the event, or a named user that an admin allows.',
    fallback: 'Do it as the app when the chosen user cannot be used.',
    with: 'The parameters of this kind of action.',
    onError: 'Whether the rest of the run goes on when this fails.',
    retry: 'How often, and how long apart, this is tried again.',
    disabled: 'Leaves the action out.',
  },
  retry: {
    attempts: 'Attempts in all, the first included.',
    firstDelaySeconds: 'The wait before the second attempt.',
    factor: 'How many times longer each wait is than the one before.',
    maxDelaySeconds: 'No wait is longer.',
  },
} as const;

/** The text of rules/ruleset.schema.json, formatted as the repository is. */
export async function renderRuleSchema(): Promise<string> {
  const options = await resolveConfig(import.meta.filename);
  return format(JSON.stringify(ruleSetJsonSchema()), { ...options, parser: 'json' });
}

/** The JSON Schema (draft 7) of a rule set. */
export function ruleSetJsonSchema(): JsonSchema {
  const set = asJsonSchema(RuleSetSchema);
  const rule = itemsOf(propertiesOf(set)['rules']);
  const action = itemsOf(propertiesOf(rule)['then']);
  const test = itemsOf(propertiesOf(set)['tests']);
  describeAll(set, DESCRIPTIONS.set);
  describeAll(rule, DESCRIPTIONS.rule);
  describeAll(propertiesOf(rule)['scope'], DESCRIPTIONS.scope);
  describeAll(propertiesOf(rule)['limits'], DESCRIPTIONS.limits);
  describeAll(action, DESCRIPTIONS.action);
  describeAll(propertiesOf(action)['retry'], DESCRIPTIONS.retry);
  itemsOf(propertiesOf(rule)['when']).anyOf = eventChoices();
  itemsOf(propertiesOf(rule)['when']).type = undefined;
  Object.assign(propertiesOf(rule)['if'] ?? {}, { $ref: '#/definitions/condition' });
  Object.assign(propertiesOf(action)['action'] ?? {}, { enum: ACTION_KINDS });
  action.allOf = ACTION_KINDS.map(parametersOf);
  Object.assign(propertiesOf(itemsOf(propertiesOf(test)['expect']))['verdict'] ?? {}, { enum: VERDICTS });
  return {
    $schema: DRAFT,
    title: 'Rulewright rule set',
    ...set,
    definitions: { condition: conditionSchema() },
  };
}

function eventChoices(): JsonSchema[] {
  const known = EVENTS.flatMap((event) =>
    [event.id, ...event.spellings].map((id): JsonSchema => ({
      const: id,
      description: `${event.name}. ${event.when}`,
    })),
  );
  return [{ const: '*', description: 'Any event.' }, ...known];
}

/** Requires the parameters of a kind where an action is of that kind. */
function parametersOf(kind: (typeof ACTION_KINDS)[number]): JsonSchema {
  const parameters = asJsonSchema(ACTIONS[kind].parameters);
  return {
    if: { properties: { action: { const: kind } }, required: ['action'] },
    then: { properties: { with: parameters } },
  };
}

/** Any JSON, with every operator offered as a key; whether it makes sense is for the linter. */
function conditionSchema(): JsonSchema {
  const inside: JsonSchema = { $ref: '#/definitions/condition' };
  const operators = OPERATORS.filter(({ refused }) => refused === undefined).map(
    ({ name, summary }) => [name, { ...inside, description: summary }] as const,
  );
  return {
    anyOf: [
      { type: ['string', 'number', 'boolean', 'null'] },
      { type: 'array', items: inside },
      { type: 'object', properties: Object.fromEntries(operators), additionalProperties: inside },
    ],
  };
}

function asJsonSchema(schema: GenericSchema): JsonSchema {
  // Trimming a name cannot be said in JSON Schema; the parser does it.
  const made = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  // It belongs at the top of the document alone.
  delete made.$schema;
  return made;
}

function describeAll(schema: JsonSchema | undefined, descriptions: Readonly<Record<string, string>>): void {
  const properties = propertiesOf(schema);
  const [missing] = Object.keys(properties).filter((key) => !Object.hasOwn(descriptions, key));
  if (missing !== undefined)
    throw new Error(`Failed to describe the rule schema: "${missing}" has no description. Add one.`);
  for (const [key, description] of Object.entries(descriptions))
    Object.assign(properties[key] ?? {}, { description });
}

function propertiesOf(schema: JsonSchema | undefined): Properties {
  return (schema?.properties ?? {}) as Properties;
}

function itemsOf(schema: JsonSchema | undefined): JsonSchema {
  const items = schema?.items;
  if (typeof items !== 'object' || Array.isArray(items)) {
    throw new Error(
      'Failed to make the rule schema: expected a list with one kind of item. Follow the change of the schema here.',
    );
  }
  return items;
}
