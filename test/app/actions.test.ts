// Every kind of action through the whole product: as each identity, as its preview says, and once although the answer
// to its write was lost.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_KINDS, ACTIONS } from '../../src/core/actions/index';
import { LOOK_AFTER_MS } from '../../src/core/runs/lease';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { ACTORS, CASES } from './actions';
import { createAppHost, createPage } from './app-host';
import type { Run } from '../../src/core/runs/run';
import type { RuleAction } from '../../src/core/rules/rule';
import type { ActorName, Case, Scene } from './actions';
import type { AppHost } from './app-host';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
  await allowDestructive(true);
}, 300_000);
afterAll(() => host?.dispose());

const allowDestructive = (destructive: boolean) =>
  host.admin('saveSettings', { settings: { impersonation: [DEMO_ACCOUNTS.writer], destructive } });

const AS: { readonly [K in ActorName]: RuleAction['as'] } = {
  app: 'app',
  initiator: 'initiator',
  named: { accountId: DEMO_ACCOUNTS.writer },
};

let cases = 0;

/** Arranges what the case needs, on a page of its own. */
async function arrange(each: Case, actor: string): Promise<Scene> {
  // The store takes so much a minute, and on a clock that stands all cases fall into one.
  await host.clock.advance(1000);
  const page = await createPage(host, `${each.kind} ${++cases}`);
  const more = (await each.arrange?.({ host, page, actor })) ?? {};
  return { host, page, actor, more };
}

/** Lets a rule with this one action act on the scene, and answers its run as it stands then. */
async function act(
  each: Case,
  scene: Scene,
  as: RuleAction['as'],
  state: 'live' | 'shadow' = 'live',
): Promise<Run> {
  const id = `case-${++cases}`;
  const when = each.when ?? 'avi:confluence:liked:page';
  const about = when.endsWith(':comment') ? 'content.container.id' : 'content.id';
  await host.addRules({
    id,
    state,
    when: [when],
    if: { '==': [{ var: about }, scene.page] },
    then: [{ id: 'act', action: each.kind, as, onError: 'stop', with: each.with(scene) }],
  });
  const liked =
    scene.more['comment'] === undefined ? `pages/${scene.page}` : `comments/${scene.more['comment']}`;
  if (each.cause === undefined) await host.rest('POST', `/_host/site/${liked}/like`);
  else await each.cause(scene);
  await host.whenIdle();
  return runOf(id);
}

async function runOf(rule: string): Promise<Run> {
  const listed = await host.admin('listRuns', { rule });
  if (!listed.ok) throw new Error(listed.error.message);
  const [run, ...others] = listed.data.items;
  if (run === undefined || others.length > 0) throw new Error(`${listed.data.items.length} runs of ${rule}`);
  return run;
}

it('has a case for every kind', () => {
  expect(CASES.map(({ kind }) => kind)).toEqual([...ACTION_KINDS]);
});

/** Kinds that write something, of which an answer can be lost. */
const WRITING = CASES.filter(({ write, lose }) => write !== undefined || lose !== undefined);

describe.each(CASES)('$kind', (each) => {
  it.each(['app', 'initiator', 'named'] as const)('is done as the %s', async (name) => {
    // Confluence lets only administrators change the watches of others, and itself knows nobody's but the actor's.
    const scene = await arrange(each, ACTORS[name]);
    const { rule } = await act(each, scene, AS[name]);
    await each.settle?.(scene);
    expect((await runOf(rule)).steps[0]).toMatchObject({ outcome: 'done' });
    await each.check(scene);
  });

  it('says beforehand what it would do, and does nothing', async () => {
    const scene = await arrange(each, ACTORS.app);
    const run = await act(each, scene, 'app', 'shadow');
    const [step] = run.steps;
    expect(step?.outcome).toBe('skipped');
    const said =
      step?.reason?.match(/^Shadow: would ([\s\S]*?)(?:, as the app)?\.$/)?.[1] ?? step?.reason ?? '';
    expect(said).toMatch(each.preview);
    if (each.count !== undefined) expect(await each.count(scene)).toBe(0);
  });

  it.skipIf(!WRITING.includes(each))('has one effect although the answer was lost', async () => {
    const scene = await arrange(each, ACTORS.app);
    const lost = { times: 1, do: { kind: 'lost', when: 'after' } };
    if (each.lose === undefined) {
      await host.rest('POST', '/_host/api/faults', { service: 'confluence', ...each.write, ...lost });
    } else await each.lose();
    const run = await act(each, scene, 'app');
    expect(run.steps[0]).toMatchObject({ outcome: 'waiting' });
    await host.clock.advance(LOOK_AFTER_MS);
    await host.whenIdle();
    const after = await runOf(run.rule);
    expect(after.steps[0]).toMatchObject({ outcome: 'done' });
    expect(after.steps[0]?.attempts).toHaveLength(2);
    if (each.count !== undefined) expect(await each.count(scene)).toBe(1);
    await each.check(scene);
  });
});

