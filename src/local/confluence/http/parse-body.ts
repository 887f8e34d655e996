// Reads the JSON body of a request by a schema; a body that does not fit is refused as Confluence refuses it.

import * as v from 'valibot';

import type { Input } from './operation';
import { badRequest } from './refusal';

/** The body of `input`, parsed by `schema`; a {@link Refusal} with status 400 names every problem. */
export function parseBody<S extends v.GenericSchema>(input: Input, schema: S): v.InferOutput<S> {
  if (input.body === undefined) throw badRequest('Request body is missing or is not valid JSON');
  return parseValue(input.body, schema);
}

/** As {@link parseBody}, for one part of a body. */
export function parseValue<S extends v.GenericSchema>(value: unknown, schema: S): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}`;
  });
  throw badRequest(`Could not read the request body: ${problems.join('; ')}`);
}
