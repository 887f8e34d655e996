// Ticking a task without editing its page: the mark in the body changes, the version does not.

import { saveContent } from '../content/store';
import type { TaskRecord } from '../model/records';
import type { Published } from '../publishing/write';
import type { Session } from '../session';
import { parseStorage, textOf } from '../storage-format/parse';
import type { XmlElement, XmlNode } from '../storage-format/parse';
import { serialise } from '../storage-format/serialise';
import { storeUpdate } from './sync';

/** Sets the status in the body and in the record, and publishes it; does nothing when it is so already. */
export function setTaskStatus(
  session: Session,
  content: Published,
  task: TaskRecord,
  status: TaskRecord['status'],
): TaskRecord {
  if (task.status === status) return task;
  const nodes = parseStorage(content.body.storage).map((node) => withStatus(node, task.localId, status));
  const after: Published = { ...content, body: { storage: serialise(nodes) } };
  saveContent(session.tables, after);
  return storeUpdate(session, after, task, { ...task, status });
}

function withStatus(node: XmlNode, localId: string, status: string): XmlNode {
  if (node.kind !== 'element') return node;
  const isTask = node.name === 'ac:task' && textOf(childrenNamed(node, 'ac:task-id')).trim() === localId;
  const children = node.children.map((child) =>
    isTask && child.kind === 'element' && child.name === 'ac:task-status'
      ? { ...child, children: [{ kind: 'text', text: status } as const] }
      : withStatus(child, localId, status),
  );
  return { ...node, children };
}

function childrenNamed(element: XmlElement, name: string): readonly XmlNode[] {
  return element.children.filter((child) => child.kind === 'element' && child.name === name);
}
