import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplePayloadOf } from '../../../src/core/events/find-event';
import { parseEvent } from '../../../src/core/events/parse-event';
import type { JsonObject } from '../../../src/core/json';
import { leavesOf, read, without } from './check-facts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/events');

/** The examples of Atlassian's reference of Confluence events. */
const EXAMPLES = [
  'page-created.json',
  'comment-created.json',
  'space-created.json',
  'attachment-created.json',
  'label-added-to-live-doc.json',
  'label-added-to-space.json',
  'label-added-to-template.json',
];

function fixture(name: string): JsonObject {
  return JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as JsonObject;
}

function sample(id: string): JsonObject {
  const payload = samplePayloadOf(`avi:confluence:${id}`);
  if (payload === undefined) throw new Error(`No sample for ${id}`);
  return payload;
}

describe.each(EXAMPLES)("Atlassian's example %s", (name) => {
  const payload = fixture(name);
  const { facts, known } = parseEvent(payload);

  test('loses nothing: every leaf is in the facts at its place, ids as texts', () => {
    expect(known).toBe(true);
    const leaves = leavesOf(payload);
    expect(leaves.length).toBeGreaterThan(5);
    for (const [path, value] of leaves) {
      const kept = read(facts, path);
      if (/(^|\.)id$|Id$/.test(path)) expect(kept, path).toBe(String(value));
      else if (path.endsWith('fileSize')) expect(kept, path).toBe(Number(value));
      else expect(kept, path).toBe(value);
    }
  });

  test('adds event, actor and space', () => {
    expect(read(facts, 'event.type')).toBe(payload['eventType']);
    expect(read(facts, 'actor.accountId')).toBe('4ad9aa0c52dc1b420a791d12');
    expect(read(facts, 'space.key')).toBe('SP');
    expect(read(facts, 'space.id')).toBe('827392002');
  });
});

test('a page event tells its subject, author and actor', () => {
  const parsed = parseEvent(fixture('page-created.json'));
  expect(parsed.subject).toEqual({
    kind: 'page',
    id: '838205441',
    title: 'A brand new page',
    contentId: '838205441',
    contentType: 'page',
    spaceKey: 'SP',
    spaceType: 'global',
  });
  expect(parsed.actorAccountId).toBe('4ad9aa0c52dc1b420a791d12');
  expect(read(parsed.facts, 'content.author.accountId')).toBe('4ad9aa0c52dc1b420a791d12');
  expect(read(parsed.facts, 'actor.accountType')).toBe('atlassian');
  expect(parsed.createdAt).toBeUndefined();
  expect(parsed.selfGenerated).toBeUndefined();
});

test('a comment and an attachment are acted upon through the page that they are on', () => {
  expect(parseEvent(fixture('comment-created.json')).subject).toMatchObject({
    kind: 'comment',
    id: '838205455',
    contentId: '838205441',
    contentType: 'page',
  });
  expect(parseEvent(fixture('attachment-created.json')).subject).toMatchObject({
    kind: 'attachment',
    title: 'logo.png',
    contentId: '838205441',
  });
});

test('the size of an attachment is a number even where the payload has a text', () => {
  expect(read(parseEvent(fixture('attachment-created.json')).facts, 'attachment.extensions.fileSize')).toBe(
    3329,
  );
});

test('a label event is about what the label is on', () => {
  expect(parseEvent(fixture('label-added-to-live-doc.json')).subject).toMatchObject({
    kind: 'page',
    contentId: '838205441',
  });
  expect(parseEvent(fixture('label-added-to-space.json')).subject).toEqual({
    kind: 'space',
    id: '827392002',
    title: 'Project: Sample Project',
    spaceKey: 'SP',
    spaceType: 'global',
  });
  expect(parseEvent(fixture('label-added-to-template.json')).subject).toMatchObject({
    kind: 'template',
    id: '123456789',
    title: 'Example Template',
    spaceKey: 'SP',
  });
  expect(
    parseEvent({ eventType: 'avi:confluence:deleted:label', label: { id: 5, name: 'x' } }).subject,
  ).toEqual({
    kind: 'label',
    id: '5',
    title: 'x',
  });
});

