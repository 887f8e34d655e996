// The fields that no event carries and that are fetched from Confluence when a rule reads them.
// It only names them; who fetches them asks the field catalogue which of a rule's paths are on demand.

import type { CatalogueEvent, EventField } from './catalogue/catalogue-event';
import { field, labelFields, optionalField } from './catalogue/fields';
import type { SubjectKind } from './event';

/** Fields by the path of the object in the facts on which they hang; the object has an `id`. */
type Fetchable = (path: string) => readonly EventField[];

/** What can be fetched for the events of each kind of subject. */
const FETCHABLE: { readonly [K in SubjectKind]: readonly EventField[] } = {
  page: pageFields('content'),
  blogpost: pageFields('content'),
  task: pageFields('content'),
  comment: [...commentFields('content'), ...pageFields('content.container')],
  attachment: [...treeFields('attachment'), ...pageFields('attachment.container')],
  label: pageFields('content').filter((each) => !each.path.startsWith('content.labels')),
  custom_content: [bodyField('content'), ...treeFields('content')],
  whiteboard: treeFields('content'),
  database: treeFields('content'),
  embed: treeFields('content'),
  folder: treeFields('content'),
  space: [],
  template: [],
  user: [],
  group: [],
  relation: [],
  search: [],
  unknown: [],
};

/** The fields that can be fetched for `event`. What is deleted for good cannot be fetched any more. */
export function onDemandFieldsOf(event: CatalogueEvent): readonly EventField[] {
  const hasActor = event.fields.some((each) => each.path === 'actor.accountId');
  const isGone = event.id.startsWith('avi:confluence:deleted:') && event.subject !== 'label';
  const thing = FETCHABLE[event.subject].filter((each) => !isGone || each.path.includes('.container.'));
  return [...thing, ...(hasActor ? actorFields() : [])];
}

function pageFields(path: string): readonly EventField[] {
  const parts: readonly Fetchable[] = [treeFields, stateFields, restrictionFields];
  return [
    bodyField(path),
    ...parts.flatMap((fieldsAt) => fieldsAt(path)),
    field(`${path}.watchers`, 'list', 'account ids of the users who watch it'),
    field(`${path}.likes`, 'number', 'how many users like it'),
    field(`${path}.childCount`, 'number', 'how many pages are directly under it'),
  ];
}

function commentFields(path: string): readonly EventField[] {
  return [bodyField(path), field(`${path}.likes`, 'number', 'how many users like it')];
}

/** What everything in the content tree has. */
function treeFields(path: string): readonly EventField[] {
  return [
    ...labelFields(`${path}.labels`, 'its labels'),
    field(`${path}.ancestors`, 'list', 'what is above it in the content tree, the top first'),
    field(`${path}.ancestors[].id`, 'string', 'id of the ancestor'),
    optionalField(`${path}.ancestors[].title`, 'string', 'title of the ancestor'),
    optionalField(`${path}.parent.id`, 'string', 'id of what is directly above it; missing at the top'),
    optionalField(`${path}.parent.title`, 'string', 'title of what is directly above it; missing at the top'),
    optionalField(`${path}.properties`, 'any', 'its content properties by key'),
  ];
}

function stateFields(path: string): readonly EventField[] {
  return [
    optionalField(`${path}.state.name`, 'string', 'its status, such as "In progress"; missing without one'),
    optionalField(`${path}.state.color`, 'string', 'colour of its status; missing without one'),
  ];
}

function restrictionFields(path: string): readonly EventField[] {
  return [
    field(
      `${path}.restrictions.read.users`,
      'list',
      'account ids of the users who alone may see it; empty for all',
    ),
    field(
      `${path}.restrictions.read.groups`,
      'list',
      'names of the groups that alone may see it; empty for all',
    ),
    field(
      `${path}.restrictions.update.users`,
      'list',
      'account ids of the users who alone may edit it; empty for all',
    ),
    field(
      `${path}.restrictions.update.groups`,
      'list',
      'names of the groups that alone may edit it; empty for all',
    ),
  ];
}

function actorFields(): readonly EventField[] {
  return [
    optionalField('actor.groups', 'list', 'names of the groups of the user who caused the event'),
    optionalField('actor.displayName', 'string', 'name of the user who caused the event'),
  ];
}

function bodyField(path: string): EventField {
  return field(`${path}.body`, 'string', 'its body in storage format');
}
