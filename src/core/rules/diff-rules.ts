// What is different between two versions of a rule, in words that say what the change means.
// It must not decide whether a change is good.

import { readInWords } from '../conditions/read-in-words';
import { fieldNames } from '../events/field-names';
import { findEvent } from '../events/find-event';
import { canonicalJson } from './canonical-json';
import type { Identity, RetryPolicy, Rule, RuleAction } from './rule';

const ANY_EVENT = '*';

/**
 * Every difference from `before` to `after`, each a clause without a full stop; empty when they mean the same.
 * `nameOf` says what a field is called. @default its plain name
 */
export function diffRules(
  before: Rule,
  after: Rule,
  nameOf: (path: string) => string = fieldNames([...before.when, ...after.when]),
): readonly string[] {
  return [
    ...diffState(before, after),
    ...diffEvents(before.when, after.when),
    ...diffCondition(before.if, after.if, nameOf),
    ...diffScope(before.scope, after.scope),
    ...diffActions(before.then, after.then),
    ...diffFlags(before, after),
    ...diffTexts(before, after),
  ];
}

function diffState(before: Rule, after: Rule): readonly string[] {
  if (before.state === after.state)
    return [
      ...(before.offReason === after.offReason ? [] : ['gives another reason for being off']),
      ...diffOffUntil(before, after),
    ];
  const meaning = {
    live: 'will act',
    shadow:
      before.state === 'live'
        ? 'will no longer act, only record what it would do'
        : 'will record what it would do, without acting',
    off: 'will no longer act: it is off',
  }[after.state];
  return [`${meaning} (was ${before.state}, now ${after.state})`, ...diffOffUntil(before, after)];
}

function diffOffUntil(before: Rule, after: Rule): readonly string[] {
  if (before.offUntil === after.offUntil) return [];
  return [
    after.offUntil === undefined
      ? 'will no longer go live by itself'
      : `will go live by itself on ${after.offUntil}, if it is off`,
  ];
}

function diffEvents(before: readonly string[], after: readonly string[]): readonly string[] {
  const [wasAny, isAny] = [before.includes(ANY_EVENT), after.includes(ANY_EVENT)];
  if (wasAny && isAny) return [];
  if (isAny) return ['will fire on any event'];
  if (wasAny) return [`will no longer fire on any event, only on ${listEvents(after)}`];
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  return [
    ...(added.length > 0 ? [`will also fire on ${listEvents(added)}`] : []),
    ...(removed.length > 0 ? [`will no longer fire on ${listEvents(removed)}`] : []),
  ];
}

/** `blog posts (Blog post created, Blog post updated) and comments (Comment created)` */
function listEvents(ids: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const event = findEvent(id);
    const group = event?.group.toLowerCase() ?? 'events that the catalogue does not know';
    groups.set(group, [...(groups.get(group) ?? []), event?.name ?? id]);
  }
  return joinWords([...groups].map(([group, names]) => `${group} (${names.join(', ')})`));
}

function diffCondition(before: unknown, after: unknown, nameOf: (path: string) => string): readonly string[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const [was, is] = [before, after].map((condition) => readInWords(condition, nameOf));
  if (before === undefined) return [`will act only if ${is}`];
  if (after === undefined) return [`will act on every such event (was only if ${was})`];
  return [`will act only if ${is} (was if ${was})`];
}

function diffScope(before: Rule['scope'], after: Rule['scope']): readonly string[] {
  return [
    ...diffSpaces(before?.spaces ?? [], after?.spaces ?? []),
    ...diffExcluded(before?.excludeSpaces ?? [], after?.excludeSpaces ?? []),
    ...diffFlag(
      before?.personalSpaces,
      after?.personalSpaces,
      'will also act in personal spaces',
      'will no longer act in personal spaces',
    ),
  ];
}

/** No spaces named means every space, so the first space named narrows the rule. */
function diffSpaces(before: readonly string[], after: readonly string[]): readonly string[] {
  const [added, removed] = changesOf(before, after);
  if (added.length + removed.length === 0) return [];
  if (after.length === 0) return [`will act in every space (was ${spaces(before)} only)`];
  if (before.length === 0) return [`will act in ${spaces(after)} only (was every space)`];
  return [
    ...(added.length > 0 ? [`will also act in ${spaces(added)}`] : []),
    ...(removed.length > 0 ? [`will no longer act in ${spaces(removed)}`] : []),
  ];
}

function diffExcluded(before: readonly string[], after: readonly string[]): readonly string[] {
  const [added, removed] = changesOf(before, after);
  return [
    ...(added.length > 0 ? [`will leave out ${spaces(added)}`] : []),
    ...(removed.length > 0 ? [`will no longer leave out ${spaces(removed)}`] : []),
  ];
}

