// Lists of pages and blog posts: which of them match the request and the actor may see, in which order.

import type { Input } from '../http/operation';
import { listParam } from '../http/operation';
import { badRequest } from '../http/refusal';
import { canView } from '../permissions/access';
import { idsInSpace } from '../relations';
import type { Session } from '../session';
import { listAll } from '../tables';
import type { Published } from './write';

/** Statuses that lists give unless asked otherwise. [Confluence REST v2 description] */
const DEFAULT_STATUSES = { page: ['current', 'archived'], blogpost: ['current'] } as const;
const STATUSES = ['current', 'archived', 'trashed', 'deleted', 'draft', 'historical', 'any'];

/** All pages or blog posts that the request's filters leave; `spaceIds` narrows them to spaces. */
export function listPublished<T extends Published['type']>(
  input: Input,
  session: Session,
  type: T,
  spaceIds: readonly string[] = listParam(input, 'space-id'),
): readonly Extract<Published, { type: T }>[] {
  const { tables, actor } = session;
  const statuses = readStatuses(input, DEFAULT_STATUSES[type]);
  const ids = listParam(input, 'id');
  const title = input.query.get('title')?.toLowerCase();
  const searched = spaceIds.length > 0 ? spaceIds : listAll(tables.spaces).map((space) => space.id);

  const found = searched
    .flatMap((spaceId) => idsInSpace(tables, spaceId, type))
    .filter((id) => ids.length === 0 || ids.includes(id))
    .flatMap((id) => tables.content.get(id) ?? [])
    .filter((content): content is Extract<Published, { type: T }> => content.type === type)
    .filter((content) => statuses.includes(content.status))
    .filter((content) => title === undefined || content.title.toLowerCase() === title)
    .filter((content) => canView(tables, actor.accountId, content));
  return sortContent(found, input.query.get('sort'));
}

/** The statuses that `?status=` names. */
export function readStatuses(input: Input, fallback: readonly string[]): readonly string[] {
  const statuses = listParam(input, 'status');
  const unknown = statuses.find((status) => !STATUSES.includes(status));
  if (unknown !== undefined) throw badRequest(`Provided value for 'status' is not valid: ${unknown}`);
  if (statuses.includes('any')) return STATUSES;
  return statuses.length > 0 ? statuses : fallback;
}

interface Sortable {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly version: { readonly when: string };
}

const ORDERS: { readonly [name: string]: (a: Sortable, b: Sortable) => number } = {
  id: (a, b) => Number(a.id) - Number(b.id),
  title: (a, b) => a.title.localeCompare(b.title),
  'created-date': (a, b) => a.createdAt.localeCompare(b.createdAt),
  'modified-date': (a, b) => a.version.when.localeCompare(b.version.when),
};

/** Sorted as `?sort=` asks, `-` for descending; by id without it, and among equals. */
export function sortContent<T extends Sortable>(items: readonly T[], sort: string | null): readonly T[] {
  const name = (sort ?? 'id').replace(/^-/, '');
  const order = ORDERS[name];
  if (order === undefined) throw badRequest(`Provided value for 'sort' is not valid: ${sort ?? ''}`);
  const direction = sort?.startsWith('-') === true ? -1 : 1;
  return [...items].sort((a, b) => direction * (order(a, b) || Number(a.id) - Number(b.id)));
}
