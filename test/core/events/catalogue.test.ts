import { describe, expect, test } from 'vitest';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import { parseCondition } from '../../../src/core/conditions/parse-condition';
import { EVENT_IDS, EVENTS } from '../../../src/core/events/catalogue';
import { EVENT_GROUPS } from '../../../src/core/events/catalogue/catalogue-event';
import { fieldsOfEvents } from '../../../src/core/events/event-fields';
import { canonicalEventId, findEvent, samplePayloadOf } from '../../../src/core/events/find-event';
import { parseEvent } from '../../../src/core/events/parse-event';
import { problemsOfFacts, unknownLeaves } from './check-facts';

test('knows 83 event ids, of which 4 are older spellings', () => {
  expect(new Set(EVENT_IDS).size).toBe(83);
  expect(EVENT_IDS).toHaveLength(83);
  expect(EVENTS).toHaveLength(79);
  expect(EVENTS.flatMap((event) => event.spellings)).toEqual([
    'avi:confluence:updated:whiteboard',
    'avi:confluence:updated:database',
    'avi:confluence:updated:embed',
    'avi:confluence:updated:folder',
  ]);
});

test('every id has the form of a Confluence event', () => {
  for (const id of EVENT_IDS) expect(id).toMatch(/^avi:confluence:[a-z_]+:[a-z_]+(:V2)?$/);
});

test('an event is found by every spelling', () => {
  expect(findEvent('avi:confluence:updated:whiteboard')?.id).toBe('avi:confluence:moved:whiteboard');
  expect(canonicalEventId('avi:confluence:updated:folder')).toBe('avi:confluence:moved:folder');
  expect(canonicalEventId('avi:confluence:moved:folder')).toBe('avi:confluence:moved:folder');
  expect(canonicalEventId('avi:jira:created:issue')).toBe('avi:jira:created:issue');
  expect(findEvent('toString')).toBeUndefined();
});

test('a sample has the spelling that was asked for', () => {
  for (const id of EVENT_IDS) expect(samplePayloadOf(id)?.['eventType']).toBe(id);
  expect(samplePayloadOf('avi:confluence:created:nothing')).toBeUndefined();
});

test('names and sentences are there, distinct and well formed', () => {
  expect(new Set(EVENTS.map((event) => event.name)).size).toBe(EVENTS.length);
  for (const event of EVENTS) {
    expect(event.when, event.id).toMatch(/^[A-Z].*\.$/);
    expect(EVENT_GROUPS, event.id).toContain(event.group);
    expect(event.scopes.length, event.id).toBeGreaterThan(0);
  }
});

test('what fires beside an event is in the catalogue and is another event', () => {
  for (const event of EVENTS) {
    for (const beside of event.beside) {
      expect(findEvent(beside.event)?.id, event.id).toBe(beside.event);
      expect(beside.event).not.toBe(event.id);
    }
  }
});

test('views and searches are noisy, and nothing else', () => {
  expect(EVENTS.filter((event) => event.noisy).map((event) => event.id)).toEqual([
    'avi:confluence:viewed:page',
    'avi:confluence:viewed:blogpost',
    'avi:confluence:viewed:attachment',
    'avi:confluence:performed:search',
  ]);
});

describe.each(EVENTS.map((event) => [event.id, event] as const))('%s', (id, event) => {
  const parsed = parseEvent(event.sample);

  test('has a sample that fits its own field list', () => {
    expect(problemsOfFacts(parsed.facts, event.fields)).toEqual([]);
    expect(unknownLeaves(parsed.facts, fieldsOfEvents([id]))).toEqual([]);
  });

  test('has no field twice', () => {
    const paths = event.fields.map((field) => field.path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  test('has a sample with the newer fields, of which the subject and its space are known', () => {
    expect(parsed.known).toBe(true);
    expect(parsed.type).toBe(id);
    expect(parsed.createdAt).toBe('2021-01-20T06:29:21.907Z');
    expect(parsed.selfGenerated).toBe(false);
    expect(parsed.subject.kind).toBe(event.subject === 'label' ? 'page' : event.subject);
    if (event.subject !== 'search') expect(parsed.subject.id).not.toBe('');
    const isInSpace = !['user', 'group', 'search'].includes(event.subject);
    expect(parsed.subject.spaceKey).toBe(isInSpace ? 'SP' : undefined);
  });

  test('has an example condition that reads only fields of the event', () => {
    const paths = [...JSON.stringify(event.example.condition).matchAll(/"var":"([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(fieldsOfEvents([id]).has(path ?? '')).toBeDefined();
    const { condition } = event.example;
    expect(parseCondition(condition).ok).toBe(true);
    expect(typeof compileCondition(condition).holds(parsed.facts, { nowMs: 0 })).toBe('boolean');
  });
});
