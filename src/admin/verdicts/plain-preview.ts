// What an action would write, as plain text: previews quote storage format, which few people read. Pure.

const ANCHOR = /<ac:structured-macro ac:name="anchor">.*?<\/ac:structured-macro>/g;
const MENTION = /<ac:link>\s*<ri:user[^>]*\/>\s*<\/ac:link>/g;
const TAG = /<\/?[a-zA-Z][^<>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** `comment on page 7: Thanks @mention` */
export function plainPreview(preview: string): string {
  return preview
    .replace(ANCHOR, '')
    .replace(MENTION, '@mention')
    .replace(TAG, ' ')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
