// Messages out of Confluence: where they go, what they say, how they are signed, and how often they are sent.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../src/core/actions/index';
import { fromBase64, toBase64 } from '../../../src/core/webhooks/base64';
import { signatureHeaders } from '../../../src/core/webhooks/sign-webhook';
import { isWebhookAddress, originOf } from '../../../src/core/webhooks/webhook-address';
import { createFakePorts } from '../../support/fake-ports';
import type { ActionKind } from '../../../src/core/actions/index';
import type { Failure } from '../../../src/core/failure';
import type { JsonObject } from '../../../src/core/json';

const KEY = 'k'.repeat(32);
const facts = {
  content: { id: '12', title: 'A <b>*bold*</b> [x](http://evil) <!channel> & "more"' },
  space: { key: 'A B/C' },
  event: { type: 'avi:confluence:created:page' },
};
const subject = { kind: 'page', id: '12', contentId: '12', contentType: 'page' } as const;

function bodyOf(kind: ActionKind, parameters: JsonObject): any {
  const plan = ACTIONS[kind].plan(parameters, { facts, subject, nowMs: 0, effectKey: KEY });
  if (plan.kind !== 'effect') throw new Error(JSON.stringify(plan));
  return { ...plan.effect, body: JSON.parse(plan.effect['body'] as string) };
}

describe('what is said', () => {
  it('of the event, where a webhook has no data of its own', () => {
    expect(bodyOf('notify.webhook', { to: 'crm' }).body).toEqual({
      id: KEY,
      event: facts.event,
      subject,
      space: facts.space,
    });
  });

  it('in JSON that no title can break', () => {
    const data = { title: '{{content.title}}', list: ['{{content.id}}', 1, null] };
    expect(bodyOf('notify.webhook', { to: 'crm', data }).body).toEqual({
      title: facts.content.title,
      list: ['12', 1, null],
    });
  });

  it('to Slack, where a title mentions nobody', () => {
    expect(
      bodyOf('notify.slack', { to: 'chat', text: '*{{content.title}}* <https://x.example|y>' }).body,
    ).toEqual({
      text: '*A &lt;b&gt;*bold*&lt;/b&gt; [x](http://evil) &lt;!channel&gt; &amp; "more"* <https://x.example|y>',
    });
  });

  it('to Teams, as a card in which a title stays plain', () => {
    const { attachments, type } = bodyOf('notify.teams', {
      to: 'chat',
      title: 'New',
      text: '{{content.title}}',
    }).body;
    expect(type).toBe('message');
    expect(attachments[0].content.body).toEqual([
      { type: 'TextBlock', text: 'New', weight: 'bolder', size: 'medium', wrap: true },
      {
        type: 'TextBlock',
        text: 'A <b>\\*bold\\*</b> \\[x\\](http://evil) <!channel> & "more"',
        wrap: true,
      },
    ]);
  });

  it('with values in an address that cannot leave their place', () => {
    expect(bodyOf('notify.webhook', { to: 'https://a.example/{{space.key}}?t={{content.id}}' }).to).toBe(
      'https://a.example/A%20B%2FC?t=12',
    );
  });
});

describe('an address', () => {
  it.each([
    ['https://hooks.example.com/a/b', 'https://hooks.example.com'],
    ['https://hooks.example.com:8443', 'https://hooks.example.com:8443'],
    ['http://127.0.0.1:9/x', 'http://127.0.0.1:9'],
    ['http://hooks.example.com/x', undefined],
    ['https://{{content.title}}/x', undefined],
    ['https://user@hooks.example.com/x', undefined],
    ['https://hooks.example.com.{{x}}/', undefined],
    ['ftp://x', undefined],
    ['https:///x', undefined],
    ['https://a.example/ x', undefined],
  ])('%s', (address, origin) => {
    expect(isWebhookAddress(address)).toBe(origin !== undefined);
    expect(originOf(address)).toBe(origin);
  });
});

describe('a signature', () => {
  it('is what the specification of Standard Webhooks has as its example', () => {
    const headers = signatureHeaders(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1_614_265_330_000,
      '{"test": 2432232314}',
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('takes any other secret as it is', () => {
    const signed = signatureHeaders('a secret', 'id', 5000, '{}')['webhook-signature'];
    expect(signed).toBe(`v1,${createHmac('sha256', 'a secret').update('id.5.{}').digest('base64')}`);
  });

  it('has base64 as Node has it', () => {
    for (let length = 0; length < 40; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
      const text = Buffer.from(bytes).toString('base64');
      expect(toBase64(bytes)).toBe(text);
      expect(fromBase64(text)).toEqual(bytes);
    }
    expect(fromBase64('a$')).toBeUndefined();
    expect(fromBase64('a')).toBeUndefined();
  });
});

describe('sending', () => {
  const perform = async (
    kind: ActionKind,
    more: { readonly uncertain?: boolean; readonly lastFailure?: Failure } = {},
    connected = true,
  ) => {
    const ports = createFakePorts();
    if (connected) {
      await ports.connections.put({
        name: 'chat',
        url: 'https://hooks.example.com/SECRET',
        secret: 'whsec_aGk=',
      });
    }
    const effect = { to: 'chat', body: '{"text":"x"}', effectKey: KEY };
    const { confluence, webhooks, clock } = ports;
    const context = {
      confluence,
      webhooks,
      clock,
      as: { kind: 'app' } as const,
      uncertain: false,
      begin: () => undefined,
      ...more,
    };
    const said = await ACTIONS[kind].perform(effect, context);
    return { said, posts: ports.effects.map(({ value }) => JSON.parse(value)) };
  };

  it('tells the receiver the effect key and who sends', async () => {
    const { said, posts } = await perform('notify.webhook');
    expect(said).toBe('Posted to the connection "chat".');
    expect(posts[0]).toMatchObject({
      url: 'https://hooks.example.com/SECRET',
      headers: {
        'Idempotency-Key': KEY,
        'webhook-id': KEY,
        'webhook-signature': expect.stringMatching(/^v1,/),
      },
      purpose: 'post to the connection "chat"',
    });
  });

  it('repeats to a receiver that reads the key, and not to one that does not', async () => {
    const network: Failure = { kind: 'network', message: '', retryable: true };
    expect((await perform('notify.webhook', { uncertain: true, lastFailure: network })).posts).toHaveLength(
      1,
    );
    for (const kind of ['notify.slack', 'notify.teams'] as const) {
      const lost = await perform(kind, { uncertain: true, lastFailure: network });
      expect(lost.posts).toHaveLength(0);
      expect(lost.said).toMatch(/It may have arrived, so it was not sent again\.$/);
      expect((await perform(kind, { uncertain: true })).posts).toHaveLength(0);
      const refused: Failure = { kind: 'server-error', message: '', retryable: true, status: 503 };
      expect((await perform(kind, { uncertain: true, lastFailure: refused })).posts).toHaveLength(1);
    }
  });

  it('says that there is no such connection', async () => {
    await expect(perform('notify.slack', {}, false)).rejects.toThrow(
      'Failed to post to the connection "chat": there is none of this name. Add it in the settings.',
    );
  });
});
