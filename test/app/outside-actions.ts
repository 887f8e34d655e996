// The cases of the kinds that ask nothing of Confluence's content: they steer the run, or tell somebody outside.

import { expect } from 'vitest';
import { createReceiver } from '../support/receiver';
import type { Received, Receiver } from '../support/receiver';
import type { AppHost } from './app-host';
import type { Case, Scene } from './actions';

let started: Promise<Receiver> | undefined;

/** One receiver for all cases of a test file. */
export function theReceiver(): Promise<Receiver> {
  started ??= createReceiver();
  return started;
}

/** Lets the app reach the receiver, as an admin would in Forge's dialog. */
export async function allowReceiver(host: AppHost): Promise<Record<string, string>> {
  const { origin } = await theReceiver();
  const configured = [{ domain: origin, type: ['FETCH_BACKEND_SIDE'] }];
  await host.rest('PUT', '/_host/api/egress', {
    egresses: [{ key: 'webhooks', description: 'Webhooks', configured }],
  });
  return { origin };
}

const arrange: Case['arrange'] = ({ host }) => allowReceiver(host);

const to = ({ page, more }: Scene) => `${more['origin']}/hook/${page}`;

const taken = async ({ page }: Scene): Promise<readonly Received[]> =>
  (await theReceiver()).taken(`/hook/${page}`);

const count = async (scene: Scene) => (await taken(scene)).length;

const lose = async () => (await theReceiver()).lose(1);

const bodies = async (scene: Scene): Promise<any[]> =>
  (await taken(scene)).map(({ text }) => JSON.parse(text));

const nothingToSee = () => Promise.resolve();

export const OUTSIDE_CASES: readonly Case[] = [
  {
    kind: 'notify.webhook',
    arrange,
    with: (scene) => ({ to: to(scene), data: { title: '{{content.title}}' } }),
    preview: /^post to http:\/\/127\.0\.0\.1:\d+: \{"title":"notify\.webhook \d+"\}$/,
    check: async (scene) =>
      expect(await bodies(scene)).toEqual([{ title: expect.stringMatching(/^notify\.webhook/) }]),
    count,
    lose,
  },
  {
    kind: 'notify.slack',
    arrange,
    with: (scene) => ({ to: to(scene), text: '*{{content.title}}*' }),
    preview: /^post to Slack over http:\/\/127\.0\.0\.1:\d+: \*notify\.slack \d+\*$/,
    check: async (scene) =>
      expect(await bodies(scene)).toEqual([{ text: expect.stringMatching(/^\*notify\.slack/) }]),
    count,
    lose,
  },
  {
    kind: 'notify.teams',
    arrange,
    with: (scene) => ({ to: to(scene), title: 'New', text: '{{content.title}}' }),
    preview: /^post to Teams over http:\/\/127\.0\.0\.1:\d+: New – notify\.teams \d+$/,
    check: async (scene) => expect(await bodies(scene)).toMatchObject([{ type: 'message' }]),
    count,
    lose,
  },
  {
    kind: 'flow.stop',
    with: ({ page }) => ({ if: { '==': [{ var: 'content.id' }, page] } }),
    preview: /^stop here: content\.id is "?\d+"?/,
    check: nothingToSee,
  },
  {
    kind: 'flow.delay',
    with: () => ({ for: 1 }),
    preview: /^wait 1 minute$/,
    settle: ({ host }) => host.clock.advance(61_000),
    check: nothingToSee,
  },
  {
    kind: 'flow.log',
    with: () => ({ message: 'Seen {{content.title}}' }),
    preview: /^note "Seen flow\.log \d+"$/,
    check: nothingToSee,
  },
  {
    kind: 'set.variable',
    with: () => ({ name: 'seen', value: '{{content.title}}' }),
    preview: /^set the variable "seen" to "set\.variable \d+"$/,
    check: nothingToSee,
  },
  {
    kind: 'forEach',
    arrange,
    with: (scene) => ({
      items: { cql: 'title = "{{content.title}}" and type = "page"' },
      mode: 'parallel',
      then: [{ id: 'tell', action: 'notify.webhook', with: { to: to(scene), data: '{{item.id}}' } }],
    }),
    preview:
      /^do notify\.webhook for each of 1 of the search title = "forEach \d+" and type = "page", several at a time$/,
    check: async (scene) => expect(await bodies(scene)).toEqual([scene.page]),
    count,
  },
];
