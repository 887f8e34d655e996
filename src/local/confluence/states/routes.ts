// REST v1 for content states. Atlassian's description of January 2025 lacks them; the shapes are those of its
// page "Content states".

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import type { Operation } from '../http/operation';
import { ok, param } from '../http/operation';
import { parseBody } from '../http/parse-body';
import { badRequest, Refusal } from '../http/refusal';
import type { ContentRecord } from '../model/content';
import {
  noContentFound,
  requireAnyContent,
  requireAnyEditable,
  requireSpaceByKey,
} from '../permissions/require';
import type { Published } from '../publishing/write';
import { clearState, customStates, setState, SUGGESTED_STATES } from './states';
import type { WantedState } from './states';

const StateSchema = v.object({
  id: v.optional(v.nullable(v.pipe(v.number(), v.integer()))),
  name: v.optional(v.nullable(v.string())),
  color: v.optional(v.nullable(v.string())),
});

const READ = [['read:confluence-content.summary'], ['read:content-details:confluence']];
const WRITE = [['write:confluence-content'], ['read:content-details:confluence', 'write:content:confluence']];
const READ_SPACE = [['read:confluence-space.summary'], ['read:space.setting:confluence']];
const STATE = '/wiki/rest/api/content/{id}/state';

export const stateOperations: readonly Operation[] = [
  {
    id: 'getContentState',
    method: 'GET',
    path: STATE,
    version: 1,
    scopes: READ,
    perform: (input, session) => ok(stateJson(publishedOnly(requireAnyContent(session, param(input, 'id'))))),
  },
  {
    id: 'setContentState',
    method: 'PUT',
    path: STATE,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      checkStatus(input.query.get('status'));
      const content = publishedOnly(requireAnyEditable(session, param(input, 'id')));
      const { id, name, color } = parseBody(input, StateSchema);
      const wanted: WantedState = {
        ...(typeof id === 'number' ? { id } : {}),
        ...(typeof name === 'string' ? { name } : {}),
        ...(typeof color === 'string' ? { color } : {}),
      };
      return ok(stateJson(setState(session, content, wanted)));
    },
  },
  {
    id: 'removeContentState',
    method: 'DELETE',
    path: STATE,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      checkStatus(input.query.get('status'));
      const content = publishedOnly(requireAnyEditable(session, param(input, 'id')));
      return ok(stateJson(clearState(session, content)));
    },
  },
  {
    id: 'getAvailableContentStates',
    method: 'GET',
    path: `${STATE}/available`,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      publishedOnly(requireAnyContent(session, param(input, 'id')));
      return ok({
        spaceContentStates: SUGGESTED_STATES.map((state) => ({ ...state })),
        customContentStates: customStates(session).map((state) => ({ ...state })),
      });
    },
  },
  {
    id: 'getCustomContentStates',
    method: 'GET',
    path: '/wiki/rest/api/content-states',
    version: 1,
    scopes: READ,
    perform: (_input, session) => ({
      status: 200,
      body: customStates(session).map((state) => ({ ...state })),
    }),
  },
  {
    id: 'getSpaceContentStates',
    method: 'GET',
    path: '/wiki/rest/api/space/{spaceKey}/state',
    version: 1,
    scopes: READ_SPACE,
    perform: (input, session) => {
      requireSpaceByKey(session, param(input, 'spaceKey'));
      return { status: 200, body: SUGGESTED_STATES.map((state) => ({ ...state })) };
    },
  },
  {
    id: 'getContentStateSettings',
    method: 'GET',
    path: '/wiki/rest/api/space/{spaceKey}/state/settings',
    version: 1,
    scopes: READ_SPACE,
    perform: (input, session) => {
      const space = requireSpaceByKey(session, param(input, 'spaceKey'));
      return ok({
        contentStatesAllowed: true,
        customContentStatesAllowed: space.customStatesAllowed,
        spaceContentStatesAllowed: true,
      });
    },
  },
];

function publishedOnly(content: ContentRecord): Published {
  if (content.type !== 'page' && content.type !== 'blogpost') throw noContentFound(content.id);
  return content;
}

function checkStatus(status: string | null): void {
  if (status === 'draft') throw new Refusal(501, 'Not emulated: states of drafts. Use status=current');
  if (status !== null && status !== 'current') throw badRequest(`Invalid status: ${status}`);
}

function stateJson(content: Published): JsonObject {
  const { state, version } = content;
  return {
    contentState: state === undefined ? null : { id: state.id, name: state.name, color: state.color },
    lastUpdated: version.when,
  };
}
