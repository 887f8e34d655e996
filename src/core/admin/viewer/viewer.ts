// What the user who has a page open may see, asked of Confluence in that user's own name. The views beside the admin page
// show nothing that did not go through it. src/forge implements it; it must not name a type of any SDK.

/** A space that the user can see. */
export interface ViewedSpace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** `global`, `personal`, … */
  readonly type: string;
  /** Whether the user administers it. */
  readonly administers: boolean;
}

/** A page or blog post that the user can see, as it is published. */
export interface ViewedContent {
  readonly id: string;
  readonly type: 'page' | 'blogpost';
  /** `live` for a live doc. */
  readonly subtype?: string;
  readonly status: string;
  readonly title: string;
  readonly authorId: string;
  readonly ownerId?: string;
  readonly createdAt: string;
  readonly version: { readonly number: number; readonly authorId: string; readonly createdAt: string };
  readonly space: ViewedSpace;
}

/** A page or blog post as a list offers it. */
export interface FoundContent {
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

/** What a user may see. What the user may not see is not there: nothing tells the two apart. */
export interface Viewer {
  readonly accountId: string;
  content(id: string): Promise<ViewedContent | undefined>;
  space(key: string): Promise<ViewedSpace | undefined>;
  /** Pages and blog posts, of the space if one is given, whose title has words that begin so, at most 25. */
  findContent(spaceKey: string | undefined, words: string): Promise<readonly FoundContent[]>;
}
