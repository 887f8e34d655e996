// One call of a view beside the admin page: a payload of a known shape in, an answer out, for a user who need not be an
// admin. Each call asks Confluence, through the viewer, whether that user may see what it answers.

import * as v from 'valibot';
import { refuse } from '../answers';
import type { Ports } from '../../ports';
import type { AdminResult } from '../api/result';
import type { Viewer } from './viewer';

/** Who asks, where the view stands, and what answers. What a view says of where it stands is not trusted. */
export interface ViewerAsked {
  readonly viewer: Viewer;
  /** The content that the view stands on, or empty. */
  readonly contentId: string;
  /** Key of the space that the view stands in, or empty. */
  readonly spaceKey: string;
  readonly ports: Pick<
    Ports,
    'rules' | 'index' | 'runs' | 'settings' | 'clock' | 'fields' | 'confluence' | 'log'
  >;
}

/** Answers one call. Throws only when a port does. */
export type ViewerCall<Answer> = (payload: unknown, asked: ViewerAsked) => Promise<Answer>;

/** The handlers of a view. */
export type ViewerCalls<Api extends Record<string, (payload: never) => unknown>> = {
  readonly [Name in keyof Api]: ViewerCall<ReturnType<Api[Name]>>;
};

/** A call whose payload has this shape; another one is refused with a path for each problem. */
export function viewerCall<Payload, Data>(
  schema: v.GenericSchema<unknown, Payload>,
  handle: (payload: Payload, asked: ViewerAsked) => Promise<AdminResult<Data>>,
): ViewerCall<AdminResult<Data>> {
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
