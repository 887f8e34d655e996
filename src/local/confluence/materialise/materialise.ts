// Makes the site have what an event from outside speaks of, so that actions find their subject: people, spaces,
// content, templates, with the payload's own ids, titles and keys. What exists is never changed, and nothing is
// published, because nothing happened here.

import { normalisePayload } from '../../../core/events/normalise-payload';
import { shortTextAt } from '../../../core/events/read-payload';
import type { JsonObject } from '../../../core/json';
import { APP_ACCOUNT_ID } from '../../ports';
import { saveContent } from '../content/store';
import { childrenOf, rootOf } from '../content/tree';
import type { ContentRecord } from '../model/content';
import { findByTitle } from '../relations';
import type { Tables } from '../tables';
import { contentTypeOf, toContentRecord } from './content-record';
import { isUsableId, reserveId } from './ids';
import { putLabels } from './labels';
import { mentionsOf } from './mentions';
import type { MentionedContent, Mentions } from './mentions';
import { addGroup, addUser } from './people';
import { addSpace, addTemplate, findSpace } from './places';
import { bodyOfTask, putTask } from './tasks';

/** Who and when, where the payload is silent. */
interface About {
  readonly actorId: string;
  readonly nowIso: string;
}

/** Adds what `payload` speaks of and the site lacks. Only inside a transaction; never throws on a payload's shape. */
export function materialise(tables: Tables, payload: JsonObject, nowIso: string): void {
  const event = normalisePayload(payload);
  const mentions = mentionsOf(event);
  const { addedLabel } = mentions;
  const actor = shortTextAt(event, 'atlassianId');
  const about: About = { actorId: isUsableId(actor) ? actor : APP_ACCOUNT_ID, nowIso };
  for (const user of mentions.users) addUser(tables, user);
  for (const group of mentions.groups) addGroup(tables, group);
  for (const space of mentions.spaces) {
    const isLabelled = addedLabel !== undefined && space === event['space'];
    addSpace(tables, space, { ...about, label: isLabelled ? addedLabel : undefined });
  }
  for (const template of mentions.templates) addTemplate(tables, template, addedLabel);
  for (const content of mentions.contents) {
    const isSubject = content.json === event['content'] || content.json === event['attachment'];
    addContent(tables, content, about, isSubject ? mentions : {});
  }
}

function addContent(
  tables: Tables,
  mentioned: MentionedContent,
  about: About,
  { addedLabel, task }: Partial<Mentions>,
): void {
  const id = storedIdOf(mentioned.json);
  const space = findSpace(tables, mentioned.space);
  if (id === undefined || space === undefined || tables.content.get(id) !== undefined) return;
  const record = toContentRecord(mentioned, id, {
    ...about,
    spaceId: space.id,
    title: freeTitle(tables, space.id, mentioned.json, id),
    body: task === undefined ? '' : bodyOfTask(task),
    position: (childrenOf(tables, rootOf(space.id)).at(-1)?.position ?? -1) + 1,
  });
  if (record === undefined || !isHeld(tables, record)) return;
  saveContent(tables, record);
  reserveId(tables, id);
  // The file itself is in no payload.
  if (record.type === 'attachment') tables.files.put(record.fileId, '');
  putLabels(tables, { kind: 'content', content: record }, mentioned.json, addedLabel);
  if (task !== undefined) putTask(tables, task, record);
}

/** REST writes the ids of attachments as `att…`; events, and the site, do not. */
function storedIdOf(json: JsonObject): string | undefined {
  const id = shortTextAt(json, 'id')?.replace(/^att(?=\d)/, '');
  return isUsableId(id) ? id : undefined;
}

/** A comment or an attachment on nothing would be seen by everybody and found by nobody. */
function isHeld(tables: Tables, record: ContentRecord): boolean {
  if (record.type !== 'comment' && record.type !== 'attachment') return true;
  return tables.content.get(record.containerId) !== undefined;
}

/** The payload's title; with the id behind it where a page of the space has that title. */
function freeTitle(tables: Tables, spaceId: string, json: JsonObject, id: string): string {
  const title = shortTextAt(json, 'title') ?? id;
  const type = contentTypeOf(json);
  const holds = type === 'page' || type === 'blogpost';
  return holds && findByTitle(tables, spaceId, type, title) !== undefined ? `${title} (${id})` : title;
}
