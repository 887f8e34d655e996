// A space as v1 shows it.

import type { JsonObject } from '../../../core/json';
import type { SpaceRecord } from '../model/space';
import { v1LabelJson } from '../labels/v1-json';
import { labelsOf } from '../relations';
import type { Session } from '../session';
import { spaceOperations } from './permissions-json';

/** What may be expanded; all else stays a link. */
export function v1SpaceJson(
  session: Session,
  space: SpaceRecord,
  expand: readonly string[] = [],
): JsonObject {
  const self = `/rest/api/space/${space.key}`;
  const labels = labelsOf(session.tables, `space:${space.id}`).map(v1LabelJson);
  const wants = (name: string): boolean =>
    expand.some((asked) => asked === name || asked.startsWith(`${name}.`));
  return {
    id: Number(space.id),
    key: space.key,
    alias: space.alias,
    name: space.name,
    type: space.type,
    status: space.status,
    ...(wants('description') ? { description: descriptionJson(space) } : {}),
    ...(wants('metadata')
      ? { metadata: { labels: { results: labels, size: labels.length }, _expandable: {} } }
      : {}),
    ...(wants('operations') ? { operations: spaceOperations(session, space) } : {}),
    _expandable: {
      settings: `${self}/settings`,
      metadata: '',
      operations: '',
      lookAndFeel: '',
      permissions: '',
      icon: '',
      description: '',
      theme: `${self}/theme`,
      history: '',
      homepage: space.homepageId === undefined ? '' : `/rest/api/content/${space.homepageId}`,
      identifiers: '',
    },
    _links: {
      webui: `/spaces/${space.key}`,
      self: `${session.baseUrl}${self}`,
      base: session.baseUrl,
      context: '/wiki',
    },
  };
}

function descriptionJson(space: SpaceRecord): JsonObject {
  const plain = { value: space.description, representation: 'plain', embeddedContent: [] };
  return { plain, _expandable: { view: '' } };
}
