// The events to try a rule on, as a Select offers them: samples, recorded ones, and one's own payload. Pure.

import { words } from '../../wording';
import { ANY_EVENT, eventName } from '../../shared/event-options';
import { whenText } from '../../shared/when-text';
import { recordedEvents } from './state';
import type { Choice } from '../../shared/input';
import type { EventOption } from '../../shared/event-options';
import type { TrySource, TryState } from './state';

const SAMPLE = 'sample:';
const RECORDED = 'recorded:';
const PASTED = 'pasted';

/** The choices, and which of them a source is. */
export function sourceChoices(state: TryState, when: readonly string[], events: readonly EventOption[]) {
  const types = when.includes(ANY_EVENT) ? events.map(({ id }) => id) : when;
  const samples = types.map((id) => ({
    label: words.tryIt.sample(eventName(id, events)),
    value: SAMPLE + id,
  }));
  const recorded = recordedEvents(state).map(({ eventKey, eventType, seenAt, title }) => ({
    label: words.common.parts(
      [title ?? '', eventName(eventType, events), whenText(seenAt)].filter((part) => part !== ''),
    ),
    value: RECORDED + eventKey,
  }));
  const options: { label: string; options: Choice[] }[] = [
    { label: words.tryIt.samples, options: samples },
    ...(recorded.length === 0 ? [] : [{ label: words.tryIt.recorded, options: recorded }]),
    { label: words.tryIt.own, options: [{ label: words.tryIt.pasted, value: PASTED }] },
  ];
  const all = options.flatMap((group) => group.options);
  return { options, find: (source: TrySource) => all.find(({ value }) => value === valueOf(source)) ?? null };
}

/** The source that a choice stands for. */
export function sourceOf(value: string | undefined): TrySource | undefined {
  if (value === PASTED) return { kind: 'pasted' };
  if (value?.startsWith(SAMPLE) === true) return { kind: 'sample', eventType: value.slice(SAMPLE.length) };
  if (value?.startsWith(RECORDED) === true)
    return { kind: 'recorded', eventKey: value.slice(RECORDED.length) };
  return undefined;
}

function valueOf(source: TrySource): string {
  switch (source.kind) {
    case 'sample':
      return SAMPLE + source.eventType;
    case 'recorded':
      return RECORDED + source.eventKey;
    case 'pasted':
      return PASTED;
  }
}