function diffActions(before: readonly RuleAction[], after: readonly RuleAction[]): readonly string[] {
  const earlier = new Map(before.map((action) => [action.id, action]));
  const later = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((action) => {
    const old = earlier.get(action.id);
    return old === undefined ? [`will also do ${nameOf(action)}`] : diffAction(old, action);
  });
  const removed = before
    .filter(({ id }) => !later.has(id))
    .map((action) => `will no longer do ${nameOf(action)}`);
  const kept = after.filter(({ id }) => earlier.has(id)).map(({ id }) => id);
  const keptBefore = before.filter(({ id }) => later.has(id)).map(({ id }) => id);
  const moved =
    kept.join() === keptBefore.join() ? [] : [`will do its actions in another order: ${kept.join(', ')}`];
  return [...changed, ...removed, ...moved];
}

function diffAction(before: RuleAction, after: RuleAction): readonly string[] {
  const name = `"${after.id}"`;
  const texts: string[] = [];
  if (before.action !== after.action) texts.push(`${name} will do ${after.action} (was ${before.action})`);
  if (canonicalJson(before.as) !== canonicalJson(after.as)) {
    texts.push(`${name} will act as ${identityText(after.as)} (was ${identityText(before.as)})`);
  }
  if (before.fallback !== after.fallback) {
    texts.push(
      `${name} will ${after.fallback === undefined ? 'no longer ' : ''}act as the app when its user cannot be used`,
    );
  }
  for (const key of new Set([...Object.keys(before.with), ...Object.keys(after.with)])) {
    const [old, now] = [canonicalJson(before.with[key]), canonicalJson(after.with[key])];
    if (old !== now) texts.push(`${name} has ${key} ${now} (was ${old})`);
  }
  if (before.onError !== after.onError) {
    texts.push(
      `${name} will ${after.onError === 'stop' ? 'stop the run' : 'let the run go on'} when it fails`,
    );
  }
  if (canonicalJson(before.retry) !== canonicalJson(after.retry)) {
    texts.push(`${name} is ${retryText(after.retry)} (was ${retryText(before.retry)})`);
  }
  if ((before.disabled ?? false) !== (after.disabled ?? false)) {
    texts.push(`${name} is ${after.disabled === true ? 'left out' : 'no longer left out'}`);
  }
  return texts;
}

function diffFlags(before: Rule, after: Rule): readonly string[] {
  return [
    ...(before.priority === after.priority
      ? []
      : [`has priority ${after.priority} (was ${before.priority}); lower runs first`]),
    ...diffFlag(
      before.chain,
      after.chain,
      'will also fire on events that rules caused',
      'will no longer fire on events that rules caused',
    ),
    ...diffFlag(
      before.onlyIfStill,
      after.onlyIfStill,
      'will check its condition again before it acts',
      'will no longer check its condition again before it acts',
    ),
    ...diffFlag(
      before.serial,
      after.serial,
      'will act on one content for one event after another',
      'will act on one content for several events at a time',
    ),
    ...diffLimits(before.limits, after.limits),
  ];
}

function diffLimits(before: Rule['limits'], after: Rule['limits']): readonly string[] {
  if (before?.runsPerHour === after?.runsPerHour) return [];
  return [
    after?.runsPerHour === undefined
      ? 'will run as often as its events come'
      : `will run at most ${after.runsPerHour} times an hour`,
  ];
}

function diffTexts(before: Rule, after: Rule): readonly string[] {
  const [added, removed] = changesOf(before.labels ?? [], after.labels ?? []);
  return [
    ...(before.name === after.name ? [] : [`is called "${after.name}" (was "${before.name}")`]),
    ...((before.description ?? '') === (after.description ?? '') ? [] : ['has another description']),
    ...(before.owner === after.owner
      ? []
      : [after.owner === undefined ? 'has no owner any more' : `has the owner ${after.owner}`]),
    ...(added.length > 0 ? [`has the rule labels ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`has no longer the rule labels ${removed.join(', ')}`] : []),
  ];
}

function diffFlag(
  before: boolean | undefined,
  after: boolean | undefined,
  on: string,
  off: string,
): readonly string[] {
  if ((before ?? false) === (after ?? false)) return [];
  return [after === true ? on : off];
}

function changesOf(
  before: readonly string[],
  after: readonly string[],
): readonly [added: string[], removed: string[]] {
  return [after.filter((each) => !before.includes(each)), before.filter((each) => !after.includes(each))];
}

function identityText(identity: Identity): string {
  if (identity === 'app') return 'the app';
  return identity === 'initiator' ? 'the user who caused the event' : `the user ${identity.accountId}`;
}

function retryText(retry: RetryPolicy | undefined): string {
  if (retry === undefined) return 'tried by the usual policy';
  const { attempts, firstDelaySeconds, factor, maxDelaySeconds } = retry;
  return `tried at most ${attempts} times, after ${firstDelaySeconds} s and then ${factor} times as long each time, at most ${maxDelaySeconds} s apart`;
}

function nameOf(action: RuleAction): string {
  return `"${action.id}" (${action.action})`;
}

function spaces(keys: readonly string[]): string {
  return `${keys.length === 1 ? 'the space' : 'the spaces'} ${joinWords(keys)}`;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
