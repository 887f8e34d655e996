// The events of whiteboards, databases, Smart Links in the content tree ("embed") and folders.
// Their "moved" was published as `updated` by an earlier edition of Atlassian's documentation;
// both spellings are one event here, and the manifest subscribes to both.

import type { CatalogueEvent } from './catalogue-event';
import { contentEvent } from './content-events';
import type { ContentFamily } from './content-events';

interface TreeKind {
  readonly subject: 'whiteboard' | 'database' | 'embed' | 'folder';
  /** As the admin says it: `Smart Link`. */
  readonly noun: string;
  readonly title: string;
}

const KINDS: readonly TreeKind[] = [
  { subject: 'whiteboard', noun: 'whiteboard', title: 'Ideas' },
  { subject: 'database', noun: 'database', title: 'Vendors' },
  { subject: 'embed', noun: 'Smart Link', title: 'Road map' },
  { subject: 'folder', noun: 'folder', title: 'Minutes' },
];

export const CONTENT_TREE_EVENTS: readonly CatalogueEvent[] = KINDS.flatMap(eventsOf);

function eventsOf(kind: TreeKind): readonly CatalogueEvent[] {
  const family: ContentFamily = {
    group: 'Whiteboards, databases, Smart Links and folders',
    subject: kind.subject,
    what: 'the item',
    title: kind.title,
  };
  const noun = kind.noun.charAt(0).toUpperCase() + kind.noun.slice(1);
  return [
    contentEvent(family, { action: 'created', name: `${noun} created`, when: `A ${kind.noun} was created.` }),
    contentEvent(family, {
      action: 'moved',
      spellings: [`avi:confluence:updated:${kind.subject}`],
      name: `${noun} moved`,
      when: `A ${kind.noun} got another place in the content tree.`,
    }),
    contentEvent(family, {
      action: 'copied',
      name: `${noun} copied`,
      when: `A ${kind.noun} was made as a copy of another.`,
    }),
    contentEvent(family, {
      action: 'permissions_updated',
      name: `${noun} restrictions changed`,
      when: `The view or edit restrictions of a ${kind.noun} were changed.`,
    }),
  ];
}
