// watch.add: makes somebody a watcher of a page or blog post.

import { defineAction } from './action';
import { nameOf } from './content-target';
import { planWatch, WATCH_TRAITS, WatchEffectSchema, WatchParametersSchema, WATCHER_FIELD } from './watches';

export const watchAdd = defineAction({
  kind: 'watch.add',
  ...WATCH_TRAITS,
  form: {
    label: 'Add a watcher',
    group: 'People',
    summary: 'Makes somebody watch the page or blog post.',
    fields: [WATCHER_FIELD],
    example: { user: '{{actor.accountId}}' },
  },
  parameters: WatchParametersSchema,
  effect: WatchEffectSchema,
  plan: planWatch,
  async perform({ content, user }, { confluence, as }) {
    await confluence.setWatching(content, user, true, as);
    return `${user} watches ${nameOf(content)}.`;
  },
  preview: ({ content, user }) => `make ${user} watch ${nameOf(content)}`,
});