describe('refusals', () => {
  const cased = (kind: string) => {
    const found = CASES.find((each) => each.kind === kind);
    if (found === undefined) throw new Error(kind);
    return found;
  };

  it.each(CASES.filter(({ kind }) => ACTIONS[kind as 'page.trash'].destructive === true))(
    '$kind is refused while an admin has not turned it on',
    async (each) => {
      await allowDestructive(false);
      const scene = await arrange(each, ACTORS.app);
      const run = await act(each, scene, 'app');
      await allowDestructive(true);
      expect(run.steps[0]).toMatchObject({
        outcome: 'failed',
        reason: `Failed to perform "${each.kind}": trashing, archiving and restricting are turned off. An admin can turn them on in the settings.`,
      });
    },
  );

  it.each(
    CASES.filter(
      ({ kind }) => !kind.startsWith('comment.re') && ACTIONS[kind as 'page.trash'].impersonal !== true,
    ),
  )('$kind fails in words where the page lets the app in no more', async (each) => {
    const scene = await arrange(each, ACTORS.app);
    const user = [{ type: 'known', accountId: DEMO_ACCOUNTS.admin }];
    await host.rest('PUT', `/wiki/rest/api/content/${scene.page}/restriction`, [
      { operation: 'read', restrictions: { user, group: [] } },
    ]);
    const run = await act(each, scene, 'app');
    expect(run.steps[0]?.outcome).toBe('failed');
    expect(run.steps[0]?.reason).toMatch(/^Failed to .*: .*\. [A-Z].*\.$/s);
  });

  it('does not act as somebody who is not on the list', async () => {
    const scene = await arrange(cased('page.title'), ACTORS.app);
    const run = await act(cased('page.title'), scene, { accountId: DEMO_ACCOUNTS.member });
    expect(run.steps[0]).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('allowed users'),
    });
  });

  it('says that a title is taken, unless it may be numbered', async () => {
    const taken = await createPage(host, 'Taken');
    const create = (unique: boolean): Case => ({
      ...cased('page.create'),
      with: () => ({ title: 'Taken', parent: taken, body: '<p>x</p>', unique }),
    });
    const scene = await arrange(create(false), ACTORS.app);
    expect((await act(create(false), scene, 'app')).steps[0]?.reason).toMatch(
      /^Failed to create the page "Taken": the space has a page of that title\./,
    );
    const numbered = await arrange(create(true), ACTORS.app);
    expect((await act(create(true), numbered, 'app')).steps[0]?.reason).toMatch(
      /^Created page \d+, "Taken \(2\)"\.$/,
    );
  });

  it('waits while another archive job runs', async () => {
    const other = await createPage(host, 'Another to archive');
    const scene = await arrange(cased('page.archive'), ACTORS.app);
    await host.rest('POST', '/wiki/rest/api/content/archive', { pages: [{ id: Number(other) }] });
    const run = await act(cased('page.archive'), scene, 'app');
    expect(run.steps[0]).toMatchObject({ outcome: 'waiting' });
    await host.clock.advance(31_000);
    await cased('page.archive').check(scene);
  });

  it('says that a passage is not in the text', async () => {
    const inline: Case = {
      ...cased('comment.inline'),
      with: () => ({ passage: 'Nowhere', body: '<p>x</p>' }),
    };
    const scene = await arrange(inline, ACTORS.app);
    expect((await act(inline, scene, 'app')).steps[0]?.reason).toMatch(/does not contain "Nowhere"/);
  });
});
