// The forms of the kinds that make and change pages.

import type { ActionField, Forms } from '../form';

const PARENT_FIELD: ActionField = {
  name: 'parent',
  label: 'Below the page with this id',
  help: '{{content.id}} is the page of the event.',
  input: { type: 'text', template: true },
};

const SPACE_FIELD: ActionField = {
  name: 'space',
  label: 'Space key',
  help: 'Without it, and without a page above, the space of the event.',
  input: { type: 'text', template: true },
};

const UNIQUE_FIELD: ActionField = {
  name: 'unique',
  label: 'Number the title when it is taken',
  help: '"Minutes" becomes "Minutes (2)". Without this, a title that is taken is a failure.',
  input: { type: 'flag' },
};

function titleField(label: string): ActionField {
  return { name: 'title', label, required: true, input: { type: 'text', template: true }, initial: '' };
}

export const PAGE_FORMS: Forms<
  | 'page.create'
  | 'page.copy'
  | 'page.title'
  | 'page.body'
  | 'page.move'
  | 'page.owner'
  | 'page.archive'
  | 'page.trash'
> = {
  'page.create': {
    kind: 'page.create',
    label: 'Create a page',
    group: 'Pages',
    summary: 'Makes a page, once for each event, of a text or of a Confluence template.',
    fields: [
      titleField('Title'),
      PARENT_FIELD,
      SPACE_FIELD,
      {
        name: 'body',
        label: 'Text',
        help: 'Confluence storage format (HTML-like), with placeholders. With a template, it stands below it.',
        input: { type: 'long-text', template: true, storage: true, rows: 6 },
      },
      {
        name: 'template',
        label: 'Template id',
        help: 'Id of a Confluence page template.',
        input: { type: 'text', template: true },
      },
      {
        name: 'variables',
        label: 'Variables of the template',
        help: 'A JSON object of names and texts.',
        input: { type: 'json' },
      },
      UNIQUE_FIELD,
    ],
    example: {
      title: 'Review of {{content.title}}',
      parent: '{{content.id}}',
      body: '<p>Reviewed by {{mention actor}}.</p>',
      unique: true,
    },
  },
  'page.copy': {
    kind: 'page.copy',
    label: 'Copy the page',
    group: 'Pages',
    summary:
      'Copies the page, once for each event, with its labels and attachments unless you say otherwise.',
    fields: [
      titleField('Title of the copy'),
      PARENT_FIELD,
      SPACE_FIELD,
      UNIQUE_FIELD,
      { name: 'labels', label: 'Copy labels', input: { type: 'flag' }, initial: true },
      { name: 'attachments', label: 'Copy attachments', input: { type: 'flag' }, initial: true },
      { name: 'properties', label: 'Copy properties', input: { type: 'flag' } },
      { name: 'restrictions', label: 'Copy restrictions', input: { type: 'flag' } },
    ],
    example: { title: 'Copy of {{content.title}}', space: 'ARCHIVE', unique: true },
  },
  'page.title': {
    kind: 'page.title',
    label: 'Rename',
    group: 'Pages',
    summary: 'Gives the page or blog post another title.',
    fields: [titleField('New title')],
    example: { title: '[{{space.key}}] {{content.title}}' },
  },
  'page.body': {
    kind: 'page.body',
    label: 'Change the text',
    group: 'Pages',
    summary: 'Adds to the text of the page or blog post, or replaces a section of it.',
    fields: [
      {
        name: 'mode',
        label: 'Where',
        required: true,
        input: {
          type: 'choice',
          options: [
            { value: 'append', label: 'At the end' },
            { value: 'prepend', label: 'At the top' },
            { value: 'replace', label: 'In place of a section' },
          ],
        },
        initial: 'append',
      },
      {
        name: 'body',
        label: 'Text',
        help: 'Confluence storage format (HTML-like), with placeholders.',
        required: true,
        input: { type: 'long-text', template: true, storage: true, rows: 4 },
        initial: '',
      },
      {
        name: 'section',
        label: 'Section',
        help: 'The section lies between the anchors of this name and of this name with "-end". Without them it is made at the end.',
        input: { type: 'text', maxLength: 60 },
      },
    ],
    example: { mode: 'replace', section: 'last-change', body: '<p>Last changed by {{mention actor}}.</p>' },
  },
  'page.move': {
    kind: 'page.move',
    label: 'Move the page',
    group: 'Pages',
    summary: 'Puts the page below, before or after another one, in its space or in another.',
    fields: [
      {
        name: 'target',
        label: 'The page with this id',
        required: true,
        input: { type: 'text', template: true },
        initial: '',
      },
      {
        name: 'position',
        label: 'Position',
        input: {
          type: 'choice',
          options: [
            { value: 'append', label: 'Below it' },
            { value: 'before', label: 'Before it' },
            { value: 'after', label: 'After it' },
          ],
        },
        initial: 'append',
      },
    ],
    example: { target: '123456', position: 'append' },
  },
  'page.owner': {
    kind: 'page.owner',
    label: 'Change the owner',
    group: 'Pages',
    summary: 'Gives the page another owner.',
    fields: [
      {
        name: 'owner',
        label: 'Account id',
        help: '{{actor.accountId}} is whoever caused the event.',
        required: true,
        input: { type: 'text', template: true },
        initial: '',
      },
    ],
    example: { owner: '{{actor.accountId}}' },
  },
  'page.archive': {
    kind: 'page.archive',
    label: 'Archive the page',
    group: 'Pages',
    summary: 'Asks Confluence to archive the page. An admin must allow it in the settings.',
    fields: [],
    example: {},
  },
  'page.trash': {
    kind: 'page.trash',
    label: 'Move to the trash',
    group: 'Pages',
    summary: 'Moves the page or blog post to the trash. An admin must allow it in the settings.',
    fields: [],
    example: {},
  },
};
