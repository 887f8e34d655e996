// Putting labels on content, spaces and templates and taking them off, with the events that follow:
// `created` when the label is new on the site, then `added`; `removed`, then `deleted` when nothing has it any more.

import { badRequest } from '../http/refusal';
import { labelEvent, ownerKey } from '../events/label-events';
import type { Labelled } from '../events/label-events';
import type { LabelPrefix, LabelRecord } from '../model/records';
import { findLabel, labelledIds, labelsOf } from '../relations';
import type { Session } from '../session';
import { newId } from '../session';

/** Longest name. [Confluence] */
const MAX_NAME_LENGTH = 255;
/** Most labels in one request, and on one content. [Confluence REST v1: "too many labels"; the numbers are Confluence's] */
const MAX_LABELS_PER_REQUEST = 20;
const MAX_LABELS_PER_OWNER = 200;
/** What a name may not hold. [Confluence: LabelParser] */
const INVALID_CHARACTERS = /[:;,.?&[\]()#^*@!<>\s]/;

export interface NewLabel {
  readonly prefix: LabelPrefix;
  readonly name: string;
}

/** Adds the labels that `owner` does not have yet; the others are left as they are. */
export function addLabels(session: Session, owner: Labelled, labels: readonly NewLabel[]): void {
  const { tables } = session;
  const key = ownerKey(owner);
  if (labels.length > MAX_LABELS_PER_REQUEST) {
    throw badRequest(`Too many labels: at most ${MAX_LABELS_PER_REQUEST} may be added at once`);
  }
  for (const { prefix, name } of labels.map(normalise)) {
    const label = findLabel(tables, prefix, name) ?? createLabel(session, owner, { prefix, name });
    if (tables.index.get(['has-label', key, label.id]) !== undefined) continue;
    const last = labelsOf(tables, key).length;
    if (last >= MAX_LABELS_PER_OWNER) {
      throw badRequest(`Too many labels: at most ${MAX_LABELS_PER_OWNER} labels are allowed`);
    }
    const order = Number(newId(tables));
    tables.index.put(['has-label', key, label.id], order);
    tables.index.put(['labelled', label.id, key], true);
    session.publish(labelEvent(tables, 'added', label, owner));
  }
}

function createLabel(session: Session, owner: Labelled, { prefix, name }: NewLabel): LabelRecord {
  const { tables } = session;
  const label: LabelRecord = { id: newId(tables), prefix, name };
  tables.labels.put(label.id, label);
  tables.index.put(['label-name', prefix, name], label.id);
  session.publish(labelEvent(tables, 'created', label, owner));
  return label;
}

/** Labels are kept in lower case; a name with a space or punctuation is refused. */
function normalise({ prefix, name }: NewLabel): NewLabel {
  const text = name.trim().toLowerCase();
  if (text === '') throw badRequest('Label name cannot be empty');
  if (text.length > MAX_NAME_LENGTH)
    throw badRequest(`Label name is longer than ${MAX_NAME_LENGTH} characters`);
  if (INVALID_CHARACTERS.test(text)) throw badRequest(`Invalid characters in label name: ${name}`);
  return { prefix, name: text };
}

/** Takes the label of that name off, whatever its prefix unless one is given. False when there was none. */
export function removeLabel(session: Session, owner: Labelled, name: string, prefix?: string): boolean {
  const key = ownerKey(owner);
  const label = labelsOf(session.tables, key).find(
    (candidate) =>
      candidate.name === name.toLowerCase() && (prefix === undefined || candidate.prefix === prefix),
  );
  if (label === undefined) return false;
  session.tables.index.remove(['has-label', key, label.id]);
  session.tables.index.remove(['labelled', label.id, key]);
  session.publish(labelEvent(session.tables, 'removed', label, owner));
  if (labelledIds(session.tables, label.id).length === 0) deleteLabel(session, owner, label);
  return true;
}

/** A label that nothing carries is no longer a label of the site. */
function deleteLabel(session: Session, owner: Labelled, label: LabelRecord): void {
  session.tables.index.remove(['label-name', label.prefix, label.name]);
  session.tables.labels.remove(label.id);
  session.publish(labelEvent(session.tables, 'deleted', label, owner));
}
