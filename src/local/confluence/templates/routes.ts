// REST v1 for page templates.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import type { Input, Operation } from '../http/operation';
import { listParam, NO_CONTENT, ok, param } from '../http/operation';
import { v1Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import { v1LabelJson } from '../labels/v1-json';
import { addLabels } from '../labels/store';
import { LABEL_PREFIXES } from '../model/records';
import type { TemplateRecord } from '../model/records';
import { requireSpaceByKey } from '../permissions/require';
import { labelsOf } from '../relations';
import type { Session } from '../session';
import { v1SpaceJson } from '../spaces/v1-json';
import { parseStorage } from '../storage-format/parse';
import { createTemplate, deleteTemplate, listTemplates, requireTemplate, updateTemplate } from './store';
import type { TemplateContent } from './store';

const WriteEntries = {
  name: v.string(),
  templateType: v.literal('page'),
  body: v.object({
    storage: v.object({ value: v.string(), representation: v.optional(v.literal('storage')) }),
  }),
  description: v.optional(v.string(), ''),
  labels: v.optional(
    v.array(v.object({ prefix: v.optional(v.picklist(LABEL_PREFIXES), 'global'), name: v.string() })),
    [],
  ),
};
const CreateSchema = v.object({ ...WriteEntries, space: v.optional(v.object({ key: v.string() })) });
const UpdateSchema = v.object({ ...WriteEntries, templateId: v.string() });

const READ = [['read:confluence-content.summary'], ['read:template:confluence']];
const WRITE = [['write:confluence-content'], ['read:template:confluence', 'write:template:confluence']];
const ROOT = '/wiki/rest/api/template';

export const templateOperations: readonly Operation[] = [
  {
    id: 'getContentTemplates',
    method: 'GET',
    path: `${ROOT}/page`,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const key = input.query.get('spaceKey');
      const spaceId = key === null ? undefined : requireSpaceByKey(session, key).id;
      return list(input, session, listTemplates(session, spaceId));
    },
  },
  {
    id: 'getBlueprintTemplates',
    method: 'GET',
    path: `${ROOT}/blueprint`,
    version: 1,
    scopes: READ,
    // The site has no blueprints: they belong to apps that it does not have.
    perform: (input, session) => list(input, session, []),
  },
  {
    id: 'createContentTemplate',
    method: 'POST',
    path: ROOT,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const { space, labels, ...written } = parseBody(input, CreateSchema);
      const spaceId = space === undefined ? undefined : requireSpaceByKey(session, space.key).id;
      const template = createTemplate(session, toContent(written), spaceId);
      addLabels(session, { kind: 'template', template }, labels);
      return ok(templateJson(session, template, ['body']));
    },
  },
  {
    id: 'updateContentTemplate',
    method: 'PUT',
    path: ROOT,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const { templateId, labels, ...written } = parseBody(input, UpdateSchema);
      const template = updateTemplate(session, requireTemplate(session, templateId), toContent(written));
      addLabels(session, { kind: 'template', template }, labels);
      return ok(templateJson(session, template, ['body']));
    },
  },
  {
    id: 'getContentTemplate',
    method: 'GET',
    path: `${ROOT}/{contentTemplateId}`,
    version: 1,
    scopes: READ,
    perform: (input, session) =>
      ok(templateJson(session, requireTemplate(session, param(input, 'contentTemplateId')), ['body'])),
  },
  {
    id: 'removeTemplate',
    method: 'DELETE',
    path: `${ROOT}/{contentTemplateId}`,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      deleteTemplate(session, requireTemplate(session, param(input, 'contentTemplateId')));
      return NO_CONTENT;
    },
  },
];

function toContent(written: {
  readonly name: string;
  readonly description: string;
  readonly body: { readonly storage: { readonly value: string } };
}): TemplateContent {
  if (written.name.trim() === '') throw badRequest('The name of a template cannot be empty');
  parseStorage(written.body.storage.value);
  return { name: written.name, description: written.description, body: written.body.storage.value };
}

function list(
  input: Input,
  session: Session,
  templates: readonly TemplateRecord[],
): ReturnType<Operation['perform']> {
  const expand = listParam(input, 'expand');
  return ok(v1Page(input, session, templates, (template) => templateJson(session, template, expand)));
}

function templateJson(session: Session, template: TemplateRecord, expand: readonly string[]): JsonObject {
  const space = template.spaceId === undefined ? undefined : session.tables.spaces.get(template.spaceId);
  const storage = { value: template.body, representation: 'storage', embeddedContent: [], _expandable: {} };
  return {
    templateId: template.id,
    name: template.name,
    description: template.description,
    ...(space === undefined ? {} : { space: v1SpaceJson(session, space) }),
    labels: labelsOf(session.tables, `template:${template.id}`).map(v1LabelJson),
    templateType: template.templateType,
    editorVersion: 'v2',
    ...(expand.some((asked) => asked.startsWith('body')) ? { body: { storage } } : {}),
    _expandable: { body: '' },
    _links: {
      self: `${session.baseUrl}/rest/api/template/${template.id}`,
      base: session.baseUrl,
      context: '/wiki',
    },
  };
}
