// The part of the pretended Confluence that the engine's tests only need to be there: pages, restrictions, people. Every
// write is an effect to be looked at; what is read is the same each time.

import type { Confluence } from '../../src/core/ports';
import type { Effect } from './fake-ports';

type Told =
  | 'addContentLabels'
  | 'removeContentLabel'
  | 'addSpaceLabels'
  | 'removeSpaceLabel'
  | 'addFooterComment'
  | 'findFooterComment'
  | 'appAccountId'
  | 'tryActingAs'
  | 'quotaHeard';

const NOBODY = { users: [], groups: [] };

/** Everything but what `createFakePorts` has of its own. */
export function createFakeContent(act: (effect: Effect) => Promise<void>): Omit<Confluence, Told> {
  const page = { title: 'A page', body: '<p>Text</p>', spaceId: '1', authorId: 'author', ownerId: 'author' };
  return {
    async addReply(comment, body, as) {
      await act({ what: 'comment.reply', target: comment.id, as, value: body });
      return { commentId: 'reply' };
    },
    findReply: () => Promise.resolve(undefined),
    async addInlineComment(content, { passage }, _body, as) {
      await act({ what: 'comment.inline', target: content.id, as, value: passage });
      return { commentId: 'inline' };
    },
    findInlineComment: () => Promise.resolve(undefined),
    async resolveComment(id, as) {
      await act({ what: 'comment.resolve', target: id, as, value: '' });
      return true;
    },
    readContent: () => Promise.resolve(page),
    contentStatus: () => Promise.resolve('current'),
    async editContent(content, edit, as) {
      const change = edit(page);
      if (change === undefined) return false;
      await act({ what: 'edit', target: content.id, as, value: JSON.stringify(change) });
      return true;
    },
    spaceIdOf: () => Promise.resolve('1'),
    async createPage({ title }, as) {
      await act({ what: 'page.create', target: title, as, value: '' });
      return 'created';
    },
    findPage: () => Promise.resolve(undefined),
    async copyPage(content, { title }, as) {
      await act({ what: 'page.copy', target: content.id, as, value: title });
      return 'copied';
    },
    movePage: (content, _position, targetId, as) =>
      act({ what: 'page.move', target: content.id, as, value: targetId }),
    archivePage: (content, as) => act({ what: 'page.archive', target: content.id, as, value: '' }),
    trashContent: (content, as) => act({ what: 'page.trash', target: content.id, as, value: '' }),
    readTemplate: () => Promise.resolve('<p>Template</p>'),
    readStatus: () => Promise.resolve(undefined),
    setStatus: (content, { name }, as) => act({ what: 'status.set', target: content.id, as, value: name }),
    clearStatus: (content, as) => act({ what: 'status.clear', target: content.id, as, value: '' }),
    async setProperty(_owner, key, value, as) {
      await act({ what: 'property.set', target: key, as, value: JSON.stringify(value) });
      return true;
    },
    readRestrictions: () => Promise.resolve({ read: NOBODY, update: NOBODY }),
    addRestriction: (content, operation, subjects, as) =>
      act({ what: `restriction.${operation}`, target: content.id, as, value: subjects.users.join(',') }),
    replaceRestrictions: (content, restrictions, as) =>
      act({ what: 'restriction.replace', target: content.id, as, value: JSON.stringify(restrictions) }),
    removeRestriction: (content, operation, _subject, as) =>
      act({ what: 'restriction.remove', target: content.id, as, value: operation }),
    setWatching: (content, accountId, _watching, as) =>
      act({ what: 'watch', target: content.id, as, value: accountId }),
    setTaskStatus: (taskId, status, as) => act({ what: 'task', target: taskId, as, value: status }),
    groupId: (nameOrId) => Promise.resolve(nameOrId),
    groupMembers: () => Promise.resolve([]),
    watchersOf: () => Promise.resolve([]),
  };
}
