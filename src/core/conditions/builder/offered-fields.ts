// The fields that the builder and the template helper offer for a rule's events, sorted for people. Fields that only
// repeat another one are left out: a rule that reads one is shown all the same.

import { EVENTS } from '../../events/catalogue';
import { fieldsOfEvents } from '../../events/event-fields';
import { LABELS_PATH } from '../own-operations';
import type { FieldType } from '../field-catalogue';

/** One field to choose. */
export interface OfferedField {
  readonly path: string;
  /** What it holds: `title of the page`. */
  readonly about: string;
  readonly type: FieldType;
  /** No event carries it: it is looked up when the rule needs it. */
  readonly onDemand: boolean;
  /** Some of the rule's events do not have it. */
  readonly inSomeEvents: boolean;
}

/** What people ask for most, in this order. */
const OFTEN: readonly string[] = [
  'content.title',
  LABELS_PATH,
  'label.name',
  'space.key',
  'actor.accountId',
  'content.type',
  'content.body',
  'content.author.accountId',
  'content.container.title',
  'attachment.title',
  'task.status',
];

/** Confluence puts the account id into each of these, and pictures say nothing to a rule. */
const REPEATS = /\.(username|email|publicName|profilePicture\..*|icon\..*)$/;

/** A user's name is the account id once more in every event; only the looked-up one is a name. */
const NAME_OF_USER = /\.displayName$/;

/** The same instants and ids under the names of the raw payload. */
const RAW: ReadonlySet<string> = new Set(['eventType', 'eventCreatedDate', 'atlassianId', 'event.type']);

/** Every field worth offering for `when`: the usual ones first, then by path. */
export function offeredFields(when: readonly string[]): readonly OfferedField[] {
  const fields = fieldsOfEvents(when);
  const each = (when.includes('*') ? EVENTS.map(({ id }) => id) : when).map((id) => fieldsOfEvents([id]));
  const offered = fields.paths().flatMap((path): OfferedField[] => {
    const plain = path.replace(/\.\*$/, '');
    const info = fields.has(plain);
    if (info?.name === undefined || info.type === 'object' || isRepeat(plain)) return [];
    return [
      {
        path: plain,
        about: info.name,
        type: info.type,
        onDemand: info.onDemand === true,
        inSomeEvents: each.some((own) => own.has(plain) === undefined),
      },
    ];
  });
  return offered.sort((a, b) => rank(a) - rank(b));
}

/** Whether the field is among those that are offered first. */
export function isOftenUsed(path: string): boolean {
  return OFTEN.includes(path);
}

function rank({ path }: OfferedField): number {
  const place = OFTEN.indexOf(path);
  return place < 0 ? OFTEN.length : place;
}

function isRepeat(path: string): boolean {
  if (RAW.has(path) || REPEATS.test(path)) return true;
  if (path.startsWith(`${LABELS_PATH}[]`)) return true;
  return NAME_OF_USER.test(path) && path !== 'actor.displayName';
}
