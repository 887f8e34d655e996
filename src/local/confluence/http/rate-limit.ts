// The points quota of an app: what each request costs, the headers that tell, and the wall at its end.
// It counts only; whether a request came from the app is decided by the caller.
//
// Source: developer.atlassian.com/cloud/confluence/rate-limiting: 65,000 points an hour, reset at each full
// hour; a write costs 1, a read 1 and 1 for each object (2 for users, groups and permissions).

import type { HostClock } from '../../ports';

const QUOTA_POINTS = 65_000;
const HOUR_MS = 3_600_000;
/** `RateLimit` says what remains only when this share is used. */
const NEAR_LIMIT_SHARE = 0.8;
/** Reads whose objects cost two points. */
const EXPENSIVE = /\/(users?|groups?|users-bulk|permissions?|memberof|membersByGroupId)(\/|$|\?)/;

export interface RateLimit {
  /** Answers 429 when the quota is spent; else lets `answer` do it, counts, and adds the headers. */
  meet(request: Request, answer: () => Promise<Response>): Promise<Response>;
}

export function createRateLimit(clock: HostClock): RateLimit {
  let hour = -1;
  let spent = 0;

  return {
    meet: async (request, answer) => {
      const nowMs = clock.nowMs();
      const currentHour = Math.floor(nowMs / HOUR_MS);
      if (currentHour !== hour) [hour, spent] = [currentHour, 0];
      const resetMs = (currentHour + 1) * HOUR_MS;
      const resetSeconds = Math.ceil((resetMs - nowMs) / 1000);

      if (spent >= QUOTA_POINTS) return refuse(resetMs, resetSeconds);
      const response = await answer();
      spent += await cost(request, response);
      return withHeaders(response, headersFor(QUOTA_POINTS - spent, resetMs, resetSeconds));
    },
  };
}

async function cost(request: Request, response: Response): Promise<number> {
  if (request.method !== 'GET' || !response.ok) return 1;
  const perObject = EXPENSIVE.test(new URL(request.url).pathname) ? 2 : 1;
  return 1 + perObject * (await countObjects(response));
}

/** The items of a list, else one. */
async function countObjects(response: Response): Promise<number> {
  if (response.headers.get('content-type') !== 'application/json') return 1;
  const body: unknown = await response.clone().json();
  const results = (body as { readonly results?: unknown } | null)?.results;
  return Array.isArray(results) ? results.length : 1;
}

function headersFor(remaining: number, resetMs: number, resetSeconds: number): Record<string, string> {
  const left = Math.max(0, remaining);
  const isNear = left < QUOTA_POINTS * (1 - NEAR_LIMIT_SHARE);
  return {
    'X-RateLimit-Limit': String(QUOTA_POINTS),
    'X-RateLimit-Remaining': String(left),
    'X-RateLimit-Reset': new Date(resetMs).toISOString(),
    'X-RateLimit-NearLimit': String(isNear),
    'RateLimit-Policy': `"global-app-quota";q=${QUOTA_POINTS};w=${HOUR_MS / 1000}`,
    RateLimit: `"global-app-quota";${isNear ? `r=${left};` : ''}t=${resetSeconds}`,
  };
}

function refuse(resetMs: number, resetSeconds: number): Response {
  const headers = {
    ...headersFor(0, resetMs, resetSeconds),
    'Retry-After': String(resetSeconds),
    'RateLimit-Reason': 'confluence-quota-global-based',
  };
  return Response.json({ code: 429, message: 'Rate limit exceeded' }, { status: 429, headers });
}

function withHeaders(response: Response, added: Record<string, string>): Response {
  for (const [name, value] of Object.entries(added)) response.headers.set(name, value);
  return response;
}
