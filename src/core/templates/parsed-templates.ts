// Remembers parsed templates by their text: a rule renders the same text for every event, and parsing takes several
// times as long as rendering. It must not hold anything of a tenant but the text of its templates.

import { parseTemplate } from './parse-template';
import type { Result } from '../result';
import type { Template } from './template';
import type { TemplateProblem } from './template-problem';

/** Characters of text that are remembered, the trees of which take some ten times as many bytes: about 5 MB. */
const MAX_REMEMBERED_LENGTH = 500_000;

type Parsed = Result<Template, readonly TemplateProblem[]>;

const remembered = new Map<string, Parsed>();
let rememberedLength = 0;

/** What `parseTemplate` answers, without parsing again what was parsed lately. */
export function parsedTemplate(text: string): Parsed {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const parsed = parseTemplate(text);
  // To forget all at once is cruder than to forget the oldest, and as good for texts that come again with every event.
  if (rememberedLength + text.length > MAX_REMEMBERED_LENGTH) {
    remembered.clear();
    rememberedLength = 0;
  }
  if (text.length <= MAX_REMEMBERED_LENGTH) {
    remembered.set(text, parsed);
    rememberedLength += text.length;
  }
  return parsed;
}
