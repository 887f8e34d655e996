// watch.remove: lets somebody watch a page or blog post no longer.

import { defineAction } from './action';
import { nameOf } from './content-target';
import { planWatch, WATCH_TRAITS, WatchEffectSchema, WatchParametersSchema, WATCHER_FIELD } from './watches';

export const watchRemove = defineAction({
  kind: 'watch.remove',
  ...WATCH_TRAITS,
  form: {
    label: 'Remove a watcher',
    group: 'People',
    summary: 'Lets somebody watch the page or blog post no longer.',
    fields: [WATCHER_FIELD],
    example: { user: '{{actor.accountId}}' },
  },
  parameters: WatchParametersSchema,
  effect: WatchEffectSchema,
  plan: planWatch,
  async perform({ content, user }, { confluence, as }) {
    await confluence.setWatching(content, user, false, as);
    return `${user} does not watch ${nameOf(content)}.`;
  },
  preview: ({ content, user }) => `make ${user} stop watching ${nameOf(content)}`,
});
