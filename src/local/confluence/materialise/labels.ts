// Labels that a payload lists on something, put on it with the payload's ids. Nothing is published.

import { shortTextAt } from '../../../core/events/read-payload';
import type { JsonObject } from '../../../core/json';
import { ownerKey } from '../events/label-events';
import type { Labelled } from '../events/label-events';
import { LABEL_PREFIXES } from '../model/records';
import type { LabelRecord } from '../model/records';
import { findLabel } from '../relations';
import { newId } from '../session';
import type { Tables } from '../tables';
import { isUsableId, reserveId } from './ids';
import { objectsOf } from './mentions';

/** Puts the labels of `json`, and `more`, on an owner that has just been made. */
export function putLabels(tables: Tables, owner: Labelled, json: JsonObject, more?: JsonObject): void {
  const key = ownerKey(owner);
  for (const each of [...objectsOf(json['labels']), ...(more === undefined ? [] : [more])]) {
    const label = labelOf(tables, each);
    if (label === undefined) continue;
    tables.index.put(['has-label', key, label.id], Number(newId(tables)));
    tables.index.put(['labelled', label.id, key], true);
  }
}

/** The label of that name, made when the site has none. */
function labelOf(tables: Tables, json: JsonObject): LabelRecord | undefined {
  const name = shortTextAt(json, 'name')?.toLowerCase();
  if (name === undefined) return undefined;
  const prefix = LABEL_PREFIXES.find((one) => one === shortTextAt(json, 'prefix')) ?? 'global';
  const known = findLabel(tables, prefix, name);
  if (known !== undefined) return known;
  const wanted = shortTextAt(json, 'id');
  const isFree = isUsableId(wanted) && tables.labels.get(wanted) === undefined;
  const label: LabelRecord = { id: isFree ? wanted : newId(tables), prefix, name };
  tables.labels.put(label.id, label);
  tables.index.put(['label-name', prefix, name], label.id);
  reserveId(tables, label.id);
  return label;
}
