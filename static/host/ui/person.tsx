// A person's face and name. Faces are drawn from the initials, so that nothing is fetched from elsewhere.

import Avatar from '@atlaskit/avatar';
import { useUsers } from '../state/session';

// Dark enough that white initials on them pass WCAG AA.
const FACE_COLOURS = ['#0055cc', '#5e4db2', '#206a83', '#216e4e', '#943d73', '#a54800', '#ae2e24', '#44546f'];

/** A picture for an account: its initials on a colour of its own, as a data URL. */
export function facePicture(accountId: string, name: string): string {
  let sum = 0;
  for (const character of accountId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  const colour = FACE_COLOURS[sum % FACE_COLOURS.length] ?? '#44546f';
  const initials = name
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
    .replace(/[<>&]/gu, '');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${colour}"/>` +
    `<text x="24" y="31" font-family="sans-serif" font-size="20" font-weight="600" fill="#fff" text-anchor="middle">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The face of an account; an app's face is square, as in Confluence. */
export function Face(props: {
  readonly accountId: string;
  readonly size?: 'xxsmall' | 'small' | 'medium' | 'large';
}) {
  const { data } = useUsers();
  const user = data?.users.find((candidate) => candidate.accountId === props.accountId);
  const name = user?.displayName ?? 'Unknown user';
  return (
    <Avatar
      size={props.size ?? 'small'}
      appearance={user?.app === true ? 'square' : 'circle'}
      src={user?.avatarUrl ?? facePicture(props.accountId, name)}
      name={name}
    />
  );
}
