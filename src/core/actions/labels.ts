// What the label actions share: where a label goes, and how a name becomes one that Confluence takes.

import * as v from 'valibot';
import { err, ok } from '../result';
import { render } from './render';
import type { Failure } from '../failure';
import type { Result } from '../result';
import type { Plan, PlanContext } from './action';
import type { ActionField } from './form';

/** Confluence refuses longer label names. */
const MAX_LABEL_LENGTH = 255;

/** What carries labels that an app can change. [REST v1] */
export const LABELLED: readonly string[] = [
  'page',
  'blogpost',
  'attachment',
  'custom_content',
  'whiteboard',
  'database',
  'embed',
  'folder',
  'space',
];

/** Confluence refuses more labels in one request. */
const MAX_LABELS = 20;

/** Characters that a Confluence label cannot hold, white space included. */
const FORBIDDEN_IN_LABEL = /[\s:;,.?&[\]()#^*!@<>/\\|"'`~={}+$%]+/gu;

/** Names of labels, with placeholders. */
export const LabelsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.nonEmpty('expected a label, got an empty text'))),
  v.minLength(1, 'expected at least one label'),
  v.maxLength(MAX_LABELS, `expected at most ${MAX_LABELS} labels`),
);

export const LABELS_FIELD: ActionField = {
  name: 'labels',
  label: 'Labels',
  help: 'Separate several with commas. {{…}} placeholders work here too.',
  required: true,
  input: { type: 'list', template: true },
  initial: [],
};

export const LabelParametersSchema = v.strictObject({ labels: LabelsSchema });
export type LabelParameters = v.InferOutput<typeof LabelParametersSchema>;

export const LabelEffectSchema = v.variant('on', [
  v.object({
    on: v.literal('content'),
    content: v.object({ id: v.string(), type: v.string() }),
    labels: v.array(v.string()),
  }),
  v.object({ on: v.literal('space'), spaceKey: v.string(), labels: v.array(v.string()) }),
]);
export type LabelEffect = v.InferOutput<typeof LabelEffectSchema>;

/**
 * Labels on the content that the event is about, or on the space when it is about a space.
 * `parameter` is the name of the list, for refusals. @default labels
 */
export function planLabels(
  parameters: LabelParameters,
  context: PlanContext,
  parameter = 'labels',
): Plan<LabelEffect> {
  const labels = renderLabels(parameter, parameters.labels, context);
  if (!labels.ok) return { kind: 'fail', failure: labels.error };
  if (labels.value.length === 0) return { kind: 'skip', reason: 'Every label rendered to an empty text.' };
  const { subject } = context;
  if (subject.contentId !== undefined) {
    const content = { id: subject.contentId, type: subject.contentType ?? 'page' };
    return { kind: 'effect', effect: { on: 'content', content, labels: labels.value } };
  }
  if (subject.kind === 'space' && subject.spaceKey !== undefined) {
    return { kind: 'effect', effect: { on: 'space', spaceKey: subject.spaceKey, labels: labels.value } };
  }
  return { kind: 'skip', reason: `Confluence has no labels that an app can change on a ${subject.kind}.` };
}

/** `the labels "a", "b" to page 12`, for previews and reasons. */
export function labelPhrase(effect: LabelEffect, preposition: 'to' | 'from'): string {
  const names = effect.labels.map((label) => `"${label}"`).join(', ');
  const target =
    effect.on === 'content' ? `${effect.content.type} ${effect.content.id}` : `space ${effect.spaceKey}`;
  return `the ${effect.labels.length === 1 ? 'label' : 'labels'} ${names} ${preposition} ${target}`;
}

/** A name as Confluence would keep it: lower case, with a hyphen for whatever a label cannot hold. */
function toLabel(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(FORBIDDEN_IN_LABEL, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_LABEL_LENGTH);
}

function renderLabels(
  parameter: string,
  templates: readonly string[],
  context: PlanContext,
): Result<string[], Failure> {
  const labels = new Set<string>();
  for (const [index, template] of templates.entries()) {
    const rendered = render(`${parameter}[${index}]`, template, 'text', context);
    if (!rendered.ok) return err(rendered.error);
    const label = toLabel(rendered.value);
    if (label !== '') labels.add(label);
  }
  return ok([...labels]);
}
