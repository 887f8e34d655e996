// REST v1 for labels: adding and removing them on content and spaces. v2 has only lists; see v2-routes.ts.

import * as v from 'valibot';

import { ownerKey } from '../events/label-events';
import type { Labelled } from '../events/label-events';
import type { Input, Operation, Reply } from '../http/operation';
import { NO_CONTENT, ok, param } from '../http/operation';
import { v1Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import { LABEL_PREFIXES } from '../model/records';
import { requireAnyContent, requireAnyEditable, requireSpaceByKey } from '../permissions/require';
import { labelsOf } from '../relations';
import type { Session } from '../session';
import { addLabels, removeLabel } from './store';
import { v1LabelJson } from './v1-json';

const NewLabelSchema = v.object({
  prefix: v.optional(v.picklist(LABEL_PREFIXES), 'global'),
  name: v.string(),
});
const NewLabelsSchema = v.union([v.array(NewLabelSchema), NewLabelSchema]);

/** v1 gives 200 labels unless asked. [Confluence REST v1 description] */
const DEFAULT_LIMIT = 200;

const READ_CONTENT = [['read:confluence-content.summary'], ['read:label:confluence']];
const WRITE_CONTENT = [['write:confluence-content'], ['read:label:confluence', 'write:label:confluence']];
const READ_SPACE = [['read:confluence-space.summary'], ['read:label:confluence']];
const WRITE_SPACE = [['write:confluence-space'], ['read:label:confluence', 'write:label:confluence']];

const CONTENT_LABELS = '/wiki/rest/api/content/{id}/label';
const SPACE_LABELS = '/wiki/rest/api/space/{spaceKey}/label';

export const v1LabelOperations: readonly Operation[] = [
  {
    id: 'getLabelsForContent',
    method: 'GET',
    path: CONTENT_LABELS,
    version: 1,
    scopes: READ_CONTENT,
    perform: (input, session) => {
      const content = requireAnyContent(session, param(input, 'id'));
      return list(input, session, { kind: 'content', content });
    },
  },
  {
    id: 'addLabelsToContent',
    method: 'POST',
    path: CONTENT_LABELS,
    version: 1,
    scopes: WRITE_CONTENT,
    perform: (input, session) => {
      const content = requireAnyEditable(session, param(input, 'id'));
      return add(input, session, { kind: 'content', content });
    },
  },
  {
    id: 'removeLabelFromContentUsingQueryParameter',
    method: 'DELETE',
    path: CONTENT_LABELS,
    version: 1,
    scopes: WRITE_CONTENT,
    perform: (input, session) => {
      const content = requireAnyEditable(session, param(input, 'id'));
      return remove(session, { kind: 'content', content }, requiredName(input));
    },
  },
  {
    id: 'removeLabelFromContent',
    method: 'DELETE',
    path: `${CONTENT_LABELS}/{label}`,
    version: 1,
    scopes: WRITE_CONTENT,
    perform: (input, session) => {
      const name = param(input, 'label');
      if (name.includes('/')) {
        throw badRequest('The label name has a "/" character. Use the query parameter "name" instead');
      }
      const content = requireAnyEditable(session, param(input, 'id'));
      return remove(session, { kind: 'content', content }, name);
    },
  },
  {
    id: 'getLabelsForSpace',
    method: 'GET',
    path: SPACE_LABELS,
    version: 1,
    scopes: READ_SPACE,
    perform: (input, session) => {
      const space = requireSpaceByKey(session, param(input, 'spaceKey'));
      return list(input, session, { kind: 'space', space });
    },
  },
  {
    id: 'addLabelsToSpace',
    method: 'POST',
    path: SPACE_LABELS,
    version: 1,
    scopes: WRITE_SPACE,
    perform: (input, session) => {
      const space = requireSpaceByKey(session, param(input, 'spaceKey'), 'edit');
      return add(input, session, { kind: 'space', space });
    },
  },
  {
    id: 'deleteLabelFromSpace',
    method: 'DELETE',
    path: SPACE_LABELS,
    version: 1,
    scopes: WRITE_SPACE,
    perform: (input, session) => {
      const space = requireSpaceByKey(session, param(input, 'spaceKey'), 'edit');
      return remove(
        session,
        { kind: 'space', space },
        requiredName(input),
        input.query.get('prefix') ?? undefined,
      );
    },
  },
];

/** Adds what the request names and answers all labels of the owner. */
export function add(input: Input, session: Session, owner: Labelled): Reply {
  const written = parseBody(input, NewLabelsSchema);
  addLabels(session, owner, Array.isArray(written) ? written : [written]);
  return list(input, session, owner);
}

function list(input: Input, session: Session, owner: Labelled): Reply {
  const prefix = input.query.get('prefix');
  const labels = labelsOf(session.tables, ownerKey(owner)).filter(
    (label) => prefix === null || label.prefix === prefix,
  );
  return ok(v1Page(input, session, labels, v1LabelJson, { fallback: DEFAULT_LIMIT }));
}

/** A label that is not there answers as one that was removed. */
export function remove(session: Session, owner: Labelled, name: string, prefix?: string): Reply {
  removeLabel(session, owner, name, prefix);
  return NO_CONTENT;
}

function requiredName(input: Input): string {
  const name = input.query.get('name');
  if (name === null || name === '') throw badRequest('Query parameter "name" is required');
  return name;
}
