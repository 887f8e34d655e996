// What of a pack can be adapted before it is added: the labels and texts that its actions write, and the spaces it is
// for. It must not touch conditions; those are changed in the editor.

import { actionForm } from '../actions/forms';
import type { FieldInput } from '../actions/forms';
import type { JsonValue } from '../json';
import type { Rule, RuleAction, RuleSet } from '../rules/rule';

/** One thing to adapt. */
export interface Adjustable {
  /** `rule/action/parameter` */
  readonly key: string;
  readonly rule: string;
  /** `Labels` */
  readonly label: string;
  readonly input: 'list' | 'text' | 'long-text';
  readonly value: string | readonly string[];
}

/** What somebody made of a pack; what is absent stays. */
export interface Adaptation {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** Space keys; none means every space, or those that the pack names. */
  readonly spaces: readonly string[];
}

/** Everything of the pack that can be adapted, in the order of its rules. */
export function adjustablesOf({ rules }: RuleSet): readonly Adjustable[] {
  return rules.flatMap((rule) =>
    rule.then.flatMap((action) =>
      (actionForm(action.action)?.fields ?? []).flatMap((field): Adjustable[] => {
        const value = (action.with as Readonly<Record<string, JsonValue>>)[field.name];
        const input = inputOf(field.input, value);
        if (input === undefined || value === undefined) return [];
        const key = `${rule.id}/${action.id}/${field.name}`;
        return [{ key, rule: rule.id, label: field.label, input, value: value as string | string[] }];
      }),
    ),
  );
}

/** The pack with other values; those of another shape than the pack's own are left out. */
export function adaptPack(ruleSet: RuleSet, { values, spaces }: Adaptation): RuleSet {
  const adaptAction = (rule: Rule, action: RuleAction): RuleAction => {
    const changed = Object.entries(action.with as Readonly<Record<string, JsonValue>>).map(
      ([name, value]) => {
        const key = `${rule.id}/${action.id}/${name}`;
        const given = Object.hasOwn(values, key) ? values[key] : undefined;
        return [name, given !== undefined && typeof given === typeof value ? given : value];
      },
    );
    return { ...action, with: Object.fromEntries(changed) as RuleAction['with'] };
  };
  const rules = ruleSet.rules.map((rule): Rule => {
    const adapted = { ...rule, then: rule.then.map((action) => adaptAction(rule, action)) };
    return spaces.length === 0 ? adapted : { ...adapted, scope: { ...rule.scope, spaces: [...spaces] } };
  });
  return { ...ruleSet, rules };
}

function inputOf(input: FieldInput, value: JsonValue | undefined): Adjustable['input'] | undefined {
  if (input.type === 'list') return Array.isArray(value) ? 'list' : undefined;
  if (input.type !== 'text' && input.type !== 'long-text') return undefined;
  // What takes no placeholders is a name or a colour, and others may rely on it.
  return typeof value === 'string' && input.template === true ? input.type : undefined;
}
