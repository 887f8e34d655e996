// Checks the author's own markup of a storage-format template: tags that match, values where values can stand,
// references that end. What is wrong here Confluence would refuse each time the rule acts. It must not look at data.
//
// A block may be left out or repeated, so whatever it opens it must close, and its branches must end at the same place.

import { StoragePlace } from './storage/storage-place';
import { templateProblem } from './template-problem';
import type { Tag } from './storage/storage-place';
import type { BlockNode, Position, Program, Template } from './template';
import type { TemplateProblem } from './template-problem';

/** Elements that HTML never closes and XML must. */
const VOID_ELEMENTS = new Set(['br', 'hr', 'img', 'col', 'input', 'wbr', 'area', 'base', 'link', 'meta']);

/** A reference that XML or HTML knows by its form. */
const REFERENCE = /^&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*)$/i;

interface OpenTag {
  readonly name: string;
  readonly at: Position;
}

/** Where a walk stands: in the document, and below which tags. */
interface State {
  readonly place: StoragePlace;
  readonly open: readonly OpenTag[];
}

/** Every problem of the markup, in the order of the text. */
export function checkStorage(template: Template): readonly TemplateProblem[] {
  const checker = new Checker();
  const end = checker.program(template.root, { place: new StoragePlace(), open: [] });
  for (const { name, at } of end.open) checker.report(at, `\`<${name}>\` is never closed${voidHint(name)}`);
  if (end.open.length === 0 && end.place.place !== 'text') {
    checker.report({ line: 1, column: 1 }, `the template ends inside ${nameOf(end.place)}`);
  }
  return checker.problems;
}

class Checker {
  readonly problems: TemplateProblem[] = [];

  program(program: Program, start: State): State {
    let state = start;
    for (const node of program.nodes) {
      if (node.kind === 'text') state = this.text(node.text, node.at, state);
      else if (node.kind === 'value') this.value(node.at, state);
      else state = this.block(node, state);
    }
    return state;
  }

  report(at: Position, cause: string): void {
    this.problems.push(templateProblem(cause, at));
  }

  private text(text: string, start: Position, state: State): State {
    let open = state.open;
    let at = start;
    let tagStart = start;
    const place = state.place.copy((tag) => {
      open = this.tag(tag, tagStart, open);
    });
    for (const character of text) {
      const { reference } = place;
      if (character === '<' && place.place === 'text') tagStart = at;
      place.step(character);
      if (reference !== '' && place.reference === '' && (character !== ';' || !REFERENCE.test(reference))) {
        this.report(at, '`&` by itself must be written `&amp;`');
      }
      at = character === '\n' ? { line: at.line + 1, column: 1 } : { line: at.line, column: at.column + 1 };
    }
    return { place, open };
  }

  private tag(tag: Tag, at: Position, open: readonly OpenTag[]): readonly OpenTag[] {
    if (tag.kind === 'empty') return open;
    if (tag.kind === 'open') return [...open, { name: tag.name, at }];
    const last = open.at(-1);
    if (last?.name === tag.name) return open.slice(0, -1);
    const found = open.findLastIndex(({ name }) => name === tag.name);
    if (found < 0) {
      this.report(at, `\`</${tag.name}>\` closes a tag that is not open here`);
      return open;
    }
    for (const { name, at: opened } of open.slice(found + 1)) {
      this.report(opened, `\`<${name}>\` is not closed before \`</${tag.name}>\`${voidHint(name)}`);
    }
    return open.slice(0, found);
  }

  private value(at: Position, { place }: State): void {
    const refusal = place.refusal();
    if (refusal !== undefined) this.report(at, refusal);
  }

  private block(node: BlockNode, start: State): State {
    const body = node.body === undefined ? start : this.program(node.body, start);
    const otherwise = node.otherwise === undefined ? start : this.program(node.otherwise, start);
    // The body of a list may come any number of times, so it must end where it began.
    const repeats = node.block === 'each' || node.block === 'section';
    const other = repeats && !isSame(body, start) ? start : otherwise;
    if (!isSame(body, other)) {
      const how = repeats ? 'each time' : 'in one branch only';
      this.report(node.at, `this block opens or closes markup ${how}: ${difference(body, other)}`);
    }
    return body;
  }
}

function isSame(a: State, b: State): boolean {
  if (a.place.place !== b.place.place || a.open.length !== b.open.length) return false;
  return a.open.every(({ name }, index) => name === b.open[index]?.name);
}

function difference(a: State, b: State): string {
  const names = ({ open, place }: State): string =>
    `${open.map(({ name }) => `<${name}>`).join('') || 'no tag'} is open${place.place === 'text' ? '' : `, inside ${nameOf(place)}`}`;
  return `after it ${names(a)}, without it ${names(b)}`;
}

function nameOf(place: StoragePlace): string {
  const names = { comment: 'a comment', cdata: 'a CDATA section', attribute: 'an attribute' };
  return names[place.place as keyof typeof names] ?? 'a tag';
}

function voidHint(name: string): string {
  return VOID_ELEMENTS.has(name) ? `; write \`<${name}/>\`` : '';
}
