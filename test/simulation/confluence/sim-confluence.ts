// The port of Confluence over the simulated site, for one invocation. Every member is one call, whatever the adapter of
// src/forge makes of it; what it would find in the site is found at one moment.

import { FailureError } from '../../../src/core/failure';
import { EFFECT_BOUND_MS, call } from '../world/call';
import { markerIn, markersIn } from './site';
import { SITES } from './sites';
import type { FaultKind } from '../world/fault-kinds';
import type { Invocation } from '../world/invocation';
import type { Actor, Confluence, ContentEdit, ContentRef, PublishedContent } from '../../../src/core/ports';
import type { Site } from '../world/call';
import type { Marked, SimSite } from './site';
import type { Witness } from './witness';

/** The account of the app's own user. */
export const APP_ACCOUNT = 'app-account';

const NOBODY = { users: [], groups: [] };

export function createConfluence(invocation: Invocation, site: SimSite, witness: Witness): Confluence {
  const { world } = invocation;
  const now = (): number => world.timeline.now;

  const visible = ({ id }: { readonly id: string }): void => {
    if (site.content({ id }).missingUntil <= now()) return;
    world.count(
      site.content({ id }).missingUntil === Infinity
        ? 'confluence: 404 for ever'
        : 'confluence: 404 for a while',
    );
    throw new FailureError({
      kind: 'not-found',
      message: `Failed to find ${id}: Confluence answered 404.`,
      retryable: false,
      status: 404,
    });
  };

  const patience = (marker: string) => (seconds: number) => witness.refused(invocation, marker, seconds);

  /** A write that nothing tells from a repetition of itself. */
  const deed = (
    where: Site,
    content: { readonly id: string },
    as: Actor,
    name: string,
    then?: () => void,
  ): Promise<void> => {
    witness.asks(invocation, where, content.id, name, as);
    return call(invocation, where, content.id, () => {
      visible(content);
      // A label that is there already makes no event.
      if (site.did(`${name} ${content.id}`)) then?.();
    });
  };

  const look = <T>(where: Site, content: { readonly id: string }, read: () => T): Promise<T> =>
    call(invocation, where, content.id, () => {
      visible(content);
      return read();
    });

  const comment = (
    where: Site,
    on: { readonly id: string },
    body: string,
    as: Actor,
  ): Promise<{ readonly commentId: string }> => {
    const marker = markerIn(body) ?? '';
    const begunAt = now();
    witness.asks(invocation, where, on.id, marker, as, body);
    return call(
      invocation,
      where,
      on.id,
      () => {
        visible(on);
        const id = site.nextId();
        site.comments.push({ id, marker, where: on.id, body, begunAt, appliedAt: now() });
        witness.sees(marker);
        if (where === SITES.addComment) site.onEffect('comment', on.id, as);
        return { commentId: id };
      },
      patience(marker),
    );
  };

  /** What a read is shown: everything that is true, or less of what is young. */
  const shown = (fault: FaultKind | undefined): ((marked: Marked) => boolean) => {
    if (fault !== 'confluence: stale read') return () => true;
    const lag = world.prng.between(1000, EFFECT_BOUND_MS);
    return ({ begunAt, appliedAt }) => appliedAt <= now() - lag || begunAt + EFFECT_BOUND_MS <= now();
  };

  const findComment = (
    where: Site,
    on: { readonly id: string },
    marker: string,
  ): Promise<string | undefined> => {
    witness.looks(invocation, marker);
    return call(
      invocation,
      where,
      on.id,
      (fault) => {
        visible(on);
        const isShown = shown(fault);
        return site.comments.find((each) => each.where === on.id && each.marker === marker && isShown(each))
          ?.id;
      },
      patience(marker),
    );
  };

  const makePage = (
    where: Site,
    spaceId: string,
    title: string,
    body: string,
    as: Actor,
  ): Promise<string> => {
    const marker = markerIn(body) ?? '';
    const begunAt = now();
    // A copy takes the text as the page has it then.
    witness.asks(invocation, where, spaceId, marker, as, where === SITES.copyPage ? marker : body);
    return call(
      invocation,
      where,
      title,
      () => {
        if (site.pages.some((page) => page.title === title && page.spaceId === spaceId)) {
          throw new FailureError({
            kind: 'bad-request',
            message: 'Failed to create the page: a page of this title exists.',
            retryable: false,
            status: 400,
          });
        }
        const id = site.nextId();
        site.pages.push({ id, marker, where: spaceId, title, spaceId, body, begunAt, appliedAt: now() });
        witness.sees(marker);
        return id;
      },
      patience(marker),
    );
  };

  const edit = (
    content: ContentRef,
    change: (current: PublishedContent) => ContentEdit | undefined,
    as: Actor,
  ): Promise<boolean> => {
    // The text was read before; a late write of an older version is refused.
    const { version } = site.content(content);
    const begunAt = now();
    return call(invocation, SITES.editContent, content.id, () => {
      visible(content);
      const current = site.content(content);
      if (current.version !== version && now() - begunAt > EDIT_MS) throw conflict();
      const made = change(site.published(current));
      if (made === undefined) return false;
      const name = nameOfEdit(made, current.body);
      witness.asks(invocation, SITES.editContent, content.id, name, as);
      current.version++;
      if (made.title !== undefined) current.title = made.title;
      if (made.body !== undefined) current.body = made.body;
      if (made.ownerId !== undefined) current.ownerId = made.ownerId;
      site.did(`${name} ${content.id}`);
      return true;
    });
  };

  return {
    addContentLabels: (content, labels, as) =>
      deed(SITES.addLabels, content, as, `label ${labels.join(',')}`, () => {
        for (const label of labels) site.onEffect('label', content.id, as, label);
      }),
    removeContentLabel: (content, label, as) => deed(SITES.removeLabel, content, as, `no label ${label}`),
    addSpaceLabels: (key, labels, as) => deed(SITES.addLabels, { id: key }, as, `label ${labels.join(',')}`),
    removeSpaceLabel: (key, label, as) => deed(SITES.removeLabel, { id: key }, as, `no label ${label}`),
    addFooterComment: (content, body, as) => comment(SITES.addComment, content, body, as),
    findFooterComment: (content, marker) => findComment(SITES.findComment, content, marker),
    addReply: (to, body, as) => comment(SITES.addReply, to, body, as),
    findReply: (to, marker) => findComment(SITES.findReply, to, marker),
    addInlineComment: (content, _at, body, as) => comment(SITES.addInline, content, body, as),
    findInlineComment: (content, marker) => findComment(SITES.findInline, content, marker),
    resolveComment: async (id, as) => {
      await deed(SITES.resolveComment, { id }, as, 'resolved');
      return true;
    },
    readContent: (content) => look(SITES.readContent, content, () => site.published(site.content(content))),
    contentStatus: (content) => look(SITES.readContent, content, () => site.content(content).status),
    editContent: edit,
    spaceIdOf: () => call(invocation, SITES.spaceId, '', () => '1'),
    createPage: ({ spaceId, title, body }, as) => makePage(SITES.createPage, spaceId, title, body, as),
    findPage: (spaceId, title) =>
      call(invocation, SITES.findPage, title, (fault) => {
        const isShown = shown(fault);
        const page = site.pages.find(
          (each) => each.title === title && each.spaceId === spaceId && isShown(each),
        );
        return page === undefined ? undefined : { id: page.id, body: page.body };
      }),
    copyPage: (_content, { title, body }, as) => makePage(SITES.copyPage, '1', title, body, as),
    movePage: (content, position, target, as) =>
      deed(SITES.movePage, content, as, `moved ${position} ${target}`),
    archivePage: async (content, as) => {
      await deed(SITES.archivePage, content, as, 'archived');
      site.content(content).status = 'archived';
    },
    trashContent: async (content, as) => {
      await deed(SITES.trashContent, content, as, 'trashed');
      site.content(content).status = 'trashed';
    },
    readTemplate: () => call(invocation, SITES.readTemplate, '', () => '<p>Template</p>'),
    readStatus: (content) => look(SITES.readStatus, content, () => undefined),
    setStatus: (content, { name }, as) => deed(SITES.setStatus, content, as, `status ${name}`),
    clearStatus: (content, as) => deed(SITES.setStatus, content, as, 'no status'),
    setProperty: async (owner, key, value, as) => {
      const id = owner.on === 'content' ? owner.content.id : owner.spaceKey;
      await deed(SITES.setProperty, { id }, as, `property ${key}=${JSON.stringify(value)}`);
      return true;
    },
    readRestrictions: (content) =>
      look(SITES.readRestrictions, content, () => ({ read: NOBODY, update: NOBODY })),
    addRestriction: (content, operation, { users }, as) =>
      deed(SITES.restrict, content, as, `restriction ${operation} ${users.join(',')}`),
    replaceRestrictions: (content, { read }, as) =>
      deed(SITES.restrict, content, as, `restrictions ${read.users.join(',')}`),
    removeRestriction: (content, operation, _subject, as) =>
      deed(SITES.restrict, content, as, `no restriction ${operation}`),
    setWatching: (content, accountId, watching, as) =>
      deed(SITES.watch, content, as, `${watching ? 'watch' : 'no watch'} ${accountId}`),
    setTaskStatus: (taskId, status, as) => deed(SITES.task, { id: taskId }, as, `task ${status}`),
    groupId: (nameOrId) => call(invocation, SITES.groups, nameOrId, () => nameOrId),
    groupMembers: (group) => call(invocation, SITES.groups, group, () => ['member-1', 'member-2']),
    watchersOf: (content) => look(SITES.watchers, content, () => ['watcher-1']),
    tryActingAs: () => call(invocation, SITES.myself, '', () => undefined),
    quotaHeard: () => undefined,
    appAccountId: () => call(invocation, SITES.myself, '', () => APP_ACCOUNT),
  };
}

/** A write that comes so long after its reading meets another version, if somebody else wrote. */
const EDIT_MS = 2000;

function conflict(): FailureError {
  return new FailureError({
    kind: 'conflict',
    message: 'Failed to edit the page: somebody else wrote first.',
    retryable: true,
    status: 409,
  });
}

/** What an edit does, by the marker that it adds where it adds one. */
function nameOfEdit({ title, body, ownerId }: ContentEdit, before: string): string {
  if (title !== undefined) return `title ${title}`;
  if (ownerId !== undefined) return `owner ${ownerId}`;
  return `body ${markersIn(body ?? '').find((marker) => !before.includes(marker)) ?? ''}`;
}
