// The fields that payloads are made of, family by family, so that each is described once.
// It must not know any event; the files of the events put these together.
//
// Source: developer.atlassian.com/platform/forge/events-reference/confluence. What an earlier
// edition of that page lacks is optional here, because sites and samples of both editions exist.

import type { FieldType } from '../../conditions/field-catalogue';
import type { EventField } from './catalogue-event';

const CONTENT_STATUSES = ['current', 'draft', 'archived', 'historical', 'trashed'] as const;
const SPACE_TYPES = ['global', 'personal'] as const;
const SPACE_STATUSES = ['current', 'archived'] as const;

/** A field that every payload of the event has. */
export function field(path: string, type: FieldType, about: string, values?: readonly string[]): EventField {
  return { path, type, optional: false, about, ...(values === undefined ? {} : { values }) };
}

/** A field that some payloads of the event lack. */
export function optionalField(
  path: string,
  type: FieldType,
  about: string,
  values?: readonly string[],
): EventField {
  return { ...field(path, type, about, values), optional: true };
}

/** A list of labels and what each of them has. */
export function labelFields(path: string, about: string): readonly EventField[] {
  return [
    field(path, 'list', about),
    field(`${path}[].name`, 'string', 'name of the label'),
    field(`${path}[].prefix`, 'string', '`global`, `team` or `my`'),
    optionalField(`${path}[].id`, 'string', 'id of the label'),
  ];
}

/** The same fields, each of which may be missing. */
export function allOptional(fields: readonly EventField[]): readonly EventField[] {
  return fields.map((each) => ({ ...each, optional: true }));
}

/** What every event has at the top, and what parsing adds under `event` and `actor`. */
export function commonFields(options: { readonly actor: boolean }): readonly EventField[] {
  const actorFields: readonly EventField[] = [
    optionalField(
      'atlassianId',
      'string',
      'account id of the user who caused the event; missing when anonymous',
    ),
    optionalField(
      'actor.accountId',
      'string',
      'account id of the user who caused the event; missing when anonymous',
    ),
    optionalField(
      'actor.accountType',
      'string',
      '`atlassian` for a person, `app` for an app, when the payload tells',
    ),
  ];
  return [
    field('eventType', 'string', 'id of the event as Confluence sent it'),
    field('event.type', 'string', 'id of the event in its current spelling'),
    field('event.action', 'string', 'what happened: `created`, `updated`, …'),
    field('event.subject', 'string', 'to what: `page`, `comment`, …'),
    optionalField('event.createdAt', 'date', 'when it happened'),
    ...(options.actor ? actorFields : []),
    optionalField('eventCreatedDate', 'date', 'when it happened'),
    optionalField('selfGenerated', 'boolean', 'whether this app caused it'),
  ];
}

/** `suppressNotifications`, which events about content have. */
export function notificationFields(): readonly EventField[] {
  return [
    optionalField(
      'suppressNotifications',
      'boolean',
      'whether the change was made without notifying watchers',
    ),
  ];
}

/** `updateTrigger`, which events about a new version have. */
export function updateTriggerFields(): readonly EventField[] {
  return [optionalField('updateTrigger', 'string', 'what made Confluence publish the update')];
}

function imageFields(path: string, what: string): readonly EventField[] {
  return [
    optionalField(`${path}.path`, 'string', `path of ${what}`),
    optionalField(`${path}.width`, 'number', `width of ${what} in pixels`),
    optionalField(`${path}.height`, 'number', `height of ${what} in pixels`),
    optionalField(`${path}.isDefault`, 'boolean', `whether ${what} is the default one`),
  ];
}

