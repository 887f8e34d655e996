// The one place where the pages talk HTTP: sends, parses, and turns every refusal into an ApiError with the
// server's own words. It must not know any route.

import * as v from 'valibot';

/** A refusal by the host or by the Confluence it stands in for; `message` is fit for a person. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** Sends one request; `body` is sent as JSON unless it is FormData. Answers the JSON body, `undefined` when empty. */
export async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  // Confluence refuses uploads and changes of watches without this header (its protection against forged requests).
  const headers = { accept: 'application/json', 'x-atlassian-token': 'no-check' };
  const init: RequestInit = { method, headers };
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...headers, 'content-type': 'application/json' };
  }
  const response = await fetch(path, init);
  const text = await response.text();
  const answer = parseJson(text);
  if (!response.ok) {
    throw new ApiError(
      response.status,
      refusalText(answer) ?? `${method} ${path} answered ${response.status}.`,
    );
  }
  return answer;
}

/** Like `send`, and reads the answer with `schema`; an answer of another shape is an ApiError too. */
export async function ask<TSchema extends v.GenericSchema>(
  schema: TSchema,
  method: string,
  path: string,
  body?: unknown,
): Promise<v.InferOutput<TSchema>> {
  const answer = await send(method, path, body);
  const read = v.safeParse(schema, answer);
  if (!read.success) {
    const [issue] = read.issues;
    throw new ApiError(
      200,
      `Failed to read the answer of ${method} ${path}: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}.`,
    );
  }
  return read.output;
}

/** Builds a query string, leaving out what is undefined. */
export function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const refusalSchema = v.union([
  v.pipe(
    v.object({ error: v.object({ message: v.string() }) }),
    v.transform((body) => body.error.message),
  ),
  v.pipe(
    // Confluence v2 lists its errors; v1 has one message.
    v.object({ errors: v.tupleWithRest([v.object({ title: v.string() })], v.unknown()) }),
    v.transform((body) => body.errors[0].title),
  ),
  v.pipe(
    v.object({ message: v.string() }),
    v.transform((body) => body.message),
  ),
]);

function refusalText(answer: unknown): string | undefined {
  const read = v.safeParse(refusalSchema, answer);
  if (read.success) return read.output;
  return typeof answer === 'string' && answer !== '' ? answer.slice(0, 300) : undefined;
}