test('a task event is about the task and touches its page', () => {
  expect(parseEvent(sample('updated:task')).subject).toMatchObject({
    kind: 'task',
    id: '1',
    contentId: '838205441',
  });
  expect(parseEvent(without(sample('updated:task'), 'task')).subject).toMatchObject({
    kind: 'task',
    id: '838205441',
  });
});

test('a relation is known by its name and both ends', () => {
  expect(parseEvent(sample('created:relation')).subject).toMatchObject({
    kind: 'relation',
    id: 'watching:4ad9aa0c52dc1b420a791d12:838205441',
    contentId: '838205441',
  });
});

test('both spellings of an event are one event; the delivered one stays readable', () => {
  const older = parseEvent(sample('updated:whiteboard'));
  const newer = parseEvent(sample('moved:whiteboard'));
  expect(older.type).toBe('avi:confluence:moved:whiteboard');
  expect(older.key).toBe(newer.key);
  expect(older.facts['eventType']).toBe('avi:confluence:updated:whiteboard');
});

test('an unknown event gives facts and says that it is unknown', () => {
  const parsed = parseEvent({
    eventType: 'avi:confluence:blessed:page',
    atlassianId: 'u1',
    content: { id: 7, type: 'page', title: 'T', space: { key: 'S' } },
  });
  expect(parsed).toMatchObject({
    type: 'avi:confluence:blessed:page',
    known: false,
    actorAccountId: 'u1',
    subject: { kind: 'page', id: '7', contentId: '7', spaceKey: 'S' },
  });
  expect(read(parsed.facts, 'event.action')).toBe('blessed');
});

test('ids are texts however they come, also in lists of ids', () => {
  const { facts } = parseEvent({
    eventType: 'avi:confluence:children_reordered:page',
    content: { id: 12 },
    oldSortedChildPageIds: [1, '2'],
    originContentId: 3,
  });
  expect(facts).toMatchObject({
    content: { id: '12' },
    oldSortedChildPageIds: ['1', '2'],
    originContentId: '3',
  });
});

test('an anonymous event has no actor', () => {
  const parsed = parseEvent(without(sample('viewed:page'), 'atlassianId'));
  expect(parsed.actorAccountId).toBeUndefined();
  expect(parsed.facts['actor']).toEqual({});
});

test('a missing history or a missing space is no problem', () => {
  const parsed = parseEvent({ eventType: 'avi:confluence:created:page', content: { id: '1', title: 'T' } });
  expect(parsed.subject).toEqual({ kind: 'page', id: '1', title: 'T', contentId: '1' });
  expect(read(parsed.facts, 'content.author')).toBeUndefined();
  expect(parsed.facts['space']).toBeUndefined();
});

test('the date of the event is taken only when it is a date', () => {
  const eventType = 'avi:confluence:created:page';
  expect(parseEvent({ eventType, eventCreatedDate: '2026-01-02T03:04:05.000Z' }).createdAt).toBe(
    '2026-01-02T03:04:05.000Z',
  );
  expect(parseEvent({ eventType, eventCreatedDate: 'yesterday' }).createdAt).toBeUndefined();
  expect(parseEvent({ eventType, eventCreatedDate: 1234 }).createdAt).toBeUndefined();
});

test('a retry has the facts and the key of the first delivery', () => {
  const payload = sample('created:page');
  const retried = { ...payload, retryContext: { retryCount: 2, retryReason: 'X', retryData: { a: 1 } } };
  expect(parseEvent(retried).key).toBe(parseEvent(payload).key);
  expect(parseEvent(retried).facts).toEqual(parseEvent(payload).facts);
});

test('prototype names in a payload change no prototype', () => {
  const payload: unknown = JSON.parse(
    '{"eventType":"avi:confluence:created:page","__proto__":{"polluted":1},"content":{"__proto__":{"polluted":1},"constructor":"x","id":"1"}}',
  );
  const { facts } = parseEvent(payload);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(facts)).toBe(Object.prototype);
  expect((facts as { polluted?: unknown }).polluted).toBeUndefined();
  expect(read(facts, 'content.constructor')).toBe('x');
});
