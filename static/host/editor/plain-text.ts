// The simple way to write a body: paragraphs, "# " headings, "- " lists and "[] " tasks, and back. Pure text in,
// text out; a body that says more than this can be edited as storage format only.

/** Characters that would be markup inside storage format. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Storage format for text typed in the simple editor. */
export function plainToStorage(text: string): string {
  const blocks: string[] = [];
  let tasks = 0;
  for (const line of text.split('\n').map((raw) => raw.trimEnd())) {
    if (line === '') continue;
    const heading = /^(#{1,3}) (.+)$/u.exec(line);
    const task = /^\[( ?|x)\] (.+)$/u.exec(line);
    const item = /^[-*] (.+)$/u.exec(line);
    if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      blocks.push(`<h${level}>${escapeText(heading[2] ?? '')}</h${level}>`);
    } else if (task !== null) {
      tasks += 1;
      addToList(blocks, 'ac:task-list', taskMarkup(tasks, task[1] === 'x', task[2] ?? ''));
    } else if (item !== null) {
      addToList(blocks, 'ul', `<li>${escapeText(item[1] ?? '')}</li>`);
    } else {
      blocks.push(`<p>${escapeText(line)}</p>`);
    }
  }
  return blocks.join('');
}

/** Text as storage format may carry it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
}

/** Tasks are numbered, so that one can be ticked on the page. */
function taskMarkup(id: number, done: boolean, text: string): string {
  const status = `<ac:task-status>${done ? 'complete' : 'incomplete'}</ac:task-status>`;
  return `<ac:task><ac:task-id>${id}</ac:task-id>${status}<ac:task-body>${escapeText(text)}</ac:task-body></ac:task>`;
}

/** Puts an item into the list that the last block is, or begins a list. */
function addToList(blocks: string[], tag: string, item: string): void {
  const last = blocks.at(-1);
  const end = `</${tag}>`;
  if (last?.startsWith(`<${tag}>`) === true) {
    blocks[blocks.length - 1] = `${last.slice(0, -end.length)}${item}${end}`;
  } else {
    blocks.push(`<${tag}>${item}${end}`);
  }
}
