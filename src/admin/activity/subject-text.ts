// What a run was about, in words. Pure.

import type { Run } from '../../core/runs/run';
import { words } from '../wording';

/** `Page “Budget” in space ENG` */
export function subjectText(subject: Run['subject']): string {
  const kind = subject.kind.charAt(0).toUpperCase() + subject.kind.slice(1).replaceAll('_', ' ');
  const what = words.activity.about(kind, subject.title ?? subject.id);
  return subject.spaceKey === undefined ? what : `${what} ${words.activity.inSpace(subject.spaceKey)}`;
}
