// The retry cycle through the whole product: the real app and SDK, the host's Forge, the host's Confluence.

import { afterEach, expect, it } from 'vitest';
import { LOOK_AFTER_MS } from '../../src/core/runs/lease';
import { START_MS, commentsOf, createAppHost, createPage, labelsOf } from './app-host';
import type { AppHost } from './app-host';

let host: AppHost;
afterEach(() => host?.dispose());

const GREET = {
  id: 'greet',
  when: ['avi:confluence:created:page'],
  then: [
    {
      id: 'label',
      action: 'label.add',
      as: 'app' as const,
      onError: 'stop' as const,
      with: { labels: ['seen'] },
    },
    {
      id: 'hello',
      action: 'comment.add',
      as: 'app' as const,
      onError: 'stop' as const,
      with: { body: '<p>Hello {{content.title}}</p>' },
    },
  ],
};

async function runsOfGreet() {
  const listed = await host.admin('listRuns', { rule: 'greet' });
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.data.items;
}

it('posts a comment once, 14 seconds later, when the site answers 429 with Retry-After: 7 twice', async () => {
  host = await createAppHost();
  await host.addRules(GREET);
  await host.rest('POST', '/_host/api/faults', {
    service: 'confluence',
    method: 'POST',
    path: 'footer-comments',
    times: 2,
    do: { kind: 'status', status: 429, retryAfterSeconds: 7 },
  });
  const page = await createPage(host, 'Meeting');
  await host.whenIdle();
  expect(await commentsOf(host, page)).toEqual([]);
  await host.clock.advance(13_999);
  expect(await commentsOf(host, page)).toEqual([]);
  await host.clock.advance(1);
  expect(await commentsOf(host, page)).toHaveLength(1);
  expect((await commentsOf(host, page))[0]).toContain('<p>Hello Meeting</p>');
  expect(await labelsOf(host, page)).toEqual(['seen']);

  const [run] = await runsOfGreet();
  expect(run?.outcome).toBe('succeeded');
  const [label, hello] = run?.steps ?? [];
  expect(label?.attempts).toHaveLength(1);
  expect(hello?.attempts.map(({ outcome, at }) => [outcome, Date.parse(at) - START_MS])).toEqual([
    ['retry', 0],
    ['retry', 7000],
    ['done', 14_000],
  ]);

  await host.clock.advance(3_600_000);
  expect(await commentsOf(host, page)).toHaveLength(1);
});

it('gives up after the fourth retry, and the run says why', async () => {
  host = await createAppHost();
  await host.addRules(GREET);
  await host.rest('POST', '/_host/api/faults', {
    service: 'confluence',
    method: 'POST',
    path: 'footer-comments',
    times: 50,
    do: { kind: 'status', status: 503 },
  });
  const page = await createPage(host, 'Meeting');
  await host.whenIdle();
  await host.clock.advance(4 * 900_000);
  const [run] = await runsOfGreet();
  expect(run?.outcome).toBe('failed');
  expect(run?.steps[1]?.attempts).toHaveLength(5);
  expect(run?.steps[1]?.reason).toMatch(
    /^Gave up after 5 attempts\. Failed to comment on page \d+: Confluence answered 503/,
  );
  expect(await commentsOf(host, page)).toEqual([]);
});

it('finds the comment whose answer was lost, and does not post it again', async () => {
  host = await createAppHost();
  await host.addRules(GREET);
  await host.rest('POST', '/_host/api/faults', {
    service: 'confluence',
    method: 'POST',
    path: 'footer-comments',
    times: 1,
    do: { kind: 'lost', when: 'after' },
  });
  const page = await createPage(host, 'Meeting');
  await host.whenIdle();
  await host.clock.advance(LOOK_AFTER_MS);
  expect(await commentsOf(host, page)).toHaveLength(1);
  const [run] = await runsOfGreet();
  expect(run?.steps[1]).toMatchObject({
    outcome: 'done',
    reason: expect.stringContaining('earlier attempt'),
  });
});

it('survives a restart of everything in the middle of a wait', async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const dataDir = await mkdtemp(join(tmpdir(), 'rulewright-restart-'));
  try {
    host = await createAppHost({ dataDir });
    await host.addRules(GREET);
    await host.rest('POST', '/_host/api/faults', {
      service: 'confluence',
      method: 'POST',
      path: 'footer-comments',
      times: 1,
      do: { kind: 'status', status: 429, retryAfterSeconds: 60 },
    });
    const page = await createPage(host, 'Meeting');
    await host.whenIdle();
    await host.dispose();
    host = await createAppHost({ dataDir });
    await host.clock.advance(60_000);
    expect(await commentsOf(host, page)).toHaveLength(1);
  } finally {
    await host.dispose();
    await rm(dataDir, { recursive: true, force: true });
  }
});
