// The parts of which sample payloads are made: one user, one space, one page, in the shape of
// Atlassian's documented examples. It must not know any event.

import type { JsonObject } from '../../json';

const USER_ID = '4ad9aa0c52dc1b420a791d12';
const CREATED_AT = '2021-01-20T06:29:21.707Z';
const EVENT_AT = '2021-01-20T06:29:21.907Z';

/** A user as payloads show one: every personal field holds the account id. */
export function sampleUser(accountId: string = USER_ID): JsonObject {
  return {
    type: 'known',
    username: accountId,
    accountId,
    accountType: 'atlassian',
    email: accountId,
    publicName: accountId,
    profilePicture: { path: `/wiki/aa-avatar/${accountId}`, width: 48, height: 48, isDefault: false },
    displayName: accountId,
    isExternalCollaborator: false,
  };
}

/** The sample space, as it hangs on content. */
function sampleSpace(): JsonObject {
  return {
    id: 827392002,
    key: 'SP',
    alias: 'SP',
    name: 'Project: Sample Project',
    icon: { path: '/images/logo/default-space-logo-256.png', width: 48, height: 48, isDefault: false },
    type: 'global',
    status: 'current',
  };
}

/** The sample space, as events about a space show it. */
export function sampleWholeSpace(): JsonObject {
  return { ...sampleSpace(), history: { createdBy: sampleUser(), createdDate: '2021-01-20T06:28:20.501Z' } };
}

/** Who made the thing and when. */
export function sampleHistory(): JsonObject {
  return { latest: true, createdBy: sampleUser(), ownedBy: sampleUser(), createdDate: CREATED_AT };
}

/** Version 1 of the thing, or another one. */
export function sampleVersion(number = 1): JsonObject {
  return { by: sampleUser(), when: CREATED_AT, number };
}

/** Content of a type, with what is special about it. */
export function sampleContent(type: string, special: JsonObject = {}): JsonObject {
  return {
    id: '838205441',
    type,
    status: 'current',
    title: 'A brand new page',
    space: sampleSpace(),
    history: sampleHistory(),
    version: sampleVersion(),
    ...special,
  };
}

/** The page that a comment or an attachment is on: as in a payload, without its space. */
export function sampleContainer(): JsonObject {
  return {
    id: '838205441',
    type: 'page',
    status: 'current',
    title: 'A brand new page',
    history: sampleHistory(),
    version: sampleVersion(),
  };
}

/** Two labels that were there before. */
export function sampleLabels(): readonly JsonObject[] {
  return [
    { id: '123456701', name: 'existing-label-1', prefix: 'global' },
    { id: '123456702', name: 'existing-label-2', prefix: 'team' },
  ];
}

/** A payload of an event that a user caused. */
export function samplePayload(eventType: string, rest: JsonObject): JsonObject {
  return { eventType, atlassianId: USER_ID, eventCreatedDate: EVENT_AT, selfGenerated: false, ...rest };
}

/** A payload of an event that has no user: those about users and groups. */
export function sampleActorlessPayload(eventType: string, rest: JsonObject): JsonObject {
  return { eventType, eventCreatedDate: EVENT_AT, selfGenerated: false, ...rest };
}
