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
    return new Markup(`<ac:link><ri:user${attribute('account-id', accountId)}/></ac:link>`, name);
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

/**
 * The `ri:` element of what the object is, by https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html;
 * undefined when it names nothing to link to. Blog posts go by id: their other form needs the day of publishing in the
 * zone of the site.
 */
function resourceOf(target: object): string | undefined {
  const [accountId, type, title, key, id] = ['accountId', 'type', 'title', 'key', 'id'].map((name) =>
    firstText(target, [name]),
  );
  if (accountId !== undefined) return `<ri:user${attribute('account-id', accountId)}/>`;
  if (type === 'page' && title !== undefined) {
    const spaceKey = firstText(ownField(target, 'space'), ['key']);
    return `<ri:page${attribute('space-key', spaceKey)}${attribute('content-title', title)}/>`;
  }
  if (type === 'attachment' && title !== undefined) {
    const container = ownField(target, 'container');
    const on = isObject(container) ? (resourceOf(container) ?? '') : '';
    return `<ri:attachment${attribute('filename', title)}>${on}</ri:attachment>`;
  }
  if (key !== undefined && title === undefined) return `<ri:space${attribute('space-key', key)}/>`;
  return id === undefined ? undefined : `<ri:content-entity${attribute('content-id', id)}/>`;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ri:${name}="${escapeAttribute(value)}"`;
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
