// Site actions on one content: what people do on a real site that has no public REST operation: like, view,
// restore, unarchive. The routes are the host's own, below /_host/site.

import { attachmentEvent } from '../events/attachment-events';
import { contentEvent } from '../events/content-events';
import { restoreAttachment } from '../attachments/store';
import { saveContent } from '../content/store';
import type { Operation } from '../http/operation';
import { NO_CONTENT, param } from '../http/operation';
import { badRequest, notFound } from '../http/refusal';
import { like, unlike } from '../likes/store';
import type { ContentRecord, ContentType, CustomContentRecord } from '../model/content';
import { isTreeItemType } from '../model/content';
import { requireContent, requireEditable, spaceOf } from '../permissions/require';
import { restoreContent } from '../publishing/write';
import type { Session } from '../session';
import { setArchived, unarchivePage } from '../tree/archive';
import { hostOperation } from './host-operation';

/** Collections of the host's routes, as in `/_host/site/pages/{id}/like`. */
const COLLECTIONS: { readonly [name: string]: ContentType } = {
  pages: 'page',
  blogposts: 'blogpost',
  comments: 'comment',
  attachments: 'attachment',
  whiteboards: 'whiteboard',
  databases: 'database',
  embeds: 'embed',
  folders: 'folder',
  'custom-content': 'custom_content',
};

const CONTENT = '/_host/site/{collection}/{id}';

export const contentActions: readonly Operation[] = [
  hostOperation('POST', `${CONTENT}/like`, (input, session) => {
    like(session, visible(input, session));
    return NO_CONTENT;
  }),
  hostOperation('DELETE', `${CONTENT}/like`, (input, session) => {
    unlike(session, visible(input, session));
    return NO_CONTENT;
  }),
  hostOperation('POST', `${CONTENT}/view`, (input, session) => {
    view(session, visible(input, session));
    return NO_CONTENT;
  }),
  hostOperation('POST', `${CONTENT}/restore`, (input, session) => {
    restore(session, editable(input, session));
    return NO_CONTENT;
  }),
  hostOperation('POST', `${CONTENT}/archive`, (input, session) => {
    // Pages are archived by REST; an attachment follows its page, or goes by itself.
    setArchived(session, requireEditable(session, param(input, 'id'), ['attachment']), true);
    return NO_CONTENT;
  }),
  hostOperation('POST', `${CONTENT}/unarchive`, (input, session) => {
    const content = editable(input, session);
    if (content.type === 'page') unarchivePage(session, content);
    else if (content.type === 'attachment') setArchived(session, content, false);
    else throw badRequest('Only pages and attachments can be archived');
    return NO_CONTENT;
  }),
];

type Input = Parameters<Operation['perform']>[0];

function typeOf(input: Input): ContentType {
  const type = COLLECTIONS[param(input, 'collection')];
  if (type === undefined) throw notFound();
  return type;
}

export function visible(input: Input, session: Session): ContentRecord {
  return requireContent(session, param(input, 'id'), [typeOf(input)]);
}

export function editable(input: Input, session: Session): ContentRecord {
  return requireEditable(session, param(input, 'id'), [typeOf(input)]);
}

function view(session: Session, content: ContentRecord): void {
  if (content.type === 'attachment') {
    session.publish(attachmentEvent(session.tables, 'viewed', content));
  } else if (content.type === 'page' || content.type === 'blogpost') {
    session.publish(contentEvent(session.tables, 'viewed', content));
  } else {
    throw badRequest('Confluence counts views of pages, blog posts and attachments only');
  }
}

function restore(session: Session, content: ContentRecord): void {
  if (content.status !== 'trashed') throw badRequest('The content is not in the trash');
  if (content.type === 'page' || content.type === 'blogpost') {
    restoreContent(session, spaceOf(session, content), content);
  } else if (content.type === 'attachment') {
    restoreAttachment(session, content);
  } else if (isTreeItemType(content.type)) {
    // Confluence publishes nothing about these leaving or entering the trash.
    saveContent(session.tables, { ...content, status: 'current' });
  } else if (content.type === 'custom_content') {
    const after: CustomContentRecord = { ...content, status: 'current' };
    saveContent(session.tables, after);
    session.publish(contentEvent(session.tables, 'restored', after));
  }
}
