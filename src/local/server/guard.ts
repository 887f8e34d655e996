// Keeps other web sites out: a page elsewhere must not reach the host through a name that it pointed at 127.0.0.1,
// nor make a visitor's browser change anything here.

import type { MiddlewareHandler } from 'hono';

const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const READING_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses with 403 what does not come from this machine's own pages or tools. */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!LOOPBACK_NAMES.includes(host.replace(/:\d+$/, ''))) {
    return context.json({ error: { message: `Refused: the host name "${host}" is not this machine.` } }, 403);
  }
  const origin = context.req.header('origin');
  const isForeign = origin !== undefined && origin !== `http://${host}`;
  if (isForeign && !READING_METHODS.includes(context.req.method)) {
    return context.json(
      { error: { message: `Refused: a page of "${origin}" may not change anything here.` } },
      403,
    );
  }
  await next();
  return undefined;
};
