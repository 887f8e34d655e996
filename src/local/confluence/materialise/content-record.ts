// A content record made from what a payload says of it. It looks nothing up and stores nothing.

import { shortTextAt, valueAt } from '../../../core/events/read-payload';
import type { JsonObject } from '../../../core/json';
import { isTreeItemType } from '../model/content';
import type {
  AttachmentRecord,
  CommentRecord,
  ContentRecord,
  ContentStatus,
  CustomContentRecord,
} from '../model/content';
import { objectsOf } from './mentions';
import type { MentionedContent } from './mentions';

/** What the site adds to what the payload says. */
export interface Surroundings {
  readonly spaceId: string;
  readonly title: string;
  /** Storage format. */
  readonly body: string;
  /** Among its siblings. */
  readonly position: number;
  /** Stands in where the payload names nobody. */
  readonly actorId: string;
  /** Stands in where the payload has no date. */
  readonly nowIso: string;
}

const STATUSES: readonly ContentStatus[] = ['current', 'draft', 'archived', 'trashed'];

/** The kind of content that a type in a payload names: that of custom content is its module, `forge:…`. */
export function contentTypeOf(json: JsonObject | undefined): string | undefined {
  if (json === undefined) return undefined;
  const type = shortTextAt(json, 'type') ?? 'page';
  return type.includes(':') ? 'custom_content' : type;
}

/** The record of the content; `undefined` for a type that the site does not have, or for a part of nothing. */
export function toContentRecord(
  { json, container }: MentionedContent,
  id: string,
  around: Surroundings,
): ContentRecord | undefined {
  const base = baseOf(json, id, around);
  const ownerId = shortTextAt(json, 'history', 'ownedBy', 'accountId') ?? base.createdBy;
  const body = { storage: around.body };
  const containerId = container === undefined ? undefined : shortTextAt(container, 'id');
  const containerType = contentTypeOf(container);
  const type = contentTypeOf(json) ?? '';
  switch (type) {
    case 'page': {
      const live = shortTextAt(json, 'subType') === 'live';
      const started = live && base.version.number > 1;
      return {
        ...base,
        type,
        ownerId,
        position: around.position,
        body,
        ...(live ? { subType: 'live' } : {}),
        ...(started ? { started } : {}),
      };
    }
    case 'blogpost':
      return { ...base, type, ownerId, body };
    case 'custom_content': {
      const on = isCustomContainer(containerType) && containerId !== undefined;
      return {
        ...base,
        type,
        customType: shortTextAt(json, 'type') ?? type,
        ownerId,
        body,
        ...(on ? { containerId, containerType } : {}),
      };
    }
    case 'comment': {
      if (containerId === undefined || !isCommentable(containerType)) return undefined;
      const parentCommentId = objectsOf(json['ancestors']).flatMap((one) => shortTextAt(one, 'id') ?? [])[0];
      const location = shortTextAt(json, 'extensions', 'location') === 'inline' ? 'inline' : 'footer';
      return {
        ...base,
        type,
        location,
        containerId,
        containerType,
        body,
        ...(parentCommentId === undefined ? {} : { parentCommentId }),
      };
    }
    case 'attachment': {
      if (containerId === undefined || !isAttachable(containerType)) return undefined;
      const fileSize = valueAt(json, 'extensions', 'fileSize');
      return {
        ...base,
        type,
        containerId,
        containerType,
        mediaType: shortTextAt(json, 'extensions', 'mediaType') ?? 'application/octet-stream',
        fileSize: typeof fileSize === 'number' ? fileSize : 0,
        fileId: shortTextAt(json, 'extensions', 'fileId') ?? `file-${id}`,
        comment: '',
      };
    }
    default:
      return isTreeItemType(type) ? { ...base, type, ownerId, position: around.position } : undefined;
  }
}

type Base = Pick<
  ContentRecord,
  'id' | 'status' | 'title' | 'spaceId' | 'createdAt' | 'createdBy' | 'version'
>;

function baseOf(json: JsonObject, id: string, { spaceId, title, actorId, nowIso }: Surroundings): Base {
  const createdBy = shortTextAt(json, 'history', 'createdBy', 'accountId') ?? actorId;
  const createdAt = shortTextAt(json, 'history', 'createdDate') ?? nowIso;
  const number = valueAt(json, 'version', 'number');
  return {
    id,
    status: STATUSES.find((status) => status === shortTextAt(json, 'status')) ?? 'current',
    title,
    spaceId,
    createdAt,
    createdBy,
    version: {
      number: typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : 1,
      when: shortTextAt(json, 'version', 'when') ?? createdAt,
      by: shortTextAt(json, 'version', 'by', 'accountId') ?? createdBy,
      message: '',
      minorEdit: false,
    },
  };
}

function isCommentable(type: string | undefined): type is CommentRecord['containerType'] {
  return type === 'attachment' || isAttachable(type);
}

function isAttachable(type: string | undefined): type is AttachmentRecord['containerType'] {
  return type === 'page' || type === 'blogpost' || type === 'custom_content';
}

function isCustomContainer(
  type: string | undefined,
): type is NonNullable<CustomContentRecord['containerType']> {
  return type === 'space' || isAttachable(type);
}
