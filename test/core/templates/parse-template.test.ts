import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../src/core/templates/parse-template';

/** The messages of everything that is wrong with a template. */
function problems(text: unknown): readonly string[] {
  const parsed = parseTemplate(text);
  return parsed.ok ? [] : parsed.error.map(({ message }) => message);
}

describe('parseTemplate', () => {
  it.each([
    [undefined, 'a value of type undefined'],
    [null, 'null'],
    [12, 'a value of type number'],
    [['{{a}}'], 'a list'],
    // What Handlebars would take for a parsed tree, and run as code.
    [{ type: 'Program', body: [] }, 'a value of type object'],
    [new String('{{a}}'), 'a value of type object'],
  ])('refuses anything but text: %j', (input, got) => {
    expect(problems(input)).toEqual([`expected text, got ${got}`]);
  });

  it.each([
    ['{{#if a}}b', 'line 1, column 1: this block is never closed'],
    ['a\n  {{#each a}}{{#if b}}{{/if}}', 'line 2, column 3: this block is never closed'],
    [
      'a\n{{#if x}}\n{{/each}}',
      'line 2, column 4: the block `if` is open here, but the next to be closed is `each`',
    ],
    ['{{/if}}', 'line 1, column 1: a block is closed here that is not open'],
    ['x {{else}}', 'line 1, column 3: `{{else}}` stands outside of a block, or for a second time in one'],
    [
      '{{#if a}}{{else}}{{else}}{{/if}}',
      'line 1, column 18: `{{else}}` stands outside of a block, or for a second time in one',
    ],
    ['{{a', 'line 1, column 3: this cannot stand inside `{{ }}`; a quotation mark or brace may be missing'],
    ['{{}}', 'line 1, column 3: the tag ends too early, or with another number of braces than it began'],
    [
      '{{upper a=}}',
      'line 1, column 11: the tag ends too early, or with another number of braces than it began',
    ],
    [
      "{{upper 'a}}",
      'line 1, column 9: this cannot stand inside `{{ }}`; a quotation mark or brace may be missing',
    ],
    [
      '{{upper b=1 2}}',
      'line 1, column 13: this does not belong here; a tag holds a name, its arguments, and then `name=value` pairs',
    ],
    ['{{a/../b}}', 'line 1, column 3: `a/..` is no path; `..` and `this` may only stand at the beginning'],
  ])('says where the syntax of %j is wrong', (text, message) => {
    expect(problems(text)).toEqual([message]);
  });

  it.each([
    ['{{> other}}', 'partials (`{{> }}`) are not supported; write the text here'],
    ['{{#> other}}x{{/other}}', 'partials (`{{> }}`) are not supported; write the text here'],
    ['{{* note}}', 'decorators (`{{* }}`) are not supported'],
    ['{{#*inline "a"}}x{{/inline}}', 'decorators (`{{* }}`) are not supported'],
    ['{{{a}}}', 'values are always escaped, so `{{{ }}}` and `{{& }}` are not supported; write `{{ }}`'],
    ['{{&a}}', 'values are always escaped, so `{{{ }}}` and `{{& }}` are not supported; write `{{ }}`'],
    ['{{uper a}}', 'there is no helper `uper`; did you mean `upper`?'],
    ['{{helperMissing a}}', 'there is no helper `helperMissing`'],
    ['{{a.b c}}', 'there is no helper `a.b`'],
    ['{{log "x"}}', 'there is no helper `log`'],
    ['{{if a}}', '`if` is a block; write `{{#if …}}…{{/if}}`'],
    ['{{#upper a}}x{{/upper}}', '`upper` is not a block; write `{{#if (upper …)}}`'],
    ['{{#eahc list}}x{{/eahc}}', 'there is no block `eahc`; did you mean `each`?'],
    ['{{#if}}x{{/if}}', '`if` expects 1 argument, got 0'],
    ['{{#if a b}}x{{/if}}', '`if` expects 1 argument, got 2'],
    [
      '{{#if a includeZreo=true}}x{{/if}}',
      '`if` has no option `includeZreo`; it has includeZero; did you mean `includeZero`?',
    ],
    ['{{#with a b=1}}x{{/with}}', '`with` has no option `b`; it has none'],
    ['{{upper}}', '`upper` expects 1 argument, got 0; a field of this name is `this.upper`'],
    ['{{truncate a}}', '`truncate` expects 2 arguments, got 1'],
    ['{{join a "," b}}', '`join` expects 1 to 2 arguments, got 3'],
    ['{{date a zoen="UTC"}}', '`date` has no option `zoen`; it has zone; did you mean `zone`?'],
    [
      '{{date a "YYYY-MM-dd"}}',
      '`date` expects a format of yyyy, yy, MMMM, MMM, MM, M, dd, d, EEEE, EEE, HH, H, hh, h, mm, m, ss, s, a, XXX and text in single quotes, got "YYYY"',
    ],
    ['{{date a zone="Berlin"}}', '`date` expects a time zone such as "Europe/Berlin", got "Berlin"'],
    ['{{truncate a "x"}}', '`truncate` expects a whole number of characters, got "x"'],
    [
      '{{@indx}}',
      'there is no `@indx`; there are @root, @index, @key, @first, @last, @now; did you mean `index`?',
    ],
    ['{{#if a as |b|}}x{{/if}}', 'only `each` and `with` give names with `as |name|`'],
    ['{{#each a as |b|}}{{b 1}}{{/each}}', '`b` is a block parameter here, and takes no arguments'],
    ['{{upper (a b)}}', 'there is no helper `a`'],
  ])('refuses what the language does not have: %s', (text, message) => {
    expect(problems(text).map((each) => each.replace(/^line \d+, column \d+: /, ''))).toEqual([message]);
  });

  it('reports every problem, each with its place and what was probably meant', () => {
    const parsed = parseTemplate('{{uper a}}\n {{lowr b}} {{{c}}}');
    expect(parsed.ok ? [] : parsed.error).toEqual([
      {
        path: '',
        level: 'error',
        message: 'line 1, column 1: there is no helper `uper`; did you mean `upper`?',
        at: { line: 1, column: 1 },
        suggestion: 'upper',
      },
      {
        path: '',
        level: 'error',
        message: 'line 2, column 2: there is no helper `lowr`; did you mean `lower`?',
        at: { line: 2, column: 2 },
        suggestion: 'lower',
      },
      {
        path: '',
        level: 'error',
        message: expect.stringContaining('line 2, column 13: values are always escaped') as string,
        at: { line: 2, column: 13 },
      },
    ]);
  });

  it('gives the same tree for the same text', () => {
    const text = '{{#each a as |b|}}{{upper b}}{{../c}}{{/each}}';
    expect(parseTemplate(text)).toEqual(parseTemplate(text));
    expect(JSON.parse(JSON.stringify(parseTemplate(text)))).toMatchObject({ ok: true });
  });
});
