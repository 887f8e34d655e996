// One call of the admin page as the app answers it: a payload of a known shape in, an answer out. Whether the caller
// may call is asked before, by src/forge/admin/resolver.ts.

import * as v from 'valibot';
import { refuse } from '../answers';
import type { Ports } from '../../ports';
import type { AdminResult } from '../api/result';
import type { Viewer } from '../viewer/viewer';

/** Who asks, and what answers. */
export interface Asked {
  /** The caller's account. */
  readonly by: string;
  /** What the caller may see of Confluence; absent where nobody can be asked. */
  readonly viewer?: Viewer;
  readonly ports: Ports;
}

/** Answers one call. Throws only when a port does. */
export type Call<Answer> = (payload: unknown, asked: Asked) => Promise<Answer>;

/** The handlers of a group of calls. */
export type Calls<Api extends Record<string, (payload: never) => unknown>> = {
  readonly [Name in keyof Api]: Call<ReturnType<Api[Name]>>;
};

/** A call whose payload has this shape; another one is refused with a path for each problem. */
export function call<Payload, Data>(
  schema: v.GenericSchema<unknown, Payload>,
  handle: (payload: Payload, asked: Asked) => AdminResult<Data> | Promise<AdminResult<Data>>,
): Call<AdminResult<Data>> {
  return async (payload, asked) => {
    const parsed = v.safeParse(schema, payload ?? {});
    if (parsed.success) return handle(parsed.output, asked);
    const problems = parsed.issues.map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      level: 'error' as const,
      message: issue.message,
    }));
    return refuse('invalid', 'Failed to read the request: its payload is not as expected.', problems);
  };
}
