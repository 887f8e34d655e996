// Reads the JSON body of a request against a schema; what does not fit is refused with 400 and a path.

import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import type { Context } from 'hono';

export async function readBody<S extends v.GenericSchema>(
  context: Context,
  schema: S,
): Promise<v.InferOutput<S>> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch (cause) {
    throw new HTTPException(400, { message: 'Failed to read the request: its body is not JSON.', cause });
  }
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? '(body)'}: ${issue.message}`);
  throw new HTTPException(400, { message: `Failed to read the request: ${problems.join('; ')}.` });
}