/** A user; names and e-mail hold the account id, because events carry no personal data. */
export function userFields(path: string, who: string): readonly EventField[] {
  return [
    field(`${path}.accountId`, 'string', `account id of ${who}`),
    optionalField(
      `${path}.accountType`,
      'string',
      `\`atlassian\` when ${who} is a person, \`app\` when an app`,
    ),
    optionalField(`${path}.type`, 'string', `\`known\`, \`unknown\`, \`anonymous\` or \`user\``),
    optionalField(`${path}.username`, 'string', `account id of ${who} once more, in place of the user name`),
    optionalField(
      `${path}.email`,
      'string',
      `account id of ${who} once more, in place of the e-mail address`,
    ),
    optionalField(
      `${path}.publicName`,
      'string',
      `account id of ${who} once more, in place of the public name`,
    ),
    optionalField(`${path}.displayName`, 'string', `account id of ${who} once more, in place of the name`),
    optionalField(`${path}.isExternalCollaborator`, 'boolean', `whether ${who} is a guest`),
    ...imageFields(`${path}.profilePicture`, `the picture of ${who}`),
  ];
}

/** A space as it hangs on content, or on its own. */
export function spaceFields(path: string): readonly EventField[] {
  return [
    field(`${path}.id`, 'string', 'id of the space'),
    field(`${path}.key`, 'string', 'key of the space'),
    optionalField(`${path}.alias`, 'string', 'alias of the space key, as in its address'),
    field(`${path}.name`, 'string', 'name of the space'),
    field(`${path}.type`, 'string', '`global` or `personal`', SPACE_TYPES),
    field(`${path}.status`, 'string', '`current` or `archived`', SPACE_STATUSES),
    ...imageFields(`${path}.icon`, 'the icon of the space'),
  ];
}

/** Who made and owns a thing, and since when. */
export function historyFields(path: string, what: string): readonly EventField[] {
  return [
    optionalField(`${path}.latest`, 'boolean', `whether this is the latest version of ${what}`),
    optionalField(`${path}.createdDate`, 'date', `when ${what} was created`),
    ...allOptional(userFields(`${path}.createdBy`, `the creator of ${what}`)),
    ...allOptional(userFields(`${path}.ownedBy`, `the owner of ${what}`)),
  ];
}

/** The current version of a thing. */
function versionFields(path: string, what: string): readonly EventField[] {
  return [
    optionalField(`${path}.number`, 'number', `version number of ${what}`),
    optionalField(`${path}.when`, 'date', `when this version of ${what} was made`),
    ...allOptional(userFields(`${path}.by`, `the author of this version of ${what}`)),
  ];
}

/** A page, blog post, whiteboard, … as events carry it; `types` are the values of its `type`. */
export function contentFields(path: string, what: string, types?: readonly string[]): readonly EventField[] {
  return [
    field(`${path}.id`, 'string', `id of ${what}`),
    field(`${path}.type`, 'string', `what kind of content ${what} is`, types),
    optionalField(`${path}.subType`, 'string', '`live` for a live doc, else missing', ['live']),
    field(
      `${path}.status`,
      'string',
      '`current`, `draft`, `archived`, `historical` or `trashed`',
      CONTENT_STATUSES,
    ),
    field(`${path}.title`, 'string', `title of ${what}`),
    ...spaceFields(`${path}.space`),
    ...historyFields(`${path}.history`, what),
    ...versionFields(`${path}.version`, what),
  ];
}

/** Content with the `author` that parsing adds to `content` and `attachment`. */
export function authoredFields(path: string, what: string, types?: readonly string[]): readonly EventField[] {
  return [
    ...contentFields(path, what, types),
    ...allOptional(userFields(`${path}.author`, `the creator of ${what}`)),
  ];
}

/** The page, blog post or custom content in which a comment or an attachment is. */
export function containerFields(path: string): readonly EventField[] {
  const what = 'the page it is on';
  return [
    field(`${path}.id`, 'string', 'id of the page, blog post or other content it is on'),
    field(`${path}.type`, 'string', '`page`, `blogpost` or a custom content type'),
    field(`${path}.status`, 'string', `status of ${what}`, CONTENT_STATUSES),
    field(`${path}.title`, 'string', `title of ${what}`),
    ...allOptional(spaceFields(`${path}.space`)),
    ...historyFields(`${path}.history`, what),
    ...versionFields(`${path}.version`, what),
  ];
}
