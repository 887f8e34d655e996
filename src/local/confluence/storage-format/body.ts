// Bodies as REST writes and reads them: the representations that v2 knows, over the one form that is kept.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import { badRequest, Refusal } from '../http/refusal';
import type { Body } from '../model/content';
import { adfToStorage } from './adf-to-storage';
import { parseStorage } from './parse';
import { storageToAdf } from './storage-to-adf';

const OneBodySchema = v.object({
  representation: v.picklist(['storage', 'atlas_doc_format', 'wiki', 'raw']),
  value: v.string(),
});

/** `{representation, value}`, or the same nested under its representation. */
export const BodyWriteSchema = v.union([
  OneBodySchema,
  v.pipe(
    v.object({
      storage: v.optional(OneBodySchema),
      atlas_doc_format: v.optional(OneBodySchema),
      wiki: v.optional(OneBodySchema),
      raw: v.optional(OneBodySchema),
    }),
    v.check(
      (nested) => Object.values(nested).filter((body) => body !== undefined).length === 1,
      'expected a body with one representation and its value',
    ),
  ),
]);

export const EMPTY_BODY: Body = { storage: '' };

/** The body to keep; a {@link Refusal} when it is not well-formed, 501 for wiki markup. */
export function toBody(write: v.InferOutput<typeof BodyWriteSchema> | undefined): Body {
  if (write === undefined) return EMPTY_BODY;
  const body =
    'representation' in write ? write : (write.storage ?? write.atlas_doc_format ?? write.wiki ?? write.raw);
  if (body === undefined) throw badRequest('The body must have a representation and a value');
  switch (body.representation) {
    case 'storage':
      parseStorage(body.value);
      return { storage: body.value };
    case 'atlas_doc_format':
      return { storage: adfToStorage(body.value), adf: body.value };
    case 'raw':
      return { storage: body.value };
    case 'wiki':
      throw new Refusal(501, 'Not emulated: bodies in wiki markup. Send storage or atlas_doc_format');
  }
}

/** Representations that a single read may ask for. */
const READABLE = [
  'storage',
  'atlas_doc_format',
  'view',
  'export_view',
  'anonymous_export_view',
  'styled_view',
  'editor',
  'raw',
] as const;
/** Representations that lists give. */
const READABLE_IN_LISTS: readonly string[] = ['storage', 'atlas_doc_format', 'raw'];

/** The value of `?body-format=`, checked; `undefined` when absent. */
export function readBodyFormat(query: URLSearchParams, where: 'single' | 'list'): string | undefined {
  const format = query.get('body-format');
  if (format === null || format === '') return undefined;
  const allowed: readonly string[] = where === 'list' ? READABLE_IN_LISTS : READABLE;
  if (!allowed.includes(format)) throw badRequest(`Provided value for 'body-format' is not valid: ${format}`);
  return format;
}

/** The `body` field of a v2 answer: empty unless a format was asked for. */
export function bodyJson(body: Body, format: string | undefined): JsonObject {
  if (format === undefined) return {};
  return { [format]: { representation: format, value: bodyValue(body, format) } };
}

/** The body in one representation. The views are the storage format itself: the host does not render macros. */
export function bodyValue(body: Body, format: string): string {
  if (format === 'atlas_doc_format') return body.adf ?? storageToAdf(body.storage);
  return body.storage;
}
