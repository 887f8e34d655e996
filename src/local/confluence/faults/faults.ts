// Faults on request: the next k matching requests are answered with an error, slowly, or not at all.
// Deterministic: faults are tried in the order in which they were set. It must not know what a request does.

import * as v from 'valibot';

import type { Problem, Result } from '../../../core/result';
import { err, ok } from '../../../core/result';
import type { HostClock } from '../../ports';

const EffectSchema = v.variant('kind', [
  v.object({
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    /** Sent as Retry-After. */
    retryAfterSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    body: v.optional(v.any()),
  }),
  v.object({
    kind: v.literal('slow'),
    /** Milliseconds of host time. */
    ms: v.pipe(v.number(), v.minValue(0)),
  }),
  v.object({
    kind: v.literal('lost'),
    /** Whether the request took effect before the connection was lost. */
    when: v.picklist(['before', 'after']),
  }),
]);

const FaultSchema = v.object({
  method: v.optional(v.pipe(v.string(), v.toUpperCase())),
  /** Regular expression over path and query. */
  path: v.optional(v.pipe(v.string(), v.check(isRegExp, 'expected a regular expression'))),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  do: EffectSchema,
  callers: v.optional(v.picklist(['app', 'all']), 'app'),
});

export type FaultSpec = v.InferOutput<typeof FaultSchema>;

/** A fault that waits for requests; `times` is how many it will still meet. */
interface Fault extends FaultSpec {
  readonly id: string;
}

/** The connection broke: the caller got no answer. `tookEffect` is for tests and logs; the caller cannot know. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
  readonly tookEffect: boolean;

  constructor(tookEffect: boolean) {
    super('Failed to reach Confluence: the connection was lost (a fault that was asked for).');
    this.tookEffect = tookEffect;
  }
}

export interface Faults {
  add(fault: FaultSpec): Fault;
  /** Those still waiting, in the order in which they apply. */
  list(): readonly Fault[];
  clear(): void;
  /** Answers through the first matching fault, or by `answer` itself. Rejects with {@link ConnectionLostError}. */
  meet(request: Request, fromApp: boolean, answer: () => Promise<Response>): Promise<Response>;
}

/** Reads a fault from outside. */
export function parseFault(value: unknown): Result<FaultSpec> {
  const result = v.safeParse(FaultSchema, value);
  if (result.success) return ok(result.output);
  const problems = result.issues.map((issue): Problem => ({
    path: v.getDotPath(issue) ?? '',
    level: 'error',
    message: issue.message,
  }));
  return err(problems);
}

export function createFaults(clock: HostClock): Faults {
  let waiting: readonly Fault[] = [];
  let count = 0;

  function take(request: Request, fromApp: boolean): Fault | undefined {
    const fault = waiting.find((candidate) => matches(candidate, request, fromApp));
    if (fault === undefined) return undefined;
    waiting = waiting.flatMap((other) => {
      if (other.id !== fault.id) return [other];
      return other.times > 1 ? [{ ...other, times: other.times - 1 }] : [];
    });
    return fault;
  }

  return {
    add: (spec) => {
      count += 1;
      const fault: Fault = { ...spec, id: `fault-${count}` };
      waiting = [...waiting, fault];
      return fault;
    },
    list: () => waiting,
    clear: () => {
      waiting = [];
    },
    meet: async (request, fromApp, answer) => {
      const effect = take(request, fromApp)?.do;
      if (effect === undefined) return answer();
      switch (effect.kind) {
        case 'status':
          return statusResponse(effect);
        case 'slow':
          await clock.sleep(effect.ms);
          return answer();
        case 'lost':
          if (effect.when === 'after') await answer();
          throw new ConnectionLostError(effect.when === 'after');
      }
    },
  };
}

function matches(fault: Fault, request: Request, fromApp: boolean): boolean {
  if (fault.callers === 'app' && !fromApp) return false;
  if (fault.method !== undefined && fault.method !== request.method) return false;
  const { pathname, search } = new URL(request.url);
  return fault.path === undefined || new RegExp(fault.path).test(pathname + search);
}

function statusResponse(effect: Extract<FaultSpec['do'], { kind: 'status' }>): Response {
  const headers = new Headers();
  if (effect.retryAfterSeconds !== undefined) headers.set('Retry-After', String(effect.retryAfterSeconds));
  if (effect.status === 429) headers.set('RateLimit-Reason', 'confluence-quota-tenant-based');
  const body: unknown = effect.body ?? {
    code: effect.status,
    message: TEXTS[effect.status] ?? 'Service error',
  };
  return Response.json(body, { status: effect.status, headers });
}

const TEXTS: { readonly [status: number]: string } = {
  429: 'Rate limit exceeded',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

function isRegExp(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
