// Labels, over REST v1: v2 only reads them.

import { route } from '@forge/api';
import { FailureError } from '../../core/failure';
import { requestAs } from './request';
import { restId } from './rest-id';
import type { Confluence } from '../../core/ports';

type LabelOperations = Pick<
  Confluence,
  'addContentLabels' | 'removeContentLabel' | 'addSpaceLabels' | 'removeSpaceLabel'
>;

export const labelOperations: LabelOperations = {
  async addContentLabels(content, labels, as) {
    await requestAs(as, {
      method: 'POST',
      path: route`/wiki/rest/api/content/${restId(content)}/label`,
      body: toLabelBody(labels),
      purpose: `add labels to ${content.type} ${content.id}`,
    });
  },

  async removeContentLabel(content, label, as) {
    // The query form, because a label may hold characters that a path cannot.
    const removal = requestAs(as, {
      method: 'DELETE',
      path: route`/wiki/rest/api/content/${restId(content)}/label?name=${label}`,
      purpose: `remove the label "${label}" from ${content.type} ${content.id}`,
    });
    await unlessNotThere(removal, () =>
      requestAs(as, {
        method: 'GET',
        path: route`/wiki/rest/api/content/${restId(content)}/label?limit=1`,
        purpose: `read the labels of ${content.type} ${content.id}`,
      }),
    );
  },

  async addSpaceLabels(spaceKey, labels, as) {
    await requestAs(as, {
      method: 'POST',
      path: route`/wiki/rest/api/space/${spaceKey}/label`,
      body: toLabelBody(labels),
      purpose: `add labels to space ${spaceKey}`,
    });
  },

  async removeSpaceLabel(spaceKey, label, as) {
    const removal = requestAs(as, {
      method: 'DELETE',
      path: route`/wiki/rest/api/space/${spaceKey}/label?name=${label}`,
      purpose: `remove the label "${label}" from space ${spaceKey}`,
    });
    await unlessNotThere(removal, () =>
      requestAs(as, {
        method: 'GET',
        path: route`/wiki/rest/api/space/${spaceKey}/label?limit=1`,
        purpose: `read the labels of space ${spaceKey}`,
      }),
    );
  },
};

function toLabelBody(labels: readonly string[]): readonly { prefix: string; name: string }[] {
  return labels.map((name) => ({ prefix: 'global', name }));
}

/**
 * Removing what is not there has the effect that was wanted. Confluence answers 404 to a label that is not there and to
 * content that the actor does not see alike; `readLabels` fails for the latter.
 */
async function unlessNotThere(removal: Promise<unknown>, readLabels: () => Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof FailureError && error.failure.kind === 'not-found')) throw error;
    await readLabels();
  }
}
