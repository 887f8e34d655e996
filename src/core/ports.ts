// What the engine needs from outside, in our words. src/forge implements it for Atlassian; tests have fakes.
// It must not name a type of any SDK.

import type { Exchanges } from './http/exchange';
import type { ParsedEvent } from './events/event';
import type { ImportJob, ImportStore } from './import/import-job';
import type { ChangeRecord } from './history/change-record';
import type { HistoryStore } from './history-ports';
import type { Failure } from './failure';
import type { QuotaReport } from './http/rate-limit-headers';
import type { JsonValue } from './json';
import type { ConnectionStore, Search, Webhooks } from './outgoing-ports';
import type { ShardStore } from './matching/shard-store';
import type { Result } from './result';
import type { CountStore, Invocation, RunQueue, RunStore } from './run-ports';
import type { StoredRule } from './rules/rule';
import type { Settings } from './admin/settings';

export interface Clock {
  nowMs(): number;
}

export interface Random {
  /** Evenly from 0 (inclusive) to 1 (exclusive). */
  next(): number;
}

/** Who a product request is made as. */
export type Actor = { readonly kind: 'app' } | { readonly kind: 'user'; readonly accountId: string };

/** What a label, comment or status is put on. */
export interface ContentRef {
  readonly id: string;
  /** `page`, `blogpost`, `attachment`, … */
  readonly type: string;
}

export interface CommentRef {
  readonly id: string;
  readonly location: 'footer' | 'inline';
}

/** A page or blog post as it is published. */
export interface PublishedContent {
  readonly title: string;
  /** Storage format. */
  readonly body: string;
  readonly spaceId: string;
  readonly authorId: string;
  /** Blog posts have none. */
  readonly ownerId?: string;
}

/** What is changed of published content; what is absent stays. */
export interface ContentEdit {
  readonly title?: string;
  readonly body?: string;
  readonly ownerId?: string;
}

/** Below a page, or at the top of a space. */
export type PlaceRef = { readonly pageId: string } | { readonly spaceKey: string };

export interface NewPage {
  readonly spaceId: string;
  /** Absent: below the home page of the space. */
  readonly parentId?: string;
  readonly title: string;
  /** Storage format. */
  readonly body: string;
}

export interface PageCopy {
  readonly place: PlaceRef;
  readonly title: string;
  /** Storage format; it takes the place of the original's. */
  readonly body: string;
  /** What goes along with the text. */
  readonly along: {
    readonly labels: boolean;
    readonly attachments: boolean;
    readonly properties: boolean;
    readonly restrictions: boolean;
  };
}

export interface ContentStatus {
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
}

export type PropertyOwner =
  | { readonly on: 'content'; readonly content: ContentRef }
  | { readonly on: 'space'; readonly spaceKey: string };

/** Users by account id, groups by id. */
export interface Subjects {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** Who alone may see and who alone may change a content; nobody named means no restriction. */
export interface Restrictions {
  readonly read: Subjects;
  readonly update: Subjects;
}

/** Confluence, as far as the actions use it. Every member throws a `FailureError` when it did not work. */
export interface Confluence {
  addContentLabels(content: ContentRef, labels: readonly string[], as: Actor): Promise<void>;
  /** Succeeds when the label was not there. */
  removeContentLabel(content: ContentRef, label: string, as: Actor): Promise<void>;
  addSpaceLabels(spaceKey: string, labels: readonly string[], as: Actor): Promise<void>;
  removeSpaceLabel(spaceKey: string, label: string, as: Actor): Promise<void>;
  /** `body` is storage format. */
  addFooterComment(content: ContentRef, body: string, as: Actor): Promise<{ readonly commentId: string }>;
  /** The id of the footer comment whose body holds `marker`, if there is one. */
  findFooterComment(content: ContentRef, marker: string, as: Actor): Promise<string | undefined>;
  addReply(comment: CommentRef, body: string, as: Actor): Promise<{ readonly commentId: string }>;
  /** The id of the reply to `comment` whose body holds `marker`, if there is one. */
  findReply(comment: CommentRef, marker: string, as: Actor): Promise<string | undefined>;
  /** Comments on the first of the `count` places where the passage stands in the text. */
  addInlineComment(
    content: ContentRef,
    at: { readonly passage: string; readonly count: number },
    body: string,
    as: Actor,
  ): Promise<{ readonly commentId: string }>;
  findInlineComment(content: ContentRef, marker: string, as: Actor): Promise<string | undefined>;
  /** False when the inline comment was resolved already. */
  resolveComment(commentId: string, as: Actor): Promise<boolean>;

  /** A page or blog post as it is published. */
  readContent(content: ContentRef, as: Actor): Promise<PublishedContent>;
  /** `current`, `archived`, `trashed`, … of a page or blog post. */
  contentStatus(content: ContentRef, as: Actor): Promise<string>;
  /**
   * Writes what `edit` makes of a page or blog post as it is; reads and asks again when somebody else wrote in between.
   * False when `edit` answered that there is nothing to change.
   */
  editContent(
    content: ContentRef,
    edit: (current: PublishedContent) => ContentEdit | undefined,
    as: Actor,
  ): Promise<boolean>;
  /** The id of a space, or of the space that a page is in. */
  spaceIdOf(place: PlaceRef, as: Actor): Promise<string>;
  /** Answers the id of the page. */
  createPage(page: NewPage, as: Actor): Promise<string>;
  /** The page of that title in the space, archived ones included, as far as the actor sees it. */
  findPage(
    spaceId: string,
    title: string,
    as: Actor,
  ): Promise<{ readonly id: string; readonly body: string } | undefined>;
  /** Answers the id of the copy. */
  copyPage(content: ContentRef, copy: PageCopy, as: Actor): Promise<string>;
  movePage(
    content: ContentRef,
    position: 'append' | 'before' | 'after',
    targetId: string,
    as: Actor,
  ): Promise<void>;
  /** Asks for it; Confluence archives soon after. */
  archivePage(content: ContentRef, as: Actor): Promise<void>;
  trashContent(content: ContentRef, as: Actor): Promise<void>;
  /** The body of a Confluence template, in storage format, with its declarations and variables. */
  readTemplate(templateId: string, as: Actor): Promise<string>;

