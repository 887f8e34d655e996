// A site for one test: its store in a folder of its own, a clock that the test moves, and what was published.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

import { isJsonObject } from '../../../src/core/json';
import type { JsonObject } from '../../../src/core/json';
import { createConfluence } from '../../../src/local/confluence/confluence';
import type { Confluence, ConfluenceOptions } from '../../../src/local/confluence/confluence';
import { DEMO_ACCOUNTS } from '../../../src/local/confluence/seed/people';
import { APP_ACCOUNT_ID } from '../../../src/local/ports';
import type { Caller, HostClock } from '../../../src/local/ports';
import { openStore } from '../../../src/local/store/store';

export const people = { ...DEMO_ACCOUNTS, app: APP_ACCOUNT_ID };

/** 2026-01-05T09:00:00Z */
const START_MS = Date.UTC(2026, 0, 5, 9);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text of an answer that is not JSON. */
  readonly body: unknown;
  /** What is at `path` of the body, such as `errors.0.title`; `undefined` when there is nothing. */
  readonly get: (path: string) => unknown;
  /** As `get`, for a string or number. */
  readonly text: (path: string) => string;
  /** As `get`, for a list; with `field`, that field of each of its items. */
  readonly list: (path: string, field?: string) => readonly unknown[];
}

export interface TestSite {
  readonly confluence: Confluence;
  readonly events: JsonObject[];
  /** Event types since the last call of `takeEvents`. */
  takeEvents(): readonly JsonObject[];
  call(
    who: keyof typeof people | Caller,
    method: string,
    path: string,
    body?: unknown,
    headers?: object,
  ): Promise<Answer>;
  /** Moves the clock and does what falls due. */
  advance(ms: number): Promise<void>;
  spaceId(key: string): Promise<string>;
  /** Creates a page in DEMO as Ada and answers its JSON. */
  page(title: string, more?: object): Promise<{ readonly id: string; readonly answer: Answer }>;
  /** From now on nothing that the site publishes is taken, as in a process that is about to be killed. */
  takeNothing(): void;
  /** Opens the same data again, as after a restart. */
  reopen(): Promise<void>;
  dispose(): Promise<void>;
}

/** A clock that stands still until it is moved. */
function standingClock(startMs: number): HostClock & { advance(ms: number): Promise<void> } {
  let nowMs = startMs;
  let due: { readonly atMs: number; readonly work: () => Promise<void> | void }[] = [];
  const clock: ReturnType<typeof standingClock> = {
    nowMs: () => nowMs,
    sleep: (ms) => new Promise((resolve) => void clock.at(nowMs + ms, resolve)),
    at: (atMs, work) => {
      const entry = { atMs, work };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    advance: async (ms) => {
      nowMs += ms;
      const ready = due.filter(({ atMs }) => atMs <= nowMs);
      due = due.filter(({ atMs }) => atMs > nowMs);
      for (const { work } of ready) await work();
    },
  };
  return clock;
}

/** Seeding writes to the disk many times, so it is done once and each site starts from a copy. */
let seeded: Promise<string> | undefined;

afterAll(async () => {
  if (seeded !== undefined) rmSync(await seeded, { recursive: true });
});

async function seedOnce(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rulewright-seed-'));
  const store = openStore(folder);
  const emit = () => Promise.reject(new Error('Seeding must publish nothing.'));
  const confluence = createConfluence({ store, clock: standingClock(START_MS), emit });
  await confluence.seedDemo();
  await store.close();
  return folder;
}

export async function createSite(options: Partial<ConfluenceOptions> = {}): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'rulewright-site-'));
  seeded ??= seedOnce();
  cpSync(await seeded, folder, { recursive: true });
  const clock = standingClock(START_MS);
  const events: JsonObject[] = [];
  let taken = 0;
  let takes = true;
  const open = () => {
    const store = openStore(folder);
    const confluence = createConfluence({
      store,
      clock,
      ...options,
      emit: (payload) => {
        if (!takes) return new Promise(() => undefined);
        events.push(payload);
        return Promise.resolve();
      },
    });
    return { store, confluence };
  };
  let opened = open();

  const site: TestSite = {
    get confluence() {
      return opened.confluence;
    },
    events,
    takeEvents: () => {
      const fresh = events.slice(taken);
      taken = events.length;
      return fresh;
    },
    call: async (who, method, path, body, headers = {}) => {
      const caller = typeof who === 'string' ? callerOf(who) : who;
      const isForm = body instanceof FormData;
      const init: RequestInit = {
        method,
        headers: {
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      };
      const response = await opened.confluence.handle(new Request(`http://127.0.0.1:9${path}`, init), caller);
      return toAnswer(response);
    },
    advance: (ms) => clock.advance(ms),
    spaceId: async (key) => {
      const query = `keys=${encodeURIComponent(key)}`;
      return (await site.call('admin', 'GET', `/wiki/api/v2/spaces?${query}`)).text('results.0.id');
    },
    page: async (title, more = {}) => {
      const spaceId = await site.spaceId('DEMO');
      const body = { representation: 'storage', value: `<p>${title}</p>` };
      const written = { spaceId, title, body, ...more };
      const answer = await site.call('admin', 'POST', '/wiki/api/v2/pages', written);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return { id: answer.text('id'), answer };
    },
    takeNothing: () => {
      takes = false;
    },
    reopen: async () => {
      takes = true;
      opened.confluence.dispose();
      await opened.store.close();
      opened = open();
    },
    dispose: async () => {
      opened.confluence.dispose();
      await opened.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return site;
}

export async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson ? JSON.parse(text) : text;
  const answer: Answer = {
    status: response.status,
    headers: response.headers,
    body,
    get: (path) => at(body, path),
    text: (path) => {
      const value = at(body, path);
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      throw new Error(`No text at "${path}" of ${text}`);
    },
    list: (path, field) => {
      const value = at(body, path);
      if (!Array.isArray(value)) throw new Error(`No list at "${path}" of ${text}`);
      const items: readonly unknown[] = value;
      return field === undefined ? items : items.map((item) => at(item, field));
    },
  };
  return answer;
}

/** What is at a dotted path of a JSON value. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((current, name) => {
    if (Array.isArray(current)) return current[Number(name)];
    return isJsonObject(current) ? current[name] : undefined;
  }, value);
}

function callerOf(who: keyof typeof people): Caller {
  return { kind: who === 'app' ? 'app' : 'user', accountId: people[who] };
}

export function typesOf(events: readonly JsonObject[]): readonly unknown[] {
  return events.map((event) => event['eventType']);
}
