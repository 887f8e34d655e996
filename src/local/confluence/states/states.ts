// Content states ("page status"): the ones a space suggests, custom ones, and setting one, which makes a version.
// The v1 operations are those of Atlassian's "Content states" group. No request is read here.

import { nextVersion } from '../content/store';
import { badRequest, Refusal } from '../http/refusal';
import type { ContentState } from '../model/content';
import { without } from '../model/without';
import type { Published } from '../publishing/write';
import { saveUpdate } from '../publishing/write';
import { spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { newId } from '../session';

/** What every space suggests. [Confluence] */
export const SUGGESTED_STATES: readonly ContentState[] = [
  { id: 0, name: 'Rough draft', color: '#ffc400' },
  { id: 1, name: 'In progress', color: '#2684ff' },
  { id: 2, name: 'Ready for review', color: '#57d9a3' },
  { id: 3, name: 'Verified', color: '#1d7afc' },
];

/** Longest name of a state. [Confluence REST v1] */
const MAX_NAME_LENGTH = 20;

/** What a request names: a state by id, or one by name and colour. */
export interface WantedState {
  readonly id?: number;
  readonly name?: string;
  readonly color?: string;
}

/** Sets a state as a new version. */
export function setState(session: Session, content: Published, wanted: WantedState): Published {
  const state = findState(session, content, wanted);
  return saveUpdate(session, { ...content, state, version: nextVersion(session, content) });
}

/** Removes the state as a new version; nothing happens to content that has none. */
export function clearState(session: Session, content: Published): Published {
  if (content.state === undefined) return content;
  const bare = without(content, 'state') as Published;
  return saveUpdate(session, { ...bare, version: nextVersion(session, content) });
}

function findState(session: Session, content: Published, wanted: WantedState): ContentState {
  const { id, name, color } = wanted;
  if (id !== undefined) {
    const state = [...SUGGESTED_STATES, ...customStates(session)].find((candidate) => candidate.id === id);
    if (state === undefined) throw new Refusal(404, `No content state found with id: ${id}`);
    return state;
  }
  if (name === undefined || name.trim() === '')
    throw badRequest('A content state needs an id, or a name and a color');
  if (name.length > MAX_NAME_LENGTH) {
    throw badRequest(`The name of a content state may have at most ${MAX_NAME_LENGTH} characters`);
  }
  const suggested = SUGGESTED_STATES.find(
    (state) => state.name === name && (color ?? state.color) === state.color,
  );
  if (suggested !== undefined) return suggested;
  if (color === undefined || !/^#[0-9a-fA-F]{6}$/.test(color)) {
    throw badRequest('The color of a content state must be written as #rrggbb');
  }
  if (!spaceOf(session, content).customStatesAllowed) {
    throw badRequest('Custom content states are not allowed in this space');
  }
  return customState(session, name, color.toLowerCase());
}

/** The states that the actor has made; a second use of one finds the first. */
function customState(session: Session, name: string, color: string): ContentState {
  const known = customStates(session).find((state) => state.name === name && state.color === color);
  if (known !== undefined) return known;
  const id = newId(session.tables);
  session.tables.index.put(['state', session.actor.accountId, id], JSON.stringify({ name, color }));
  return { id: Number(id), name, color };
}

export function customStates(session: Session): readonly ContentState[] {
  const rows = session.tables.index.range({
    start: ['state', session.actor.accountId],
    end: ['state', session.actor.accountId, '\uffff'],
  });
  return Array.from(rows, ({ key, value }) => {
    const { name, color } = JSON.parse(String(value)) as Omit<ContentState, 'id'>;
    return { id: Number(Array.isArray(key) ? key.at(-1) : key), name, color };
  });
}
