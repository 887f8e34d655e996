// Helpers that make Confluence's own elements: a mention and a link. They must escape all they take from the data.

import { Markup, toText } from '../markup';
import { escapeAttribute, escapeText } from '../storage/xml-text';
import { ownField } from './text-helpers';
import type { Helper } from './helper';

export const mention: Helper = {
  args: [1, 1],
  options: [],
  toleratesMissing: false,
  summary: 'A mention of a user, given as `actor` or as an account id; the name where markup cannot stand.',
  call([user]) {
    const accountId = toText(isObject(user) ? ownField(user, 'accountId') : user);
    if (accountId === '') return undefined;
    const name = firstText(user, ['displayName', 'publicName', 'name']) ?? accountId;
    const element = `<ac:link><ri:user ri:account-id="${escapeAttribute(accountId)}"/></ac:link>`;
    return new Markup(element, name);
  },
};

export const link: Helper = {
  args: [1, 2],
  options: [],
  toleratesMissing: false,
  summary:
    'A link to content, a space, a user or an address; the second argument is its text, else the title.',
  call([target, text]) {
    const label = text === undefined ? labelOf(target) : toText(text);
    if (!isObject(target)) return addressLink(toText(target), label);
    const resource = resourceOf(target);
    if (resource === undefined) return label;
    return new Markup(
      `<ac:link>${resource}<ac:link-body>${escapeText(label)}</ac:link-body></ac:link>`,
      label,
    );
  },
};

function labelOf(target: unknown): string {
  if (!isObject(target)) return toText(target);
  return firstText(target, ['title', 'displayName', 'name', 'key', 'id']) ?? '';
}

function addressLink(address: string, label: string): unknown {
  if (!/^https?:\/\//i.test(address)) return label;
  return new Markup(
    `<a href="${escapeAttribute(encodeURI(stripSurrogates(address)))}">${escapeText(label)}</a>`,
    label,
  );
}

/** The `ri:` element of what the object is; undefined when it names nothing to link to. */
function resourceOf(target: object): string | undefined {
  const accountId = firstText(target, ['accountId']);
  if (accountId !== undefined) return `<ri:user ri:account-id="${escapeAttribute(accountId)}"/>`;
  const title = firstText(target, ['title']);
  const spaceKey = firstText(ownField(target, 'space'), ['key']);
  if (title !== undefined && ownField(target, 'type') === 'page') {
    const space = spaceKey === undefined ? '' : `ri:space-key="${escapeAttribute(spaceKey)}" `;
    return `<ri:page ${space}ri:content-title="${escapeAttribute(title)}"/>`;
  }
  const key = firstText(target, ['key']);
  if (key !== undefined && title === undefined) return `<ri:space ri:space-key="${escapeAttribute(key)}"/>`;
  const id = firstText(target, ['id']);
  return id === undefined ? undefined : `<ri:content-entity ri:content-id="${escapeAttribute(id)}"/>`;
}

/** The first of the named fields that prints something. */
function firstText(value: unknown, names: readonly string[]): string | undefined {
  return names.map((name) => toText(ownField(value, name))).find((text) => text !== '');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Markup);
}

function stripSurrogates(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}
