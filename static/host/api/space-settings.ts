// What belongs to a space as a whole: its name, its labels, its templates. No state, no rendering.

import * as v from 'valibot';
import { ask, query, send } from './http';

const labelsSchema = v.object({
  results: v.array(v.object({ name: v.string(), prefix: v.optional(v.string()) })),
});

const templatesSchema = v.object({
  results: v.array(
    v.object({
      templateId: v.string(),
      name: v.string(),
      labels: v.optional(v.array(v.object({ name: v.string() })), []),
    }),
  ),
});

/** A page template with its labels. */
export type Template = v.InferOutput<typeof templatesSchema>['results'][number];

/** Renames a space. */
export const renameSpace = (key: string, name: string) =>
  send('PUT', `/wiki/rest/api/space/${encodeURIComponent(key)}`, { name });

/** The labels of a space. */
export const listSpaceLabels = async (spaceId: string) =>
  (await ask(labelsSchema, 'GET', `/wiki/api/v2/spaces/${spaceId}/labels`)).results;

/** Labels a space. */
export const addSpaceLabel = (key: string, name: string) =>
  send('POST', `/wiki/rest/api/space/${encodeURIComponent(key)}/label`, [{ prefix: 'global', name }]);

/** Takes a label off a space. */
export const removeSpaceLabel = (key: string, name: string) =>
  send('DELETE', `/wiki/rest/api/space/${encodeURIComponent(key)}/label${query({ name })}`);

/** The templates of a space. */
export const listTemplates = async (key: string) =>
  (await ask(templatesSchema, 'GET', `/wiki/rest/api/template/page${query({ spaceKey: key })}`)).results;

/** Creates a template in a space. */
export const createTemplate = (key: string, name: string) =>
  send('POST', '/wiki/rest/api/template', {
    name,
    templateType: 'page',
    space: { key },
    body: { storage: { value: `<p>${name.replace(/[&<>]/gu, '')}</p>`, representation: 'storage' } },
  });
