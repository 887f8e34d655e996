// The bodies of the key-value store's requests, as @forge/kvs 1.6.5 writes them, and their parser.
// It must not check what has an error code of its own: keys, values and conditions are validate.ts's and conditions.ts's.

import * as v from 'valibot';
import type { JsonValue } from '../../core/json';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { badRequest } from './refusal';
import type { KvsRefusal } from './refusal';

const MetadataFieldsSchema = v.array(v.picklist(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']));
export type MetadataField = v.InferOutput<typeof MetadataFieldsSchema>[number];

const TtlSchema = v.strictObject({
  value: v.number(),
  unit: v.picklist(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
export type Ttl = v.InferOutput<typeof TtlSchema>;

/** Forge stores strings, numbers, booleans, lists and objects; `null` is not among them. */
const ValueSchema = v.custom<JsonValue>(
  (value) => value !== null && value !== undefined,
  'expected a string, number, boolean, list or object',
);

const GetOptionsSchema = v.strictObject({ metadataFields: v.exactOptional(MetadataFieldsSchema) });
/** Batches and transactions take no key policy. […/storage-reference/kvs-batch] */
const PlainSetOptionsSchema = v.strictObject({ ttl: v.exactOptional(TtlSchema) });
const SetOptionsSchema = v.strictObject({
  ttl: v.exactOptional(TtlSchema),
  keyPolicy: v.exactOptional(v.picklist(['OVERRIDE', 'FAIL_IF_EXISTS'])),
  returnValue: v.exactOptional(v.picklist(['PREVIOUS', 'LATEST'])),
  returnMetadataFields: v.exactOptional(MetadataFieldsSchema),
});
export type SetOptions = v.InferOutput<typeof SetOptionsSchema>;

const ConditionSchema = v.object({ condition: v.string(), values: v.array(v.unknown()) });
export type RawCondition = v.InferOutput<typeof ConditionSchema>;
const PropertyConditionSchema = v.object({ ...ConditionSchema.entries, property: v.string() });
const FiltersSchema = v.object({
  and: v.exactOptional(v.array(PropertyConditionSchema)),
  or: v.exactOptional(v.array(PropertyConditionSchema)),
});
export type RawFilters = v.InferOutput<typeof FiltersSchema>;

const AddressEntries = { key: v.string(), entityName: v.exactOptional(v.string()) };

export const GetSchema = v.object({ key: v.string(), options: v.exactOptional(GetOptionsSchema) });
export const SetSchema = v.object({
  key: v.string(),
  value: ValueSchema,
  options: v.exactOptional(SetOptionsSchema),
});
export const DeleteSchema = v.object({ key: v.string() });
export const EntityGetSchema = v.object({ ...GetSchema.entries, entityName: v.string() });
export const EntitySetSchema = v.object({ ...SetSchema.entries, entityName: v.string() });
export const EntityDeleteSchema = v.object({ ...DeleteSchema.entries, entityName: v.string() });

export const QuerySchema = v.object({
  limit: v.exactOptional(v.number()),
  after: v.exactOptional(v.string()),
  where: v.exactOptional(v.array(PropertyConditionSchema)),
  options: v.exactOptional(GetOptionsSchema),
});
export type QueryRequest = v.InferOutput<typeof QuerySchema>;

export const EntityQuerySchema = v.object({
  entityName: v.string(),
  indexName: v.string(),
  partition: v.exactOptional(v.array(v.union([v.string(), v.number(), v.boolean()]))),
  range: v.exactOptional(ConditionSchema),
  filters: v.exactOptional(FiltersSchema),
  sort: v.exactOptional(v.picklist(['ASC', 'DESC'])),
  cursor: v.exactOptional(v.string()),
  limit: v.exactOptional(v.number()),
  options: v.exactOptional(GetOptionsSchema),
});
export type EntityQueryRequest = v.InferOutput<typeof EntityQuerySchema>;

export const BatchGetSchema = v.array(
  v.object({ ...AddressEntries, options: v.exactOptional(GetOptionsSchema) }),
);
export const BatchSetSchema = v.array(
  v.object({ ...AddressEntries, value: ValueSchema, options: v.exactOptional(PlainSetOptionsSchema) }),
);
export const BatchDeleteSchema = v.array(v.object(AddressEntries));

const TransactionEntries = { ...AddressEntries, conditions: v.exactOptional(FiltersSchema) };
export const TransactionSchema = v.object({
  set: v.optional(
    v.array(
      v.object({
        ...TransactionEntries,
        value: ValueSchema,
        options: v.exactOptional(PlainSetOptionsSchema),
      }),
    ),
    [],
  ),
  delete: v.optional(v.array(v.object(TransactionEntries)), []),
  check: v.optional(v.array(v.object(TransactionEntries)), []),
});
export type TransactionRequest = v.InferOutput<typeof TransactionSchema>;

/** Reads a request's body; a body of the wrong shape is BAD_REQUEST with every problem in its reason. */
export function parseBody<S extends v.GenericSchema>(
  schema: S,
  text: string,
): Result<v.InferOutput<S>, KvsRefusal> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return badRequest(`body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return ok(parsed.output);
  return badRequest(
    parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`).join('; '),
  );
}
