// page.copy: copies a page below another page or to the top of a space. Guarded: the copy carries the effect key in
// its body, so a copy of an earlier attempt is recognised under its title.

import * as v from 'valibot';
import { defineAction } from './action';
import { PARENT_FIELD, SPACE_FIELD, UNIQUE_FIELD, titleField } from './page-fields';
import { ContentSchema, contentTarget, nameOf, noTarget } from './content-target';
import { createOnce } from './create-once';
import { effectMarker, withEffectMarker } from './effect-marker';
import { titleCandidates, toTitle } from './page-title-text';
import {
  badParameter,
  OptionalTemplateSchema,
  renderContentId,
  renderLine,
  templateSchema,
} from './parameters';

const COPIED = ['page'];

const PlaceSchema = v.union([v.object({ pageId: v.string() }), v.object({ spaceKey: v.string() })]);

/** What goes along with the text. */
const Along = {
  labels: v.optional(v.boolean(), true),
  attachments: v.optional(v.boolean(), true),
  properties: v.optional(v.boolean(), false),
  restrictions: v.optional(v.boolean(), false),
};

export const pageCopy = defineAction({
  kind: 'page.copy',
  once: 'guarded',
  appliesTo: COPIED,
  reads: ['page', 'space'],
  writes: ['page', 'label', 'attachment', 'property', 'restriction'],
  causes: ['created:page', 'copied:page'],
  scopes: ['read:space:confluence', 'read:page:confluence', 'write:confluence-content'],
  points: 5,
  form: {
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
  parameters: v.strictObject({
    title: templateSchema('the title of the copy'),
    /** Id of the page above the copy; empty: see `space`. */
    parent: OptionalTemplateSchema,
    /** Key of the space at whose top the copy goes; empty, without a parent: that of the event. */
    space: OptionalTemplateSchema,
    unique: v.optional(v.boolean(), false),
    ...Along,
  }),
  effect: v.object({
    content: ContentSchema,
    place: PlaceSchema,
    title: v.string(),
    unique: v.boolean(),
    along: v.object({
      labels: v.boolean(),
      attachments: v.boolean(),
      properties: v.boolean(),
      restrictions: v.boolean(),
    }),
    effectKey: v.string(),
  }),
  plan({ title, parent, space, unique, ...along }, context) {
    const content = contentTarget(context, COPIED);
    if (content === undefined) return noTarget(context, 'cannot be copied');
    const line = renderLine('title', title, context);
    if (!line.ok) return { kind: 'fail', failure: line.error };
    const pageId = renderContentId('parent', parent, context);
    if (!pageId.ok) return { kind: 'fail', failure: pageId.error };
    const effect = { content, title: toTitle(line.value), unique, along, effectKey: context.effectKey };
    if (pageId.value !== undefined) {
      return { kind: 'effect', effect: { ...effect, place: { pageId: pageId.value } } };
    }
    const key = renderLine('space', space.trim() === '' ? (context.subject.spaceKey ?? '') : space, context);
    if (!key.ok) return { kind: 'fail', failure: badParameter('space', 'it names no space') };
    return { kind: 'effect', effect: { ...effect, place: { spaceKey: key.value } } };
  },
  async perform({ content, place, title, unique, along, effectKey }, { confluence, as, begin }) {
    const spaceId = await confluence.spaceIdOf(place, as);
    const { body } = await confluence.readContent(content, as);
    const made = await createOnce({
      titles: titleCandidates(title, unique),
      marker: effectMarker(effectKey),
      begin,
      create: (free) =>
        confluence.copyPage(
          content,
          { place, title: free, body: withEffectMarker(body, effectKey), along },
          as,
        ),
      find: (taken) => confluence.findPage(spaceId, taken, as),
    });
    return made.earlier
      ? `Page ${made.pageId} had been copied by an earlier attempt.`
      : `Copied ${nameOf(content)} to page ${made.pageId}, "${made.title}".`;
  },
  preview: ({ content, place, title }) =>
    `copy ${nameOf(content)} to "${title}" ${'pageId' in place ? `below page ${place.pageId}` : `in space ${place.spaceKey}`}`,
});
