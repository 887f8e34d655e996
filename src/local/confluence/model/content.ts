// Everything that has a content id: pages, blog posts, comments, attachments and the other items of the tree.
// Records hold facts; what follows from them (permissions, events, REST shapes) lives elsewhere.

export type ContentStatus = 'current' | 'draft' | 'archived' | 'trashed';

/** Item types that live in the content tree beside pages. */
const TREE_ITEM_TYPES = ['whiteboard', 'database', 'embed', 'folder'] as const;
export type TreeItemType = (typeof TREE_ITEM_TYPES)[number];
export type ParentType = 'page' | TreeItemType;

export interface VersionInfo {
  /** Starts at 1. */
  readonly number: number;
  readonly when: string;
  readonly by: string;
  readonly message: string;
  readonly minorEdit: boolean;
}

/** A body: storage format always, and the document as it was written where it came as ADF. */
export interface Body {
  readonly storage: string;
  /** The ADF document as JSON text, returned as it came. */
  readonly adf?: string;
}

export interface Subjects {
  /** accountIds */
  readonly users: readonly string[];
  /** group ids */
  readonly groups: readonly string[];
}

/** Who alone may read or update; an absent side restricts nobody. */
export interface Restrictions {
  readonly read?: Subjects;
  readonly update?: Subjects;
}

export interface ContentState {
  readonly id: number;
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
}

interface ContentBase {
  readonly id: string;
  readonly status: ContentStatus;
  readonly title: string;
  readonly spaceId: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly version: VersionInfo;
}

interface Restrictable {
  readonly ownerId: string;
  readonly restrictions?: Restrictions;
}

export interface PageRecord extends ContentBase, Restrictable {
  readonly type: 'page';
  /** A live doc: it is edited without publishing. */
  readonly subType?: 'live';
  readonly parentId?: string;
  readonly parentType?: ParentType;
  /** Order among siblings; rises by the order of creation until somebody reorders. */
  readonly position: number;
  readonly lastOwnerId?: string;
  readonly body: Body;
  readonly state?: ContentState;
  /** For a live doc: whether its first edit session has ended. */
  readonly started?: boolean;
}

export interface BlogPostRecord extends ContentBase, Restrictable {
  readonly type: 'blogpost';
  readonly body: Body;
  readonly state?: ContentState;
}

/** Where an inline comment hangs. */
export interface InlineMarker {
  readonly ref: string;
  readonly selection: string;
}

export interface Resolution {
  readonly status: 'open' | 'reopened' | 'resolved';
  readonly by?: string;
  readonly at?: string;
}

export interface CommentRecord extends ContentBase {
  readonly type: 'comment';
  readonly location: 'footer' | 'inline';
  /** The page, blog post, attachment or custom content it belongs to, for replies too. */
  readonly containerId: string;
  readonly containerType: 'page' | 'blogpost' | 'attachment' | 'custom_content';
  readonly parentCommentId?: string;
  readonly body: Body;
  readonly marker?: InlineMarker;
  readonly resolution?: Resolution;
}

export interface AttachmentRecord extends ContentBase {
  readonly type: 'attachment';
  readonly containerId: string;
  readonly containerType: 'page' | 'blogpost' | 'custom_content';
  readonly mediaType: string;
  /** Bytes. */
  readonly fileSize: number;
  readonly fileId: string;
  readonly comment: string;
}

export interface TreeItemRecord extends ContentBase, Restrictable {
  readonly type: TreeItemType;
  readonly parentId?: string;
  readonly parentType?: ParentType;
  readonly position: number;
  readonly embedUrl?: string;
}

export interface CustomContentRecord extends ContentBase, Restrictable {
  readonly type: 'custom_content';
  /** The app's own type, such as `ac:my-app:note`. */
  readonly customType: string;
  readonly containerId?: string;
  readonly containerType?: 'page' | 'blogpost' | 'custom_content' | 'space';
  readonly body: Body;
}

export type ContentRecord =
  PageRecord | BlogPostRecord | CommentRecord | AttachmentRecord | TreeItemRecord | CustomContentRecord;

export type ContentType = ContentRecord['type'];

/** Content that people look at by itself and that may be restricted. */
export type RestrictableRecord = PageRecord | BlogPostRecord | TreeItemRecord | CustomContentRecord;
/** Content with a place in the tree of a space. */
export type TreeRecord = PageRecord | TreeItemRecord;

export function isTreeRecord(content: ContentRecord): content is TreeRecord {
  return content.type === 'page' || isTreeItemType(content.type);
}

export function isRestrictable(content: ContentRecord): content is RestrictableRecord {
  return content.type !== 'comment' && content.type !== 'attachment';
}

export function isTreeItemType(type: string): type is TreeItemType {
  return (TREE_ITEM_TYPES as readonly string[]).includes(type);
}

/** One version as it was when it became current. */
export interface VersionRecord extends VersionInfo {
  readonly title: string;
  readonly body?: Body;
}
