// Body, labels, properties and parent of a content, which one request answers. Long lists go on in requests of their own.

import { route } from '@forge/api';
import * as v from 'valibot';
import { isJsonObject } from '../../../core/json';
import { requestAs } from '../request';
import { routeOf } from './field-target';
import { readList } from './read-list';
import type { Route } from '@forge/api';
import type { JsonValue } from '../../../core/json';
import type { FieldTarget, ReadFields } from './field-target';

const LabelSchema = v.object({ id: v.string(), name: v.string(), prefix: v.string() });
const PropertySchema = v.object({ key: v.string(), value: v.unknown() });

function included<T>(item: v.GenericSchema<unknown, T>) {
  return v.optional(
    v.object({ results: v.array(item), meta: v.optional(v.object({ hasMore: v.optional(v.boolean()) })) }),
  );
}

const ContentSchema = v.object({
  title: v.optional(v.string()),
  parentId: v.nullish(v.string()),
  parentType: v.nullish(v.string()),
  body: v.optional(v.object({ storage: v.optional(v.object({ value: v.string() })) })),
  labels: included(LabelSchema),
  properties: included(PropertySchema),
});
type Content = v.InferOutput<typeof ContentSchema>;

export const readContentFields: ReadFields = async (target, names) => {
  const values = new Map<string, JsonValue>();
  const parentOfAttachment = target.type === 'attachment' ? target.facts['container'] : undefined;
  if (isJsonObject(parentOfAttachment)) {
    for (const part of ['id', 'title']) {
      const value = parentOfAttachment[part];
      if (value !== undefined && names.includes(`parent.${part}`)) values.set(`parent.${part}`, value);
    }
    if (names.every((name) => name.startsWith('parent.'))) return values;
  }
  const path = routeOf(target);
  const content = await read(target, path, {
    ...(names.includes('body') ? { 'body-format': 'storage' } : {}),
    ...(names.includes('labels') ? { 'include-labels': 'true' } : {}),
    ...(names.includes('properties') ? { 'include-properties': 'true' } : {}),
  });
  if (names.includes('body')) values.set('body', content.body?.storage?.value ?? '');
  if (names.includes('labels')) values.set('labels', [...(await labelsOf(content, path, target))]);
  if (names.includes('properties')) values.set('properties', await propertiesOf(content, path, target));
  if (typeof content.parentId !== 'string') return values;
  if (names.includes('parent.id')) values.set('parent.id', content.parentId);
  // Other parents, such as folders, are not read: the app has no scope for them.
  if (names.includes('parent.title') && content.parentType === 'page') {
    const parent = { id: content.parentId, type: 'page', facts: {} };
    const { title } = await read(parent, routeOf(parent), {});
    if (title !== undefined) values.set('parent.title', title);
  }
  return values;
};

async function read(
  { type, id }: FieldTarget,
  path: Route,
  query: Readonly<Record<string, string>>,
): Promise<Content> {
  const purpose = `read ${type} ${id}`;
  const asked = new URLSearchParams(query);
  const response = await requestAs(
    { kind: 'app' },
    { method: 'GET', path: route`${path}?${asked}`, purpose },
  );
  return v.parse(ContentSchema, await response.json());
}

async function labelsOf({ labels }: Content, path: Route, { type, id }: FieldTarget) {
  if (labels !== undefined && labels.meta?.hasMore !== true) return labels.results;
  return readList(route`${path}/labels`, {}, LabelSchema, `read the labels of ${type} ${id}`);
}

async function propertiesOf({ properties }: Content, path: Route, { type, id }: FieldTarget) {
  const list =
    properties !== undefined && properties.meta?.hasMore !== true
      ? properties.results
      : await readList(route`${path}/properties`, {}, PropertySchema, `read the properties of ${type} ${id}`);
  // What came as JSON is JSON.
  return Object.fromEntries(list.map(({ key, value }) => [key, value as JsonValue]));
}
