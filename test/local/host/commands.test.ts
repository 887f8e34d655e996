import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT, createHost } from '../../../src/local/host';
import type { ChildProcess } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import type { Host } from '../../../src/local/host';

const MAIN = join(PROJECT_ROOT, 'src', 'local', 'main.ts');
const FIRE = join(PROJECT_ROOT, 'src', 'cli', 'fire.ts');

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'rulewright-test-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first address it prints. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(script: string, ...args: readonly string[]): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: PROJECT_ROOT });
  started.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      const found = /http:\/\/[^\s]+/.exec(out);
      if (found !== null) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`It ended without an address.\n${out}\n${err}`)));
  });
  url.catch(() => undefined);
  return {
    child,
    url,
    ended: new Promise((resolve) => child.on('exit', (code) => resolve({ code, out, err }))),
  };
}

const invoke = async (
  url: string,
  functionKey: string,
  payload: object,
): Promise<{ ok: boolean; data: never }> => {
  const response = await fetch(`${url}/_host/api/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ module: 'rulewright-admin', functionKey, payload }),
  });
  return ((await response.json()) as { value: never }).value;
};
const ruleIds = async (url: string): Promise<string[]> => {
  const { data } = await invoke(url, 'listRules', {});
  return (data as { items: { id: string }[] }).items.map(({ id }) => id).sort();
};

// Processes start slowly on a busy machine.
describe('npm start', { timeout: 240_000 }, () => {
  it('serves at once at the address that it prints, with the demo rules at the first start only', async () => {
    const data = join(folder, 'data');
    const first = start(MAIN, '--port', '0', '--data', data);
    const url = await first.url;
    expect(await ruleIds(url)).toEqual(['greet-meeting-notes', 'label-meeting-notes']);
    expect((await invoke(url, 'deleteRule', { id: 'greet-meeting-notes' })).ok).toBe(true);
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, err: '' });

    const second = start(MAIN, '--port', '0', '--data', data);
    expect(await ruleIds(await second.url)).toEqual(['label-meeting-notes']);
    second.child.kill('SIGINT');
    expect(await second.ended).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(process.platform === 'win32')('stops with npm, which tells only its shell', async () => {
    const command = `"${process.execPath}" --import tsx "${MAIN}" --port 0 --data "${join(folder, 'npm')}"; true`;
    const shell = spawn('sh', ['-c', command], {
      cwd: PROJECT_ROOT,
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    started.push(shell);
    const url = await new Promise<string>((resolve) => {
      shell.stdout.on('data', (data: Buffer) => resolve(/http:\/\/[^\s]+/.exec(data.toString())?.[0] ?? ''));
    });
    expect((await fetch(`${url}/_host/api/status`)).status).toBe(200);
    shell.kill('SIGTERM');
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'up',
            () => 'down',
          ),
        { timeout: 60_000 },
      )
      .toBe('down');
  });

  it('imports the rule files that are named, and refuses a malformed one with every problem', async () => {
    const good = join(folder, 'good.json');
    const bad = join(folder, 'bad.json');
    const rule = {
      id: 'mine',
      name: 'Mine',
      state: 'live',
      when: ['avi:confluence:created:page'],
      then: [{ id: 'a', action: 'label.add', with: { labels: ['x'] } }],
    };
    await writeFile(good, JSON.stringify({ format: 'rulewright', version: 1, rules: [rule] }));
    await writeFile(
      bad,
      JSON.stringify({ format: 'rulewright', version: 1, rules: [{ ...rule, when: [], then: [] }] }),
    );
    const data = join(folder, 'named');
    const one = start(MAIN, '--port', '0', '--data', data, '--rules', good);
    expect(await ruleIds(await one.url)).toContain('mine');
    one.child.kill('SIGTERM');
    await one.ended;

    const other = await start(MAIN, '--port', '0', '--data', join(folder, 'refused'), '--rules', bad).ended;
    expect(other.code).toBe(1);
    expect(other.err).toContain('rules[0].when');
    expect(other.err).toContain('rules[0].then');
    expect(other.out).toBe('');
  });

  it('says what to do when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, err } = await start(MAIN, '--port', String(port), '--data', join(folder, 'taken')).ended;
    taken.close();
    expect(code).toBe(1);
    expect(err).toContain(`Failed to listen on port ${port}: it is taken. Choose another with --port`);
  });

  it('refuses options that it does not know, with those it knows', async () => {
    const { code, err } = await start(MAIN, '--prot', '1').ended;
    expect(code).toBe(2);
    expect(err).toContain('--port N');
  });
});

describe('npm run fire', { timeout: 240_000 }, () => {
  let host: Host;
  beforeAll(async () => {
    host = await createHost({ pages: false, rules: [join(PROJECT_ROOT, 'rules', 'demo.json')] });
  });
  afterAll(() => host.dispose());

  /** An event about a page of the site, which the site itself has published under another title. */
  const created = async (title: string): Promise<object> => {
    const spaces = (await (await fetch(`${host.url}/wiki/api/v2/spaces`)).json()) as {
      results: { id: string }[];
    };
    const response = await fetch(`${host.url}/wiki/api/v2/pages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        spaceId: spaces.results[0]?.id,
        status: 'current',
        title: `Draft of ${title}`,
        body: { representation: 'storage', value: '<p>x</p>' },
      }),
    });
    const { id } = (await response.json()) as { id: string };
    await host.whenIdle();
    return {
      eventType: 'avi:confluence:created:page',
      eventCreatedDate: '2026-01-05T09:00:00.000Z',
      atlassianId: host.site.users().find(({ admin }) => admin)?.accountId,
      content: { id, type: 'page', status: 'current', title, space: { key: 'ENG' } },
    };
  };
  const file = async (name: string, content: unknown): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('prints what happened in words, and exits with 0', async () => {
    const path = await file('meeting.json', await created('Meeting: one'));
    const { code, out } = await start(FIRE, path, '--url', host.url).ended;
    expect(out).toContain('label-meeting-notes: succeeded');
    expect(out).toMatch(/hello \(comment\.add as app\): done, 1 attempt/);
    expect(code).toBe(0);
  });

  it('prints JSON alone when asked to, and lets the clock jump over delays', async () => {
    const payload = await created('Meeting: two');
    host.faults.add({
      path: 'footer-comments',
      times: 2,
      do: { kind: 'status', status: 429, retryAfterSeconds: 700 },
    });
    const { code, out } = await start(
      FIRE,
      await file('two.json', payload),
      '--url',
      host.url,
      '--json',
      '--clock',
      'auto',
    ).ended;
    const report = JSON.parse(out) as { runs: { rule: string; steps: unknown[] }[] };
    expect(report).toMatchObject({ atRest: true, eventKey: expect.any(String) as unknown });
    expect(report.runs.find(({ rule }) => rule === 'greet-meeting-notes')?.steps).toEqual([
      expect.objectContaining({
        id: 'hello',
        action: 'comment.add',
        as: 'app',
        outcome: 'done',
        attempts: 3,
      }),
    ]);
    expect(code).toBe(0);
  });

  it('exits with 1 when a run has failed, or is not at rest in time', async () => {
    const refused = await file('refused.json', await created('Meeting: three'));
    host.faults.add({ path: 'footer-comments', times: 9, do: { kind: 'status', status: 403 } });
    expect((await start(FIRE, refused, '--url', host.url).ended).code).toBe(1);
    host.faults.clear();

    const payload = await created('Meeting: four');
    host.faults.add({
      path: 'footer-comments',
      times: 9,
      do: { kind: 'status', status: 429, retryAfterSeconds: 700 },
    });
    const { code, out } = await start(
      FIRE,
      await file('slow.json', payload),
      '--url',
      host.url,
      '--timeout',
      '1',
    ).ended;
    host.faults.clear();
    expect(out).toContain('Not everything has come to rest yet.');
    expect(code).toBe(1);
  });

  it('exits with 2 when there is no file, no host, or no event', async () => {
    const noFile = await start(FIRE, 'nowhere.json').ended;
    expect([noFile.code, noFile.err]).toEqual([2, expect.stringContaining('Failed to read "nowhere.json"')]);
    const event = await file('event.json', { eventType: 'avi:confluence:created:page' });
    const nobody = await start(FIRE, event, '--url', 'http://127.0.0.1:9').ended;
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('Start it with npm start')]);
    const noEvent = await start(FIRE, await file('other.json', { a: 1 }), '--url', host.url).ended;
    expect([noEvent.code, noEvent.err]).toEqual([2, expect.stringContaining('payload.eventType')]);
  });
});
