// What the simulated Confluence holds, and what was done to it. Writes of the engine are deeds; each is remembered with
// when it became true, so that a read may be shown an older state.

import type { Actor, ContentRef, PublishedContent } from '../../../src/core/ports';
import type { Step } from '../../../src/core/runs/run';

/** A comment or page that carries an effect's marker. */
export interface Marked {
  readonly id: string;
  readonly marker: string;
  readonly where: string;
  readonly body: string;
  readonly begunAt: number;
  readonly appliedAt: number;
}

export interface SimContent {
  title: string;
  body: string;
  version: number;
  ownerId: string;
  status: string;
  /** Nobody finds it before this moment; `Infinity`: never. */
  missingUntil: number;
}

const MARKERS = /rulewright-[0-9a-f]{32}/g;

/** The effect markers inside a body. */
export function markersIn(body: string): readonly string[] {
  return body.match(MARKERS) ?? [];
}

/** The marker that a body was written with: the last, because a copied text may bear others. */
export function markerIn(body: string): string | undefined {
  return markersIn(body).at(-1);
}

/** The marker that a step writes; undefined for one that writes none. */
export function markerOf({ effect }: Pick<Step, 'effect'>): string | undefined {
  const marker = effect?.['marker'];
  if (typeof marker === 'string') return marker;
  const key = effect?.['effectKey'];
  return typeof key === 'string' ? `rulewright-${key}` : undefined;
}

export class SimSite {
  readonly contents = new Map<string, SimContent>();
  readonly comments: Marked[] = [];
  readonly pages: (Marked & { readonly title: string; readonly spaceId: string })[] = [];
  /** How often each deed happened: `label content name`. */
  readonly deeds = new Map<string, number>();
  /** The text that each marker was first sent with. */
  readonly texts = new Map<string, string>();
  /** Told of each label and comment that is written. */
  onEffect: (kind: 'label' | 'comment', contentId: string, as: Actor, label?: string) => void = () =>
    undefined;
  #ids = 900_000;

  nextId(): string {
    return String(++this.#ids);
  }

  content({ id }: Pick<ContentRef, 'id'>): SimContent {
    let content = this.contents.get(id);
    if (content === undefined) {
      content = {
        title: `Page ${id}`,
        body: '<p>Text</p>',
        version: 1,
        ownerId: 'owner',
        status: 'current',
        missingUntil: 0,
      };
      this.contents.set(id, content);
    }
    return content;
  }

  /** True for the first time. */
  did(deed: string): boolean {
    const before = this.deeds.get(deed) ?? 0;
    this.deeds.set(deed, before + 1);
    return before === 0;
  }

  published(content: SimContent): PublishedContent {
    const { title, body, ownerId } = content;
    return { title, body, spaceId: '1', authorId: 'author', ownerId };
  }
}
