// The invisible mark that a guarded action leaves in what it writes, so that a later attempt can see that it is there.

/** Anchor names of ours start with this. */
const MARKER_PREFIX = 'rulewright-';

/** What to look for in a body. */
export function effectMarker(effectKey: string): string {
  return `${MARKER_PREFIX}${effectKey}`;
}

/** `body` in storage format with the mark at its end: an anchor macro, which Confluence keeps and does not show. */
export function withEffectMarker(body: string, effectKey: string): string {
  return `${body}<ac:structured-macro ac:name="anchor"><ac:parameter ac:name="">${effectMarker(effectKey)}</ac:parameter></ac:structured-macro>`;
}
