// page.create: makes a page of a body or of a Confluence template. Guarded: the page carries the effect key, and a
// title that is taken is looked at before it counts as taken by somebody else.

import * as v from 'valibot';
import { RULE_LIMITS } from '../rules/rule';
import { defineAction } from './action';
import { PARENT_FIELD, SPACE_FIELD, UNIQUE_FIELD, titleField } from './page-fields';
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
import { render } from './render';
import { fillTemplate } from './template-variables';
import { err, ok } from '../result';
import type { Failure } from '../failure';
import type { Result } from '../result';
import type { PlanContext } from './action';

const PlaceSchema = v.union([v.object({ pageId: v.string() }), v.object({ spaceKey: v.string() })]);
type Place = v.InferOutput<typeof PlaceSchema>;

export const pageCreate = defineAction({
  kind: 'page.create',
  once: 'guarded',
  appliesTo: ['any'],
  reads: ['space', 'page', 'template'],
  writes: ['page'],
  causes: ['created:page'],
  scopes: [
    'read:space:confluence',
    'read:page:confluence',
    'write:page:confluence',
    'read:confluence-content.summary',
  ],
  points: 3,
  form: {
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
  parameters: v.strictObject({
    title: templateSchema('the title of the page'),
    /** Id of the page above it; empty: the home page of the space. */
    parent: OptionalTemplateSchema,
    /** Key of a space; empty: that of the parent, else that of the event. */
    space: OptionalTemplateSchema,
    /** Storage format, with placeholders. */
    body: OptionalTemplateSchema,
    /** Id of a Confluence template, in place of a body. */
    template: OptionalTemplateSchema,
    /** Values of the template's variables by name, with placeholders. */
    variables: v.optional(
      v.record(v.string(), v.pipe(v.string(), v.maxLength(RULE_LIMITS.MAX_TEXT_LENGTH))),
      {},
    ),
    /** Whether a number is added to a title that is taken. */
    unique: v.optional(v.boolean(), false),
  }),
  effect: v.object({
    place: PlaceSchema,
    title: v.string(),
    unique: v.boolean(),
    body: v.string(),
    template: v.exactOptional(v.string()),
    variables: v.record(v.string(), v.string()),
    effectKey: v.string(),
  }),
  plan(parameters, context) {
    const { unique } = parameters;
    const place = planPlace(parameters, context);
    if (!place.ok) return { kind: 'fail', failure: place.error };
    if (place.value === undefined)
      return { kind: 'skip', reason: 'The event names no space for a new page.' };
    const title = renderLine('title', parameters.title, context);
    if (!title.ok) return { kind: 'fail', failure: title.error };
    const body = render('body', parameters.body, 'storage', context);
    if (!body.ok) return { kind: 'fail', failure: body.error };
    const template = renderContentId('template', parameters.template, context);
    if (!template.ok) return { kind: 'fail', failure: template.error };
    const variables = renderVariables(parameters.variables, context);
    if (!variables.ok) return { kind: 'fail', failure: variables.error };
    return {
      kind: 'effect',
      effect: {
        place: place.value,
        title: toTitle(title.value),
        unique,
        body: body.value,
        ...(template.value === undefined ? {} : { template: template.value }),
        variables: variables.value,
        effectKey: context.effectKey,
      },
    };
  },
  async perform(effect, { confluence, as, begin }) {
    const spaceId = await confluence.spaceIdOf(effect.place, as);
    const written =
      effect.template === undefined
        ? effect.body
        : fillTemplate(await confluence.readTemplate(effect.template, as), effect.variables) + effect.body;
    const body = withEffectMarker(written, effect.effectKey);
    const parent = 'pageId' in effect.place ? { parentId: effect.place.pageId } : {};
    const made = await createOnce({
      titles: titleCandidates(effect.title, effect.unique),
      marker: effectMarker(effect.effectKey),
      begin,
      create: (title) => confluence.createPage({ spaceId, title, body, ...parent }, as),
      find: (title) => confluence.findPage(spaceId, title, as),
    });
    return made.earlier
      ? `Page ${made.pageId} had been created by an earlier attempt.`
      : `Created page ${made.pageId}, "${made.title}".`;
  },
  preview: ({ place, title }) =>
    `create the page "${title}" ${'pageId' in place ? `below page ${place.pageId}` : `in space ${place.spaceKey}`}`,
});

/** Below a page, or in a space; undefined when neither the rule nor the event names one. */
function planPlace(
  { parent, space }: { readonly parent: string; readonly space: string },
  context: PlanContext,
): Result<Place | undefined, Failure> {
  const pageId = renderContentId('parent', parent, context);
  if (!pageId.ok) return pageId;
  if (pageId.value !== undefined) {
    if (space.trim() === '') return ok({ pageId: pageId.value });
    return err(badParameter('space', 'the page above has a space already. Name the one or the other'));
  }
  if (space.trim() !== '') {
    const key = renderLine('space', space, context);
    return key.ok ? ok({ spaceKey: key.value }) : key;
  }
  const { spaceKey } = context.subject;
  return ok(spaceKey === undefined ? undefined : { spaceKey });
}

function renderVariables(
  templates: Readonly<Record<string, string>>,
  context: PlanContext,
): Result<Record<string, string>, Failure> {
  const values: Record<string, string> = {};
  for (const [name, template] of Object.entries(templates)) {
    const rendered = render(`variables.${name}`, template, 'text', context);
    if (!rendered.ok) return rendered;
    values[name] = rendered.value;
  }
  return ok(values);
}
