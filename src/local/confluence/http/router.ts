// The site's HTTP side: finds the operation of a request, runs it as one unit of work and writes the answer.
// An unknown route is 501, never an empty 200.

import { Hono } from 'hono';

import type { Caller } from '../../ports';
import { authenticate } from '../permissions/authenticate';
import { doWork } from '../unit-of-work';
import type { Site } from '../unit-of-work';
import type { Operation, OperationInfo, Reply } from './operation';
import { readInput } from './read-input';
import { Refusal, toV1Error, toV2Error } from './refusal';

interface Bindings {
  readonly caller: Caller;
}

/** Answers requests below `/wiki` and `/_host/site`. */
export type Router = (request: Request, caller: Caller) => Promise<Response>;

export function createRouter(site: Site, operations: readonly Operation[]): Router {
  const app = new Hono<{ Bindings: Bindings }>();
  for (const operation of operations) {
    app.on(operation.method, honoPath(operation.path), (context) =>
      answer(site, operation, context.req.raw, context.req.param(), context.env.caller),
    );
  }
  app.notFound((context) => context.json(notEmulated(context.req.method, context.req.path), 501));
  return async (request, caller) => app.fetch(request, { caller });
}

/** `{id}` of a path template becomes `:id`. */
function honoPath(template: string): string {
  return template.replaceAll(/\{([^}]+)\}/g, ':$1');
}

function notEmulated(method: string, path: string): object {
  return { error: { message: `Not emulated: ${method} ${path}` }, method, path };
}

async function answer(
  site: Site,
  operation: Operation,
  request: Request,
  params: { readonly [name: string]: string },
  caller: Caller,
): Promise<Response> {
  try {
    const input = await readInput(request, params);
    const options = {
      caller,
      actor: authenticate(site.tables, caller),
      baseUrl: `${new URL(request.url).origin}/wiki`,
      readOnly: operation.method === 'GET',
    };
    return toResponse(await doWork(site, options, (session) => operation.perform(input, session)));
  } catch (error) {
    if (error instanceof Refusal) return Response.json(errorBody(operation, error), { status: error.status });
    throw error;
  }
}

function toResponse(reply: Reply): Response {
  const headers = new Headers(reply.headers);
  if (reply.file !== undefined) {
    headers.set('content-type', reply.file.mediaType);
    return new Response(Buffer.from(reply.file.base64, 'base64'), { status: reply.status, headers });
  }
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
}

function errorBody(operation: OperationInfo, refusal: Refusal): object {
  if (operation.version === 2) return toV2Error(refusal);
  if (operation.version === 1) return toV1Error(refusal);
  return { error: { message: refusal.message } };
}
