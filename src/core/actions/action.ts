// What an action kind is: its parameters, how it is planned from the facts, and how the planned effect is performed.
// Planning is pure and happens once; what it yields is stored, so that every attempt does the same thing.

import * as v from 'valibot';
import type { Failure } from '../failure';
import type { Facts, ParsedEvent } from '../events/event';
import type { JsonObject, JsonValue } from '../json';
import type { Webhooks } from '../outgoing-ports';
import type { Actor, Clock, Confluence } from '../ports';
import type { RuleAction } from '../rules/rule';
import type { ActionForm } from './form';

/** What makes a repeated effect harmless. See docs/reliability.md. */
export type OnceKind = 'idempotent' | 'guarded' | 'keyed';

/** What a plan may read. */
export interface PlanContext {
  readonly facts: Facts;
  readonly subject: ParsedEvent['subject'];
  readonly nowMs: number;
  /** Identity of this step for this event; guarded actions put it into what they write. */
  readonly effectKey: string;
}

/** A list to go through, with the actions that are done for each of its items. */
export interface Expansion {
  /** The items themselves, or the search that finds them. */
  readonly items: readonly JsonValue[] | { readonly cql: string };
  /** The list in words: `content.labels`. */
  readonly source: string;
  readonly max: number;
  readonly parallel: boolean;
  /** True when the actions work on the item, false when they work on what the event is about. */
  readonly onItem: boolean;
  readonly then: readonly RuleAction[];
}

export type Plan<E> =
  | {
      readonly kind: 'effect';
      readonly effect: E;
      /** Variables that actions planned after it read as `variables.…`. */
      readonly sets?: JsonObject;
      /** True when nothing after it in its sequence is done. */
      readonly stops?: boolean;
    }
  /** The actions inside are planned for each item; the action itself then has nothing to do. */
  | { readonly kind: 'each'; readonly each: Expansion }
  /** The subject cannot take this action; nothing is wrong with the rule. */
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'fail'; readonly failure: Failure };

export interface PerformContext {
  readonly confluence: Confluence;
  readonly webhooks: Webhooks;
  readonly clock: Clock;
  readonly as: Actor;
  /** An earlier attempt may have had its effect although its answer was lost. */
  readonly uncertain: boolean;
  /**
   * To be called right before what must not be done twice is written, and before each further request of a list: throws
   * when the attempt has taken too long, or the invocation is about to end.
   */
  readonly begin: () => void;
  /** How the attempt before ended, where that is known. */
  readonly lastFailure?: Failure;
}

/** What is known of a kind without planning anything. */
export interface Traits {
  readonly once: OnceKind;
  /** The types of content that it can be done to, or `space`, `comment`, `task`; what an event is about decides. */
  readonly appliesTo: readonly string[];
  /** What it reads in Confluence: `page`, `group`. */
  readonly reads: readonly string[];
  /** What it changes in Confluence, for loop checks: `label`, `comment`. */
  readonly writes: readonly string[];
  /**
   * The events that it causes and that a rule can listen to, without their prefix: `added:label`. What makes content says
   * so by `created:page`. @default none
   */
  readonly causes?: readonly string[];
  /** Scopes the app needs for it. */
  readonly scopes: readonly string[];
  /** Points of the hourly quota that it usually costs: 1 for a write, 2 for a read of one object. [rate limits] */
  readonly points: number;
  /** Takes something away from people; done only where an admin has allowed it in the settings. @default false */
  readonly destructive?: boolean;
  /** It asks nothing of Confluence, so it is done in nobody's name. @default false */
  readonly impersonal?: boolean;
  /** Planning settles it: there is nothing to perform. @default false */
  readonly settledByPlan?: boolean;
}

interface Definition<K extends string, P, E> extends Traits {
  readonly kind: K;
  /** What a person fills in, in the words of the page. */
  readonly form: Omit<ActionForm, 'kind'>;
  readonly parameters: v.GenericSchema<unknown, P>;
  readonly effect: v.GenericSchema<unknown, E>;
  /** Fields that it reads beside those in its templates. @default none */
  readonly fields?: (parameters: P) => readonly string[];
  /** The actions among its parameters. @default none */
  readonly nested?: (parameters: P) => readonly RuleAction[];
  readonly plan: (parameters: P, context: PlanContext) => Plan<E>;
  /** Answers what was done, in words. Throws a `FailureError`. */
  readonly perform: (effect: E, context: PerformContext) => Promise<string>;
  /** What `perform` would do: "add the label x to page y". */
  readonly preview: (effect: E) => string;
  /** How long the run waits before it performs this, in seconds. @default not at all */
  readonly delaySeconds?: (effect: E) => number;
}

/** An action kind with its parameter and effect types closed over: both arrive as unknown and are parsed. */
export interface Action extends Traits {
  readonly kind: string;
  readonly form: ActionForm;
  readonly causes: readonly string[];
  readonly parameters: v.GenericSchema;
  /** None for parameters that the schema refuses. */
  readonly fields: (parameters: unknown) => readonly string[];
  /** None for parameters that the schema refuses. */
  readonly nested: (parameters: unknown) => readonly RuleAction[];
  readonly plan: (parameters: unknown, context: PlanContext) => Plan<JsonObject>;
  readonly perform: (effect: unknown, context: PerformContext) => Promise<string>;
  readonly preview: (effect: unknown) => string;
  readonly delaySeconds: (effect: unknown) => number;
}

/** Makes an `Action` of a typed definition. */
export function defineAction<K extends string, P, E extends JsonObject>(
  definition: Definition<K, P, E>,
): Action & { readonly kind: K } {
  return {
    kind: definition.kind,
    form: { ...definition.form, kind: definition.kind },
    once: definition.once,
    appliesTo: definition.appliesTo,
    reads: definition.reads,
    writes: definition.writes,
    causes: definition.causes ?? [],
    scopes: definition.scopes,
    points: definition.points,
    destructive: definition.destructive ?? false,
    impersonal: definition.impersonal ?? false,
    settledByPlan: definition.settledByPlan ?? false,
    parameters: definition.parameters,
    fields: (parameters) => ofParsed(definition.parameters, parameters, definition.fields),
    nested: (parameters) => ofParsed(definition.parameters, parameters, definition.nested),
    plan(parameters, context) {
      const parsed = v.safeParse(definition.parameters, parameters);
      if (parsed.success) return definition.plan(parsed.output, context);
      const message = `Failed to plan ${definition.kind}: ${parsed.issues.map((issue) => issue.message).join('; ')}. Edit the rule.`;
      return { kind: 'fail', failure: { kind: 'bad-request', message, retryable: false } };
    },
    perform: (effect, context) => definition.perform(v.parse(definition.effect, effect), context),
    preview: (effect) => definition.preview(v.parse(definition.effect, effect)),
    delaySeconds: (effect) => definition.delaySeconds?.(v.parse(definition.effect, effect)) ?? 0,
  };
}

function ofParsed<P, T>(
  schema: v.GenericSchema<unknown, P>,
  parameters: unknown,
  read: ((parameters: P) => readonly T[]) | undefined,
): readonly T[] {
  if (read === undefined) return [];
  const parsed = v.safeParse(schema, parameters);
  return parsed.success ? read(parsed.output) : [];
}
