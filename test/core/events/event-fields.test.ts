import { expect, test } from 'vitest';
import { EVENTS } from '../../../src/core/events/catalogue';
import { fieldsOfEvents } from '../../../src/core/events/event-fields';

const CREATED = 'avi:confluence:created:page';

test('a field that every payload of the event has is not optional', () => {
  const fields = fieldsOfEvents([CREATED]);
  expect(fields.has('content.title')).toMatchObject({
    type: 'string',
    optional: false,
    name: 'title of the page',
  });
  expect(fields.has('content.version.number')).toMatchObject({ type: 'number', optional: true });
  expect(fields.has('eventCreatedDate')).toMatchObject({ type: 'date', optional: true });
  expect(fields.has('space.key')).toMatchObject({ type: 'string', optional: false });
  expect(fields.has('content.nothing')).toBeUndefined();
  expect(fields.has('constructor')).toBeUndefined();
});

test('closed lists of values are known, and are joined over events', () => {
  expect(fieldsOfEvents([CREATED]).has('content.type')?.values).toEqual(['page']);
  const both = fieldsOfEvents([CREATED, 'avi:confluence:created:blogpost']);
  expect(both.has('content.type')?.values).toEqual(['page', 'blogpost']);
  expect(both.has('event.type')?.values).toEqual([CREATED, 'avi:confluence:created:blogpost']);
  const withCustom = fieldsOfEvents([CREATED, 'avi:confluence:created:custom_content']);
  expect(withCustom.has('content.type')).not.toHaveProperty('values.0', 'blogpost');
});

test('objects around fields are known, and sure to be there when one of their fields is', () => {
  const fields = fieldsOfEvents([CREATED]);
  expect(fields.has('content')).toMatchObject({ type: 'object', optional: false });
  expect(fields.has('content.history')).toMatchObject({ type: 'object', optional: true });
});

test('a field that not all of the events have is optional', () => {
  const fields = fieldsOfEvents([CREATED, 'avi:confluence:created:user']);
  expect(fields.has('content.title')).toMatchObject({ optional: true });
  expect(fields.has('user.accountId')).toMatchObject({ optional: true });
  expect(fields.has('eventType')).toMatchObject({ optional: false });
});

test('any event has the fields of all, nearly all of them optional', () => {
  const fields = fieldsOfEvents(['*']);
  expect(fields.has('event.type')).toMatchObject({ optional: false });
  expect(fields.has('label.name')).toMatchObject({ optional: true });
  expect(fields.has('event.type')?.values).toHaveLength(EVENTS.length);
});

test('both spellings give the same fields, and an unknown event none to rely upon', () => {
  expect(fieldsOfEvents(['avi:confluence:updated:embed']).paths()).toEqual(
    fieldsOfEvents(['avi:confluence:moved:embed']).paths(),
  );
  expect(fieldsOfEvents([CREATED, 'avi:confluence:blessed:page']).has('content.title')).toMatchObject({
    optional: true,
  });
  expect(fieldsOfEvents(['avi:confluence:blessed:page']).paths()).toEqual([]);
});

test('what can be fetched is marked, for the content that the event is about', () => {
  const page = fieldsOfEvents([CREATED]);
  expect(page.has('content.body')).toMatchObject({ type: 'string', onDemand: true });
  expect(page.has('content.labels')).toMatchObject({ type: 'list', onDemand: true });
  expect(page.has('content.labels[].name')).toMatchObject({ type: 'string', onDemand: true });
  expect(page.has('actor.groups')).toMatchObject({ type: 'list', onDemand: true });
  expect(page.has('content.title')).not.toHaveProperty('onDemand');
  const comment = fieldsOfEvents(['avi:confluence:created:comment']);
  expect(comment.has('content.container.labels')).toMatchObject({ onDemand: true });
  expect(comment.has('content.labels')).toBeUndefined();
  expect(comment.has('content.ancestors')).not.toHaveProperty('onDemand');
  expect(fieldsOfEvents(['avi:confluence:created:user']).has('actor.groups')).toBeUndefined();
});

test('what an event carries is not marked, unless another event of the rule needs it fetched', () => {
  const added = 'avi:confluence:added:label';
  expect(fieldsOfEvents([added]).has('content.labels')).not.toHaveProperty('onDemand');
  expect(fieldsOfEvents([added, CREATED]).has('content.labels')).toMatchObject({ onDemand: true });
});

test('nothing can be fetched of what is deleted for good, but of the page that it was on', () => {
  expect(fieldsOfEvents(['avi:confluence:deleted:page']).has('content.body')).toBeUndefined();
  expect(fieldsOfEvents(['avi:confluence:trashed:page']).has('content.body')).toBeDefined();
  const comment = fieldsOfEvents(['avi:confluence:deleted:comment']);
  expect(comment.has('content.body')).toBeUndefined();
  expect(comment.has('content.container.body')).toMatchObject({ onDemand: true });
});

test('content properties are an open family; members of lists can be reached by position', () => {
  const fields = fieldsOfEvents([CREATED]);
  expect(fields.has('content.properties.review.due')).toMatchObject({
    type: 'any',
    optional: true,
    onDemand: true,
  });
  expect(fields.has('content.labels.0.name')).toMatchObject({ type: 'any', optional: true, onDemand: true });
  expect(fields.has('content.title.length')).toBeUndefined();
  expect(fields.paths()).toContain('content.properties.*');
  expect(fields.paths()).not.toContain('content.properties');
});
