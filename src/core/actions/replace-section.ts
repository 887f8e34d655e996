// A section of a page, from the anchor `name` to the anchor `name-end`, replaced. People can set the anchors with
// Confluence's Anchor macro; without them the section goes to the end. It must not touch anything outside.

/** Comments and CDATA, whose content is no markup, and tags. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z][\w:.-]*)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g;

interface Block {
  readonly start: number;
  readonly end: number;
}

/** The body with the section's content replaced; undefined when its two ends cannot be told apart. */
export function replaceSection(body: string, name: string, content: string): string | undefined {
  const blocks = topLevelBlocks(body);
  const first = blockWithAnchor(body, blocks, name);
  const last = blockWithAnchor(body, blocks, `${name}-end`);
  if (first === undefined && last === undefined) {
    return `${body}${anchor(name)}${content}${anchor(`${name}-end`)}`;
  }
  if (first === undefined || last === undefined || first.end > last.start) return undefined;
  return body.slice(0, first.end) + content + body.slice(last.start);
}

/** Invisible to readers. */
function anchor(name: string): string {
  return `<ac:structured-macro ac:name="anchor"><ac:parameter ac:name="">${name}</ac:parameter></ac:structured-macro>`;
}

function blockWithAnchor(body: string, blocks: readonly Block[], name: string): Block | undefined {
  // Confluence adds attributes to the macro when it stores it, but none to this parameter.
  const parameter = `<ac:parameter ac:name="">${name}</ac:parameter>`;
  return blocks.find(({ start, end }) => body.slice(start, end).includes(parameter));
}

/** The elements that stand in no other, with their tags. */
function topLevelBlocks(body: string): readonly Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  let start = 0;
  for (const { index, 0: token, 1: closing, 2: name, 3: selfClosing } of body.matchAll(TOKEN)) {
    if (name === undefined) continue;
    if (depth === 0) start = index;
    if (closing === '/') depth -= 1;
    else if (selfClosing !== '/') depth += 1;
    if (depth === 0) blocks.push({ start, end: index + token.length });
  }
  return blocks;
}
