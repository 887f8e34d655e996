// The site's tables in the host's store. It names them and their keys; it must not know what a change means.

import type { Store, Table } from '../store/store';
import type { ContentRecord, VersionRecord } from './model/content';
import type {
  LabelRecord,
  LongTaskRecord,
  PropertyRecord,
  TaskRecord,
  TemplateRecord,
} from './model/records';
import type { Outgoing } from './outbox';
import type { SpaceRecord } from './model/space';
import type { GroupRecord, UserRecord } from './model/user';

/** A row of the index: a tuple whose first member names the relation. */
export type IndexKey = readonly [string, ...(string | number)[]];

export interface Tables {
  readonly users: Table<UserRecord>;
  readonly groups: Table<GroupRecord>;
  readonly spaces: Table<SpaceRecord>;
  readonly content: Table<ContentRecord>;
  /** Keyed `[contentId, number]`. */
  readonly versions: Table<VersionRecord>;
  readonly labels: Table<LabelRecord>;
  readonly properties: Table<PropertyRecord>;
  readonly templates: Table<TemplateRecord>;
  readonly tasks: Table<TaskRecord>;
  readonly longTasks: Table<LongTaskRecord>;
  /** Keyed by file id; base64. */
  readonly files: Table<string>;
  /** Relations between records, see `index.ts`. */
  readonly index: Table<IndexValue>;
  /** What waits to be published, in order. */
  readonly outbox: Table<Outgoing>;
  /** `nextId`, `nextOutgoing` and `seeded`. */
  readonly meta: Table<number>;
}

/** What a row of the index may carry. */
export type IndexValue = string | number | true;

/** Opens the site's tables. */
export function openTables(store: Store): Tables {
  return {
    users: store.table('site-users'),
    groups: store.table('site-groups'),
    spaces: store.table('site-spaces'),
    content: store.table('site-content'),
    versions: store.table('site-versions'),
    labels: store.table('site-labels'),
    properties: store.table('site-properties'),
    templates: store.table('site-templates'),
    tasks: store.table('site-tasks'),
    longTasks: store.table('site-long-tasks'),
    files: store.table('site-files'),
    index: store.table('site-index'),
    outbox: store.table('site-outbox'),
    meta: store.table('site-meta'),
  };
}

/** Sorts after every string that a key may hold. */
const LAST = '\uffff';

/** All records of a table, in the order of their keys. Read at once, so that the caller may write meanwhile. */
export function listAll<V>(table: Table<V>): readonly V[] {
  return Array.from(table.range(), (row) => row.value);
}

/** The rows of the index that begin with `prefix`: what follows the prefix, and the value. */
export function listIndex(
  tables: Tables,
  prefix: IndexKey,
): readonly { readonly rest: readonly (string | number)[]; readonly value: IndexValue }[] {
  const rows = tables.index.range({ start: [...prefix], end: [...prefix, LAST] });
  return Array.from(rows, ({ key, value }) => ({ rest: restOf(key, prefix.length), value }));
}

function restOf(key: unknown, from: number): readonly (string | number)[] {
  if (!Array.isArray(key)) return [];
  return key
    .slice(from)
    .filter((part): part is string | number => typeof part === 'string' || typeof part === 'number');
}
