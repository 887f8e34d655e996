// The pictures of users, drawn from their initials, so that pages show whom they talk about.

import type { Operation } from '../http/operation';
import { param } from '../http/operation';
import { notFound } from '../http/refusal';
import { escapeText } from '../storage-format/serialise';

/** Backgrounds on which white text is readable. */
const COLORS = [
  '#0055cc',
  '#5d1f1a',
  '#206b74',
  '#5e4db2',
  '#943d73',
  '#216e4e',
  '#974f0c',
  '#44546f',
] as const;

export const avatarOperation: Operation = {
  id: 'getAvatar',
  method: 'GET',
  path: '/wiki/aa-avatar/{accountId}',
  version: 0,
  scopes: [],
  perform: (input, session) => {
    const user = session.tables.users.get(param(input, 'accountId'));
    if (user === undefined) throw notFound();
    const svg = draw(initials(user.displayName), COLORS[hash(user.accountId) % COLORS.length] ?? COLORS[0]);
    const base64 = Buffer.from(svg, 'utf8').toString('base64');
    return { status: 200, file: { base64, mediaType: 'image/svg+xml' } };
  },
};

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

function draw(text: string, color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48"><rect width="48" height="48" fill="${color}"/><text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#fff">${escapeText(text)}</text></svg>`;
}

/** The same colour for the same account everywhere. */
function hash(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
}
