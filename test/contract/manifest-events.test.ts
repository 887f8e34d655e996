import { validateTriggerScopes } from '@forge/manifest';
import { expect, test } from 'vitest';
import { EVENT_IDS, EVENTS } from '../../src/core/events/catalogue';
import { findEvent } from '../../src/core/events/find-event';
import { readManifest } from './read-manifest';

const manifest = readManifest();
const triggers = manifest.modules.trigger;
const subscribed = triggers.flatMap((trigger) => trigger.events);
const scopes = Object.keys(manifest.permissions.scopes);

test('every event of the catalogue, in every spelling, is in one trigger and in one only', () => {
  expect([...subscribed].sort()).toEqual([...EVENT_IDS].sort());
});

test('the scopes of every event are declared', () => {
  for (const event of EVENTS) {
    for (const scope of event.scopes) expect(scopes, `${event.id} needs ${scope}`).toContain(scope);
  }
});

test('the catalogue and the manifest satisfy the scope check of @forge/manifest where that knows the event', async () => {
  let known = 0;
  for (const event of EVENTS) {
    const declared = await validateTriggerScopes(event.id, scopes);
    expect(declared.valid, `${event.id} lacks ${declared.missingScopes.join(', ')}`).toBe(true);
    if (declared.requiredScopes === null) continue;
    known += 1;
    expect([...event.scopes].sort(), event.id).toEqual([...declared.requiredScopes.current].sort());
  }
  expect(known).toBe(59);
});

test('noisy events are apart, in a function of their own with the least memory', () => {
  const noisy = triggers.filter((trigger) => trigger.events.some((id) => findEvent(id)?.noisy === true));
  for (const trigger of noisy) {
    for (const id of trigger.events) expect(findEvent(id)?.noisy, id).toBe(true);
    expect(trigger.function).toBe('on-viewed');
  }
  const others = triggers.filter((trigger) => !noisy.includes(trigger));
  expect(others.map((trigger) => trigger.function)).not.toContain('on-viewed');
  const views = triggers.find((trigger) => trigger.key === 'viewed-events')?.events ?? [];
  expect(views).toEqual(EVENT_IDS.filter((id) => id.startsWith('avi:confluence:viewed:')));
  const ownFunction = manifest.modules.function.find((each) => each.key === 'on-viewed');
  expect(ownFunction?.runtime?.memoryMB).toBe(128);
});

test('no trigger has a filter: ignoreSelf is refused for Confluence, and expressions drop what lacks a field', () => {
  for (const trigger of triggers) expect(trigger.filter).toBeUndefined();
});

test('what actions do as a user, they may do as a user', () => {
  const neededAsUser = [
    'write:confluence-content',
    'write:comment:confluence',
    'write:page:confluence',
    'read:comment:confluence',
    'read:page:confluence',
    'read:confluence-content.summary',
  ];
  for (const scope of neededAsUser) {
    expect(manifest.permissions.scopes[scope]?.allowImpersonation, scope).toBe(true);
  }
});
