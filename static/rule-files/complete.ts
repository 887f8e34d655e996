// Completion for the JSON editor: what fits at the cursor, and what taking it writes. It must not know the schema.

import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { placeAt } from './json-place';
import { offersAt } from './schema-suggestions';
import type { Names } from './schema-suggestions';

/** Offers what fits, once a word was begun or it was asked for. */
export function complete(context: CompletionContext, names: Names): CompletionResult | null {
  const place = placeAt(context.state.doc.toString(), context.pos);
  if (place === undefined || (place.from === context.pos && !context.explicit)) return null;
  const offers = offersAt(place, names);
  if (offers.length === 0) return null;
  const after = context.state.sliceDoc(context.pos, context.pos + 1);
  const to = after === '"' ? context.pos + 1 : context.pos;
  const colon = /^\s*:/.test(context.state.sliceDoc(to, to + 20));
  return {
    from: place.from,
    to,
    // The typed text may begin with a quote that no label has.
    filter: false,
    options: offers
      .filter((offer) => matches(offer, context.state.sliceDoc(place.from, context.pos)))
      .map((offer) => ({
        label: offer.text,
        detail: offer.detail,
        apply: place.kind === 'key' ? `"${offer.text}"${colon ? '' : ': '}` : offer.text,
      })),
  };
}

function matches(offer: { readonly text: string; readonly detail: string }, typed: string): boolean {
  const wanted = typed.replaceAll('"', '').toLowerCase();
  return `${offer.text} ${offer.detail}`.toLowerCase().includes(wanted);
}