  /** The content state; undefined when there is none. */
  readStatus(content: ContentRef, as: Actor): Promise<ContentStatus | undefined>;
  /** Without a colour, that of the status of this name which is offered for the content, else a default. */
  setStatus(
    content: ContentRef,
    status: { readonly name: string; readonly color?: string },
    as: Actor,
  ): Promise<void>;
  clearStatus(content: ContentRef, as: Actor): Promise<void>;
  /** False when the value was so already. */
  setProperty(owner: PropertyOwner, key: string, value: JsonValue, as: Actor): Promise<boolean>;
  readRestrictions(content: ContentRef, as: Actor): Promise<Restrictions>;
  addRestriction(
    content: ContentRef,
    operation: keyof Restrictions,
    subjects: Subjects,
    as: Actor,
  ): Promise<void>;
  replaceRestrictions(content: ContentRef, restrictions: Restrictions, as: Actor): Promise<void>;
  /** Succeeds when the subject was not in it. */
  removeRestriction(
    content: ContentRef,
    operation: keyof Restrictions,
    subject: { readonly user: string } | { readonly group: string },
    as: Actor,
  ): Promise<void>;
  setWatching(content: ContentRef, accountId: string, watching: boolean, as: Actor): Promise<void>;
  setTaskStatus(taskId: string, status: 'complete' | 'incomplete', as: Actor): Promise<void>;

  /** The id of the group of that name or id. */
  groupId(nameOrId: string, as: Actor): Promise<string>;
  /** Account ids of the members of a group, given by name or id, `limit` at most. */
  groupMembers(group: string, limit: number, as: Actor): Promise<readonly string[]>;
  watchersOf(content: ContentRef, limit: number, as: Actor): Promise<readonly string[]>;
  /** Reads something as this person, to see whether the app can; throws when it cannot. */
  tryActingAs(accountId: string): Promise<void>;
  /** The account of the app's own user on this site. */
  appAccountId(): Promise<string>;
  /** What Confluence has said last of the app's hourly quota, as far as this process has heard. */
  quotaHeard(): QuotaReport | undefined;
}

/** What was read of each field that was asked for: its value, undefined where there is none, or why it was not read. */
export type FetchedFields = ReadonlyMap<string, Result<JsonValue | undefined, Failure>>;

/** Reads fields that events do not carry. */
export interface FieldSource {
  /**
   * Reads the fields at `paths` (as the field catalogue names them, such as `content.body`) for one event, with as few
   * requests as the API allows. Answers for every path; throws only on a mistake in the program.
   */
  fetch(paths: readonly string[], event: ParsedEvent): Promise<FetchedFields>;
}

/** `after` in the place of `before`, which is what was read: undefined where there is none, or none shall be. */
export type RuleWrite =
  | { readonly before: StoredRule | undefined; readonly after: StoredRule }
  | { readonly before: StoredRule; readonly after: undefined };

/** What is written together with rules. */
export interface RuleNotes {
  readonly change?: ChangeRecord;
  /** The import that the changes belong to, over its revision below. */
  readonly job?: ImportJob;
}

/** Rules, one record each, with a version that rises at every change. */
export interface RuleStore {
  get(id: string): Promise<StoredRule | undefined>;
  list(options: { readonly cursor?: string; readonly limit: number }): Promise<{
    readonly items: readonly StoredRule[];
    readonly cursor?: string;
  }>;
  /** Every rule, read now. */
  all(): Promise<readonly StoredRule[]>;
  /** Every rule; a copy that is some seconds old may be returned. */
  snapshot(): Promise<readonly StoredRule[]>;
  /**
   * Makes all of the changes and the notes, or nothing: `conflict` when one of the rules is not stored as it was read.
   * What is replaced or deleted is kept among the earlier versions. At most `MAX_RULE_OPERATIONS` operations, as
   * `operationsOf` counts them.
   */
  commit(changes: readonly RuleWrite[], notes?: RuleNotes): Promise<Result<void, 'conflict'>>;
  /** A text that every commit changes. */
  generation(): Promise<string>;
  /** Remembers that the index holds the rules as they were at this generation. */
  markIndexed(generation: string): Promise<void>;
  /** Whether the newest generation has been marked. */
  isIndexed(): Promise<boolean>;
}

export interface SettingsStore {
  get(): Promise<Settings>;
  put(settings: Settings): Promise<void>;
}

export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly invocation: Invocation;
  readonly confluence: Confluence;
  readonly fields: FieldSource;
  readonly search: Search;
  readonly webhooks: Webhooks;
  /** Absent where requests are not noted. */
  readonly exchanges?: Exchanges;
  readonly connections: ConnectionStore;
  readonly rules: RuleStore;
  readonly history: HistoryStore;
  readonly imports: ImportStore;
  readonly index: ShardStore;
  readonly runs: RunStore;
  readonly queue: RunQueue;
  readonly counts: CountStore;
  readonly settings: SettingsStore;
  readonly log: Log;
}
