// Page templates, global or of a space. Confluence publishes nothing about them but their labels.

import { badRequest, Refusal } from '../http/refusal';
import type { TemplateRecord } from '../model/records';
import { hasSpaceLevel, isSiteAdmin } from '../permissions/access';
import type { Session } from '../session';
import { newId } from '../session';
import { listAll, listIndex } from '../tables';

export interface TemplateContent {
  readonly name: string;
  readonly description: string;
  /** Storage format. */
  readonly body: string;
}

export function createTemplate(session: Session, content: TemplateContent, spaceId?: string): TemplateRecord {
  checkMayWrite(session, spaceId);
  return store(session, {
    id: newId(session.tables),
    templateType: 'page',
    ...content,
    ...(spaceId === undefined ? {} : { spaceId }),
  });
}

export function updateTemplate(
  session: Session,
  before: TemplateRecord,
  content: TemplateContent,
): TemplateRecord {
  checkMayWrite(session, before.spaceId);
  return store(session, { ...before, ...content });
}

function store(session: Session, template: TemplateRecord): TemplateRecord {
  if (template.name.trim() === '') throw badRequest('The name of a template cannot be empty');
  session.tables.templates.put(template.id, template);
  return template;
}

export function deleteTemplate(session: Session, template: TemplateRecord): void {
  const { tables } = session;
  checkMayWrite(session, template.spaceId);
  const owner = `template:${template.id}`;
  for (const { rest } of listIndex(tables, ['has-label', owner])) {
    tables.index.remove(['has-label', owner, ...rest]);
    tables.index.remove(['labelled', ...rest, owner]);
  }
  tables.templates.remove(template.id);
}

/** Templates of the space, or the global ones when `spaceId` is absent. */
export function listTemplates(session: Session, spaceId: string | undefined): readonly TemplateRecord[] {
  return listAll(session.tables.templates).filter((template) => template.spaceId === spaceId);
}

/** The template of that id if the actor may see it; else 403, as Confluence answers. */
export function requireTemplate(session: Session, id: string): TemplateRecord {
  const template = session.tables.templates.get(id);
  if (template === undefined || !maySee(session, template)) {
    throw new Refusal(403, `Template with id ${id} does not exist or is not visible`);
  }
  return template;
}

function maySee(session: Session, template: TemplateRecord): boolean {
  if (template.spaceId === undefined) return true;
  const space = session.tables.spaces.get(template.spaceId);
  return space !== undefined && hasSpaceLevel(session.tables, session.actor.accountId, space, 'view');
}

/** Administrators of the space write its templates, those of the site the global ones. */
export function checkMayWrite(session: Session, spaceId: string | undefined): void {
  const { tables, actor } = session;
  const space = spaceId === undefined ? undefined : tables.spaces.get(spaceId);
  const allowed =
    space === undefined
      ? isSiteAdmin(tables, actor.accountId)
      : hasSpaceLevel(tables, actor.accountId, space, 'admin');
  if (!allowed) throw new Refusal(403, 'User does not have permission to change templates here');
}
