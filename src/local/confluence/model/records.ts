// The smaller records of the site: labels, properties, templates, tasks, long tasks. They hold no behaviour.

import type { JsonValue } from '../../../core/json';

export const LABEL_PREFIXES = ['global', 'my', 'team', 'system'] as const;
export type LabelPrefix = (typeof LABEL_PREFIXES)[number];

/** A label exists once on the site, however many things carry it. */
export interface LabelRecord {
  readonly id: string;
  readonly prefix: LabelPrefix;
  readonly name: string;
}

/** A property of a content or of a space. */
export interface PropertyRecord {
  readonly id: string;
  readonly ownerId: string;
  readonly key: string;
  readonly value: JsonValue;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly version: {
    readonly number: number;
    readonly when: string;
    readonly by: string;
    readonly message: string;
  };
}

export interface TemplateRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly templateType: 'page' | 'blueprint';
  /** Absent for a global template. */
  readonly spaceId?: string;
  /** Storage format. */
  readonly body: string;
}

/** A task of a page or blog post, found in its body. */
export interface TaskRecord {
  readonly id: string;
  /** The task's id within the body. */
  readonly localId: string;
  readonly uuid: string;
  readonly contentId: string;
  readonly status: 'complete' | 'incomplete';
  /** Storage format of the task alone. */
  readonly body: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly assignedTo?: string;
  readonly completedBy?: string;
  readonly completedAt?: string;
  /** ISO date-time of midnight UTC of the day. */
  readonly dueAt?: string;
}

/** A job that Confluence does after it has answered, such as archiving. */
export interface LongTaskRecord {
  readonly id: string;
  readonly kind: 'archive' | 'copy' | 'delete-space';
  readonly startedMs: number;
  /** When the job's effects happen, in host time. */
  readonly finishesMs: number;
  readonly finished: boolean;
  readonly successful: boolean;
  readonly message: string;
  readonly actorId: string;
  /** What the job works on: content ids, or one space id. */
  readonly subjectIds: readonly string[];
  /** Job-specific settings. */
  readonly settings: JsonValue;
}
