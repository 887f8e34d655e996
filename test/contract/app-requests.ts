// Runs every kind of action through the real app and writes down what the app asks the site and what it is answered.
// It judges nothing; app-requests.test.ts does.

import { CASES } from '../app/actions';
import { createPage } from '../app/app-host';
import { LOOK_AFTER_MS } from '../../src/core/runs/lease';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { APP_ACCOUNT_ID } from '../../src/local/ports';
import { toAnswer } from '../local/confluence/site';
import { MORE, READING_FIELDS, createPost } from './app-rounds';
import type { JsonObject } from '../../src/core/json';
import type { RuleAction } from '../../src/core/rules/rule';
import type { Step } from '../../src/core/runs/run';
import type { Scene } from '../app/actions';
import type { AppHost } from '../app/app-host';
import type { Call } from '../local/confluence/openapi';
import type { Round } from './app-rounds';

/** A request of the app with its answer. */
export interface AppRequest extends Call {
  /** The kind of action that was running, or `FIELDS`. */
  readonly during: string;
}

/** Where the condition read fields that no event carries: they are fetched as the app itself. */
export const FIELDS = 'fields on demand';

/** Where the views beside the admin page asked what their user may see: in the name of that user, who is there. */
export const VIEWS = 'views';

/** One action that ran. */
export interface Deed {
  readonly kind: string;
  readonly when: string | undefined;
  readonly step: Step | undefined;
}

/** Runs everything: as the app, in a user's name, and again after the answer to the write was lost. */
export async function runEveryKind(
  host: AppHost,
): Promise<{ readonly requests: readonly AppRequest[]; readonly deeds: readonly Deed[] }> {
  const record = recordRequests(host);
  await host.admin('saveSettings', {
    settings: { impersonation: [DEMO_ACCOUNTS.writer], destructive: true },
  });
  const done: Deed[] = [];
  for (const round of [...CASES, ...MORE]) {
    record.during(round.kind);
    const named = { accountId: DEMO_ACCOUNTS.writer };
    done.push(await run(host, round, APP));
    done.push(await run(host, round, { as: named, actor: DEMO_ACCOUNTS.writer }));
    if (round.write === undefined) continue;
    done.push(await run(host, round, { ...APP, fault: { kind: 'lost', when: 'after' } }));
    // Who removes looks whether the thing itself is gone.
    if (round.write.method === 'DELETE')
      await run(host, round, { ...APP, fault: { kind: 'status', status: 404 } });
  }
  record.during(VIEWS);
  await openViews(host);
  record.during(FIELDS);
  for (const round of READING_FIELDS) done.push(await run(host, round, APP));
  return { requests: record.requests, deeds: done };
}

/** Opens the views beside the admin page, on a page, on a blog post and in a space. */
async function openViews(host: AppHost): Promise<void> {
  const page = await createPage(host, 'Seen by its reader');
  const post = await createPost(host);
  for (const id of [page, post]) await view(host, 'page-automation', 'pageRuns', {}, { content: { id } });
  const inSpace = { space: { key: 'DEMO' } };
  await view(host, 'space-automation', 'spaceRules', {}, inSpace);
  await view(host, 'space-automation', 'findPages', { text: 'reader' }, inSpace);
}

async function view(
  host: AppHost,
  module: string,
  functionKey: string,
  payload: JsonObject,
  extension: JsonObject,
): Promise<void> {
  const answer = await host.rest('POST', '/_host/api/invoke', { module, functionKey, payload, extension });
  if (answer.value?.ok !== true) throw new Error(`${functionKey}: ${JSON.stringify(answer)}`);
}

interface Circumstances {
  readonly as: RuleAction['as'];
  readonly actor: string;
  /** What happens to the write, once. */
  readonly fault?: JsonObject;
}

const APP: Circumstances = { as: 'app', actor: APP_ACCOUNT_ID };

let runs = 0;

async function run(host: AppHost, round: Round, { as, actor, fault }: Circumstances): Promise<Deed> {
  const id = `request-${++runs}`;
  const page = await createPage(host, `${round.kind} ${runs}`);
  const more = (await round.arrange?.({ host, page, actor })) ?? {};
  const scene: Scene = { host, page, actor, more };
  await host.addRules({
    id,
    when: [round.when ?? 'avi:confluence:liked:page'],
    ...(round.if === undefined ? {} : { if: round.if }),
    then: [{ id: 'act', action: round.kind, as, onError: 'stop', with: round.with(scene) }],
  });
  if (fault !== undefined) {
    await host.rest('POST', '/_host/api/faults', {
      service: 'confluence',
      ...round.write,
      times: 1,
      do: fault,
    });
  }
  await (round.cause ?? like)(scene);
  await host.whenIdle();
  if (fault !== undefined) await host.clock.advance(LOOK_AFTER_MS);
  await round.settle?.(scene);
  // Two events at one instant are one to the engine; jobs of the site come to their end.
  await host.clock.advance(5000);
  await host.whenIdle();
  await host.admin('setRuleState', { id, state: 'off' });
  const listed = await host.admin('listRuns', { rule: id });
  if (!listed.ok) throw new Error(listed.error.message);
  return { kind: round.kind, when: round.when, step: listed.data.items.at(-1)?.steps[0] };
}

async function like({ host, page, more }: Scene): Promise<void> {
  const subject = more['comment'] === undefined ? `pages/${page}` : `comments/${more['comment']}`;
  await host.rest('POST', `/_host/site/${subject}/like`);
}

/** Stands between the app and the site. Requests whose answer is lost on the way are not written down. */
function recordRequests(host: AppHost): {
  readonly requests: readonly AppRequest[];
  readonly during: (kind: string) => void;
} {
  const requests: AppRequest[] = [];
  let kind = '';
  const { handle } = host.site;
  Object.assign(host.site, {
    handle: async (...[request, caller, options]: Parameters<typeof handle>) => {
      if (options?.viaApp !== true) return handle(request, caller, options);
      const { method } = request;
      const { pathname, search } = new URL(request.url);
      const text = await request.clone().text();
      const during = kind;
      const response = await handle(request, caller, options);
      const answer = await toAnswer(response.clone());
      const body = text === '' ? {} : { body: JSON.parse(text) as unknown };
      requests.push({ method, path: pathname + search, ...body, answer, during });
      return response;
    },
  } satisfies Pick<typeof host.site, 'handle'>);
  return { requests, during: (next) => (kind = next) };
}
