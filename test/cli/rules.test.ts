// `npm run rules` as a person or a script calls it: what it prints, and how it ends.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rulewright-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
  json: any;
}

function rules(...args: string[]): Ended {
  return rulesWith('', ...args);
}

/** The same with `input` as standard input. */
function rulesWith(input: string, ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/rules.ts', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      input,
    },
  );
  return {
    code: status,
    out: stdout,
    err: stderr,
    json: args.includes('--json') && stdout !== '' ? JSON.parse(stdout) : undefined,
  };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const rule = (changes: object = {}) => ({
  id: 'greet',
  name: 'Greet',
  state: 'live',
  when: ['avi:confluence:created:page'],
  if: { startsWith: [{ var: 'content.title' }, 'Meeting'] },
  then: [{ id: 'label', action: 'label.add', with: { labels: ['greeted'] } }],
  ...changes,
});
const set = (...all: object[]) => ({ format: 'rulewright', version: 1, rules: all });
const event = (title: string) => ({
  eventType: 'avi:confluence:created:page',
  content: { id: '1', type: 'page', title, space: { id: 2, key: 'ENG', type: 'global' } },
});

describe('rules', () => {
  it('lint finds nothing in a good file and ends with 0', () => {
    expect(rules('lint', file('good.json', set(rule())), '--json')).toMatchObject({
      code: 0,
      json: { problems: [] },
    });
  });

  it('lint names file, path and suggestion of each problem and ends with 1', () => {
    const path = file(
      'bad.json',
      set(rule({ descripton: 'x' }), rule({ id: 'other', when: ['avi:confluence:create:page'] })),
    );
    const { code, json } = rules('lint', path, '--json');
    expect(code).toBe(1);
    expect(json.problems).toContainEqual(
      expect.objectContaining({
        file: path,
        path: 'rules[0].descripton',
        level: 'error',
        suggestion: 'description',
      }),
    );
  });

  it('test runs the tests inside a set and ends with 1 when one fails', () => {
    const tests = [
      {
        name: 'acts',
        event: { sample: 'avi:confluence:created:page', with: { 'content.title': 'Meeting 1' } },
        expect: [{ rule: 'greet', verdict: 'acts', actions: ['label'] }],
      },
      {
        name: 'wrong',
        event: { sample: 'avi:confluence:created:page' },
        expect: [{ rule: 'greet', verdict: 'acts' }],
      },
    ];
    const { code, json } = rules(
      'test',
      file('tests.json', { ...set(rule({ state: 'off' })), tests }),
      '--json',
    );
    expect(code).toBe(1);
    expect(json).toMatchObject({
      passed: 1,
      failed: 1,
      results: [
        { name: 'acts', ok: true },
        { name: 'wrong', ok: false },
      ],
    });
    expect(json.results[1].problem).toContain('expected acts, got condition-false');
  });

  it('explain tells verdict, reason, clauses and rendered actions', () => {
    const path = file(
      'explain.json',
      set(rule(), rule({ id: 'never', when: ['avi:confluence:created:comment'] })),
    );
    const { code, json } = rules(
      'explain',
      '--rules',
      path,
      '--event',
      file('event.json', event('Meeting')),
      '--json',
    );
    expect(code).toBe(0);
    expect(json.verdicts).toMatchObject([
      {
        rule: 'greet',
        verdict: 'acts',
        actions: [
          { id: 'label', action: 'label.add', as: 'app', preview: 'add the label "greeted" to page 1' },
        ],
        clauses: { truth: true },
      },
      { rule: 'never', verdict: 'wrong-event', actions: [] },
    ]);
  });

  it('plan says in words what changed', () => {
    const from = file('from.json', set(rule()));
    const to = file(
      'to.json',
      set(
        rule({ when: ['avi:confluence:created:page', 'avi:confluence:created:blogpost'] }),
        rule({ id: 'new' }),
      ),
    );
    const { code, json } = rules('plan', '--from', from, '--to', to, '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      added: [{ id: 'new' }],
      removed: [],
      unchanged: [],
      changed: [{ id: 'greet' }],
    });
    expect(json.changed[0].differences.join(' ')).toMatch(/blog post/i);
  });

  it('backtest counts verdicts and tells how two sets differ', () => {
    const events = file(
      'events.ndjson',
      [event('Meeting'), event('Budget'), event('Party')].map((each) => JSON.stringify(each)).join('\n'),
    );
    const old = file('old.json', set(rule()));
    const now = file('now.json', set(rule({ if: { startsWith: [{ var: 'content.title' }, 'Budget'] } })));
    const { code, json } = rules('backtest', '--rules', now, '--against', old, '--events', events, '--json');
    expect(code).toBe(0);
    expect(json).toEqual({
      events: 3,
      verdicts: { greet: { acts: 1, 'condition-false': 2 } },
      differences: [
        { event: 1, rule: 'greet', change: 'stops-acting' },
        { event: 2, rule: 'greet', change: 'newly-acts' },
      ],
    });
  });

  it('backtest reads events from standard input, and names the line of what is none', () => {
    const now = file('now.json', set(rule()));
    const lines = [event('Meeting'), event('Party')].map((each) => JSON.stringify(each));
    const args = ['backtest', '--rules', now, '--events', '-'];
    expect(rulesWith(lines.join('\n'), ...args, '--json').json).toEqual({
      events: 2,
      verdicts: { greet: { acts: 1, 'condition-false': 1 } },
    });
    expect(rulesWith(`${lines[0]}\nnot JSON\n`, ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Failed to read "-", line 2'),
    });
  });

  it('makes each suggestion once', () => {
    const path = file('titel.json', set(rule({ if: { '==': [{ var: 'content.titel' }, 'x'] } })));
    expect(rules('lint', path).out.match(/did you mean/gi)).toHaveLength(1);
  });

  it('ends with 2 and says why when it cannot do its work', () => {
    expect(rules('lint', join(folder, 'absent.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('Failed to read'),
    });
    expect(rules('frobnicate')).toMatchObject({ code: 2, err: expect.stringContaining('npm run rules') });
    expect(rules('explain', '--rules', file('x.json', set(rule())))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--event'),
    });
  });
});
