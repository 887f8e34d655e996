// Events of labels. A payload names one thing that carries the label: content, space or template.

import type { JsonObject } from '../../../core/json';
import type { ContentRecord } from '../model/content';
import type { LabelRecord, TemplateRecord } from '../model/records';
import type { SpaceRecord } from '../model/space';
import { labelsOf } from '../relations';
import type { SiteEvent } from '../session';
import type { Tables } from '../tables';
import { contentJson, labelJson, spaceJson } from './parts';

export type LabelVerb = 'created' | 'added' | 'removed' | 'deleted';

/** What can carry a label. */
export type Labelled =
  | { readonly kind: 'content'; readonly content: ContentRecord }
  | { readonly kind: 'space'; readonly space: SpaceRecord }
  | { readonly kind: 'template'; readonly template: TemplateRecord };

/** The key under which the site keeps the labels of `owner`. */
export function ownerKey(owner: Labelled): string {
  switch (owner.kind) {
    case 'content':
      return owner.content.id;
    case 'space':
      return `space:${owner.space.id}`;
    case 'template':
      return `template:${owner.template.id}`;
  }
}

/** An event about `label` on `owner`. The payload's list holds the other labels of the owner, as Atlassian's example does. */
export function labelEvent(tables: Tables, verb: LabelVerb, label: LabelRecord, owner: Labelled): SiteEvent {
  return {
    eventType: `avi:confluence:${verb}:label`,
    label: labelJson(label),
    ...ownerJson(tables, owner, label),
  };
}

function ownerJson(tables: Tables, owner: Labelled, label: LabelRecord): JsonObject {
  const labels = labelsOf(tables, ownerKey(owner))
    .filter(({ id }) => id !== label.id)
    .map(labelJson);
  switch (owner.kind) {
    case 'content':
      return { content: { ...contentJson(tables, owner.content), labels } };
    case 'space':
      return { space: { ...spaceJson(owner.space), labels } };
    case 'template':
      return { template: { ...templateJson(tables, owner.template), labels } };
  }
}

function templateJson(tables: Tables, template: TemplateRecord): JsonObject {
  const space = template.spaceId === undefined ? undefined : tables.spaces.get(template.spaceId);
  return {
    templateId: template.id,
    name: template.name,
    description: template.description,
    templateType: template.templateType,
    ...(space === undefined ? {} : { space: spaceJson(space) }),
  };
}
