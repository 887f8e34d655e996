// Every Confluence event that Forge delivers, in one list. Each family has its file in catalogue/.
// It must not read payloads; parse-event.ts does.

import type { CatalogueEvent } from './catalogue/catalogue-event';
import { ATTACHMENT_EVENTS } from './catalogue/attachments';
import { BLOGPOST_EVENTS } from './catalogue/blogposts';
import { COMMENT_EVENTS } from './catalogue/comments';
import { CONTENT_TREE_EVENTS } from './catalogue/content-tree';
import { CUSTOM_CONTENT_EVENTS } from './catalogue/custom-content';
import { LABEL_EVENTS } from './catalogue/labels';
import { LIVE_DOC_EVENTS } from './catalogue/live-docs';
import { PAGE_EVENTS } from './catalogue/pages';
import { PEOPLE_EVENTS } from './catalogue/people';
import { RELATION_EVENTS } from './catalogue/relations';
import { SEARCH_EVENTS } from './catalogue/search';
import { SPACE_EVENTS } from './catalogue/spaces';
import { TASK_EVENTS } from './catalogue/tasks';

/** Every event, each once, in the order in which the page and the reference show them. */
export const EVENTS: readonly CatalogueEvent[] = [
  ...PAGE_EVENTS,
  ...LIVE_DOC_EVENTS,
  ...BLOGPOST_EVENTS,
  ...CONTENT_TREE_EVENTS,
  ...TASK_EVENTS,
  ...COMMENT_EVENTS,
  ...ATTACHMENT_EVENTS,
  ...LABEL_EVENTS,
  ...SPACE_EVENTS,
  ...CUSTOM_CONTENT_EVENTS,
  ...PEOPLE_EVENTS,
  ...RELATION_EVENTS,
  ...SEARCH_EVENTS,
];

/** Every id that Forge may deliver: each event's canonical id followed by its other spellings. */
export const EVENT_IDS: readonly string[] = EVENTS.flatMap((event) => [event.id, ...event.spellings]);
