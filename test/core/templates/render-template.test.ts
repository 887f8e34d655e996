import { describe, expect, it } from 'vitest';
import { parsedTemplate } from '../../../src/core/templates/parsed-templates';
import { rendered } from './render';
import type { Facts } from '../../../src/core/events/event';

describe('renderTemplate', () => {
  it('puts fields in, escaped for storage format', () => {
    expect(rendered('<p>{{content.title}}</p>', { content: { title: 'a < b & c' } })).toBe(
      '<p>a &lt; b &amp; c</p>',
    );
  });

  it('escapes nothing in plain text', () => {
    expect(rendered('{{content.title}}', { content: { title: 'a < b\0' } }, { mode: 'text' })).toBe(
      'a < b\0',
    );
  });

  it('gives names and titles in plain text, where there is no markup', () => {
    const facts = {
      actor: { accountId: 'u1', displayName: 'Mia' },
      content: { type: 'page', title: 'Plan', space: { key: 'ENG' } },
    };
    const text =
      '{{mention actor}}|{{mention "u2"}}|{{link content}}|{{link content "it"}}|{{link "https://x.example"}}|{{upper (mention actor)}}';
    expect(rendered(text, facts, { mode: 'text' })).toBe('Mia|u2|Plan|it|https://x.example|MIA');
  });

  it.each([
    [
      '{{mention actor}}',
      { actor: { accountId: 'a"<b' } },
      '<ac:link><ri:user ri:account-id="a&quot;&lt;b"/></ac:link>',
    ],
    ['{{mention actor}}{{mention x}}', { actor: {}, x: null }, ''],
    [
      '{{link c}}',
      { c: { type: 'page', title: 'T' } },
      '<ac:link><ri:page ri:content-title="T"/><ac:link-body>T</ac:link-body></ac:link>',
    ],
    [
      '{{link c}}',
      { c: { type: 'blogpost', id: '7', title: 'T' } },
      '<ac:link><ri:content-entity ri:content-id="7"/><ac:link-body>T</ac:link-body></ac:link>',
    ],
    [
      '{{link c "U"}}',
      { c: { accountId: 'u1' } },
      '<ac:link><ri:user ri:account-id="u1"/><ac:link-body>U</ac:link-body></ac:link>',
    ],
    [
      '{{link c}}',
      { c: { type: 'attachment', id: '9', title: 'a.png', container: { type: 'page', title: 'T' } } },
      '<ac:link><ri:attachment ri:filename="a.png"><ri:page ri:content-title="T"/></ri:attachment><ac:link-body>a.png</ac:link-body></ac:link>',
    ],
    ['{{link c}}', { c: { title: 'No type & no id' } }, 'No type &amp; no id'],
    ['{{link c}}{{link d}}', { c: 'javascript:alert(1)', d: [] }, 'javascript:alert(1)'],
    [
      '{{link c "x"}}',
      { c: 'https://x.example/?a=1&b="' },
      '<a href="https://x.example/?a=1&amp;b=%22">x</a>',
    ],
  ] as [string, Facts, string][])('makes elements of Confluence: %s of %j', (text, facts, storage) => {
    expect(rendered(text, facts)).toBe(storage);
  });

  it('prints nothing for a missing field, and names it when strict', () => {
    expect(rendered('[{{content.nope}}]', {})).toBe('[]');
    expect(() => rendered('[\n {{content.nope}}]', {}, { strict: true })).toThrow(
      'missing-field: line 2, column 4: the field `content.nope` is missing',
    );
    expect(() => rendered('{{upper x.y}}', { x: {} }, { strict: true })).toThrow(
      'the field `x.y` is missing',
    );
    expect(() =>
      rendered('{{#each list as |item|}}{{item.x}}{{/each}}', { list: [{}] }, { strict: true }),
    ).toThrow('the field `item.x` is missing');
  });

  it('lets what asks about a field ask when strict', () => {
    const text =
      '{{#if a}}{{/if}}{{#unless a}}1{{/unless}}{{#each a}}{{else}}2{{/each}}{{#with a}}{{/with}}{{default a 3}}{{count a}}{{not a}}{{eq a 1}}{{b}}';
    expect(rendered(text, { b: null }, { strict: true })).toBe('1230truefalse');
  });

  it('never reads what JavaScript adds to objects', () => {
    const names = [
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'valueOf',
      '__defineGetter__',
      'constructor.prototype',
      'constructor.name',
    ];
    for (const name of names) {
      expect(
        rendered(`[{{${name}}}{{a.${name}}}{{lookup a "${name}"}}{{#with ${name}}}x{{/with}}]`, {
          a: { b: 1 },
        }),
      ).toBe('[]');
    }
    // A field of the event's own may be called anything.
    expect(rendered('{{a.constructor}}', { a: { constructor: 'mine' } })).toBe('mine');
  });

  it('never calls what the data brings along', () => {
    const facts = { x: { toString: 'no function', valueOf: 1, toHTML: '<b>' } };
    expect(rendered('{{x}}{{upper x}}{{join x}}', facts)).toBe(
      '[object Object][OBJECT OBJECT][object Object]',
    );
  });

  it('gives the same text for the same facts, and knows the present only from its context', () => {
    expect(rendered('{{@now}}', {}, { nowMs: 5 })).toBe('5');
    expect(rendered('{{date @now}}', {}, { nowMs: 0 })).toBe('1970-01-01');
  });
});

describe('parsedTemplate', () => {
  it('parses a text once', () => {
    expect(parsedTemplate('{{a}} once')).toBe(parsedTemplate('{{a}} once'));
    expect(parsedTemplate('{{#if')).toMatchObject({ ok: false });
  });

  it('forgets when it has to remember too much', () => {
    const first = parsedTemplate('first');
    for (let index = 0; index < 20; index++) parsedTemplate(`${index}`.padEnd(30_000, 'x'));
    expect(parsedTemplate('first')).not.toBe(first);
    expect(parsedTemplate('first')).toEqual(first);
  });
});
