// The product events of worlds, as Forge delivers them; and some that no parser should meet.

const SPACE = {
  id: 827392002,
  key: 'SP',
  name: 'Project: Sample Project',
  type: 'global',
  status: 'current',
};

export type PayloadKind = 'page' | 'update' | 'comment' | 'label' | 'task';

export const PAYLOAD_KINDS: readonly PayloadKind[] = ['page', 'update', 'comment', 'label', 'task'];

function user(accountId: string) {
  return { type: 'known', accountId, accountType: 'atlassian' };
}

function page(id: string, author: string, title: string) {
  return {
    id,
    type: 'page',
    status: 'current',
    title,
    space: SPACE,
    history: { latest: true, createdBy: user(author), createdDate: '2026-01-20T06:29:21.707Z' },
  };
}

/** Details of a payload that its kind does not decide. */
export interface PayloadDetails {
  readonly pageId: string;
  readonly actor: string;
  readonly title: string;
  readonly createdAt: string;
  readonly label?: string;
  readonly commentId?: string;
  readonly selfGenerated?: boolean;
}

export function payloadOf(kind: PayloadKind, details: PayloadDetails): object {
  const { pageId, actor, title, createdAt, selfGenerated } = details;
  const common = {
    atlassianId: actor,
    eventCreatedDate: createdAt,
    ...(selfGenerated === undefined ? {} : { selfGenerated }),
  };
  const content = page(pageId, actor, title);
  switch (kind) {
    case 'page':
      return { eventType: 'avi:confluence:created:page', ...common, content };
    case 'update':
      return { eventType: 'avi:confluence:updated:page', ...common, content, updateTrigger: 'edit_page' };
    case 'label':
      return {
        eventType: 'avi:confluence:added:label',
        ...common,
        label: { id: '123456789', name: details.label ?? 'minutes', prefix: 'global' },
        content,
      };
    case 'comment':
      return {
        eventType: 'avi:confluence:created:comment',
        ...common,
        content: {
          id: details.commentId ?? `7${pageId}`,
          type: 'comment',
          status: 'current',
          title: `Re: ${title}`,
          space: SPACE,
          history: { latest: true, createdBy: user(actor), createdDate: createdAt },
          container: content,
          extensions: { location: 'footer' },
        },
      };
    case 'task':
      return { eventType: 'avi:confluence:created:task', ...common, task: { id: `5${pageId}` }, content };
  }
}

/** Payloads that are no events, or hardly. */
export const POISON_PAYLOADS: readonly unknown[] = [
  null,
  'event',
  [],
  { eventType: 7, content: 'x' },
  { eventType: 'avi:confluence:created:page', content: null, atlassianId: {} },
  { eventType: 'avi:confluence:created:page', content: { id: { nested: [] }, space: 'SP', title: 12 } },
  { eventType: '__proto__', constructor: { prototype: 1 }, content: { id: '1'.repeat(5000) } },
  deep(200),
];

function deep(levels: number): object {
  let value: object = { eventType: 'avi:confluence:created:page' };
  for (let level = 0; level < levels; level++)
    value = { eventType: 'avi:confluence:created:page', content: value };
  return value;
}

/** What makes a template endless and a record too large. */
export const MANY = Array.from({ length: 300 }, (_, index) => index);
export const HUGE = 'x'.repeat(150_000);
/** Three bytes each: what is within the characters of a run may be beyond the bytes of a value. */
export const WIDE = '文'.repeat(45_000);
