import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriable, readXml } from './read-xml';
import { rendered } from './render';

const RUNS = { seed: 20260301, numRuns: 300 };

/** Text that tries to leave its place: markup, ends of sections, entities, control characters, half characters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        ...[
          '<',
          '>',
          '&',
          '"',
          "'",
          ']]>',
          ']]',
          ']',
          '-->',
          '--',
          '-',
          '<!--',
          '<![CDATA[',
          '?>',
          '</p>',
          '<script>',
          '{{x}}',
        ],
        ...[
          '&amp;',
          '&lt;',
          '&nope;',
          '&#0;',
          '&#x1;',
          ';',
          '\r',
          '\n',
          '\r\n',
          '\t',
          '\0',
          '\u0008',
          '\u001b',
          '\ufffe',
          '\uffff',
        ],
        ...[
          '\ud800',
          '\udfff',
          '\ud83d',
          '\ude00',
          '😀',
          'javascript:',
          'https://x.example/',
          '//',
          '?',
          '#',
          '%',
          '%2',
          '%20',
          '=',
          ' ',
          '\u2028',
          '\u0085',
        ],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What a parser gives for text in a place where line ends are normalised. */
function normalised(text: string): string {
  return carriable(text).replace(/\r\n?/g, '\n');
}

describe('storage format', () => {
  it('keeps the text of a field between tags', () => {
    fc.assert(
      fc.property(hostile, hostile, (x, y) => {
        const read = readXml(rendered('<p>[{{x}}|{{y}}{{x}}]</p>', { x, y }));
        expect(read.text).toBe(`[${carriable(x)}|${carriable(y)}${carriable(x)}]`);
        expect(read.elements).toEqual(['p']);
      }),
      RUNS,
    );
  });

  it('keeps the text of a field in an attribute, in either quotes', () => {
    fc.assert(
      fc.property(hostile, (x) => {
        const read = readXml(rendered(`<p title="a{{x}}b" class='{{x}}'/>`, { x }));
        expect(read.attributes).toEqual([`p@title=a${carriable(x)}b`, `p@class=${carriable(x)}`]);
      }),
      RUNS,
    );
  });

  it.each([
    '{{x}}',
    '{{x}}{{y}}',
    ']{{x}}',
    ']]{{x}}',
    '{{x}}]',
    '{{x}}>',
    '{{x}}]>',
    ']{{x}}>',
    ']]{{x}}{{y}}>',
    '{{#if yes}}]{{/if}}{{x}}{{#if yes}}]>{{/if}}',
  ])('keeps the text of a field in a CDATA section: %s', (inside) => {
    fc.assert(
      fc.property(hostile, hostile, (x, y) => {
        const read = readXml(rendered(`<c><![CDATA[${inside}]]></c>`, { x, y, yes: true }));
        const plain = rendered(inside, { x: carriable(x), y: carriable(y), yes: true }, { mode: 'text' });
        // Each value is normalised by itself: a line feed after a carriage return of another value stays.
        const apart = rendered(inside, { x: normalised(x), y: normalised(y), yes: true }, { mode: 'text' });
        expect([plain.replace(/\r\n?/g, '\n'), apart]).toContain(read.text);
        expect(read.elements).toEqual(['c']);
      }),
      RUNS,
    );
  });

  it('keeps a comment closed until its end', () => {
    fc.assert(
      fc.property(hostile, (x) => {
        const read = readXml(rendered('<p><!--{{x}}--><!-- -{{x}}- {{x}}-> {{x}}--></p>', { x }));
        expect(read.comments).toHaveLength(2);
        expect(read.text).toBe('');
      }),
      RUNS,
    );
  });

  it('keeps the text of a field as a part of a URL', () => {
    fc.assert(
      fc.property(hostile, (x) => {
        const template = '<a href="https://x.example/search?q={{x}}&amp;r=1">{{x}}</a>';
        const [attribute = ''] = readXml(rendered(template, { x })).attributes;
        const url = new URL(attribute.replace('a@href=', ''));
        expect([...url.searchParams.keys()]).toEqual(['q', 'r']);
        expect(decodeURIComponent(url.search.slice(3, -4))).toBe(carriable(x));
      }),
      RUNS,
    );
  });

  it('lets no field choose a scheme that runs code', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(
          'javascript:',
          'JaVaScRiPt:',
          'data:text/html,',
          'vbscript:',
          ' javascript:',
          'java\nscript:',
          '\u0001javascript:',
        ),
        (x, scheme) => {
          const read = readXml(
            rendered('<a href="{{x}}">y</a><ac:image><ri:url ri:value="{{x}}"/></ac:image>', {
              x: scheme + x,
            }),
          );
          for (const attribute of read.attributes) {
            const { protocol } = new URL(attribute.replace(/^[^=]*=/, ''), 'https://site.example/');
            expect(['https:', 'http:', 'mailto:', 'tel:', 'ftp:']).toContain(protocol);
          }
        },
      ),
      RUNS,
    );
  });

  it('takes an address as it is, and continues a path with a path', () => {
    const facts = { base: 'https://x.example/wiki', path: '/spaces/ENG/pages/1/A+B?x=1', title: 'a/b?c#d' };
    const template =
      '<a href="{{base}}{{path}}"/><a href="https://x.example/wiki{{path}}"/><a href="https://x.example/{{title}}"/>';
    expect(readXml(rendered(template, facts)).attributes).toEqual([
      'a@href=https://x.example/wiki/spaces/ENG/pages/1/A+B?x=1',
      'a@href=https://x.example/wiki/spaces/ENG/pages/1/A+B?x=1',
      'a@href=https://x.example/a%2Fb%3Fc%23d',
    ]);
  });

  it('stays well formed through every helper, block and branch', () => {
    const template = [
      '<h1>{{upper x}} {{lower x}} {{trim x}} {{truncate x 5}} {{truncate x 3 end=y}}</h1>',
      '<p title="{{mention user}}{{link page}}">{{mention user}} {{mention x}} {{link page}} {{link page y}} {{link x}} {{link space}} {{link thing}}</p>',
      '<ul>{{#each list}}<li id="{{this}}">{{@index}} {{.}}<![CDATA[{{.}}]]></li>{{/each}}</ul>',
      '{{#each map}}<b>{{@key}}={{this}}</b>{{else}}none{{/each}}',
      '<p {{#if x}}class="{{x}}"{{else}}class=\'{{y}}\'{{/if}}>{{join list x}} {{default x y}} {{date x}}</p>',
    ].join('\n');
    fc.assert(
      fc.property(hostile, hostile, (x, y) => {
        const page = { type: 'page', title: x, space: { key: y } };
        const facts = {
          x,
          y,
          user: { accountId: x, displayName: y },
          page,
          space: { key: x, name: y },
          thing: { id: x },
          list: [x, y],
          map: { [x]: y },
        };
        expect(() => readXml(rendered(template, facts))).not.toThrow();
      }),
      RUNS,
    );
  });

  it('carries a hostile title of 100 kB', () => {
    const unit = `<b>]]>&amp;"'\0\ud800😀-->\r`;
    const x = unit.repeat(Math.ceil(100_000 / unit.length));
    const read = readXml(rendered('<p title="{{x}}">{{x}}</p><c><![CDATA[{{x}}]]></c>', { x }));
    expect(read.attributes).toEqual([`p@title=${carriable(x)}`]);
    expect(read.text).toBe(carriable(x) + normalised(x));
  });

  it.each([
    ['<{{x}}>', 'the name of a tag'],
    ['<p{{x}}>', 'the name of a tag'],
    ['</{{x}}>', 'the name of a tag'],
    ['<p {{x}}>', 'a tag, outside the quotes of an attribute'],
    ['<p a{{x}}="1">', 'the name of an attribute'],
    ['<p a={{x}}>', 'an attribute without quotes'],
    ['<p a=b{{x}}>', 'an attribute without quotes'],
    ['<!{{x}}>', 'a declaration'],
    ['<!DOCTYPE {{x}}>', 'a declaration'],
    ['<?xml {{x}}?>', 'a processing instruction'],
    ['AT&{{x}}', 'a character reference that `&` has begun'],
    ['<p a="&l{{x}};">', 'a character reference that `&` has begun'],
  ])('refuses a value in %s', (template, where) => {
    expect(() => rendered(template, { x: 'y' })).toThrow(`a value cannot stand in ${where}`);
  });

  it.each([
    '<p>{{x}}</p>',
    '<br/>{{x}}',
    "<a b='>'>{{x}}</a>",
    '<!-- <p -->{{x}}',
    '<![CDATA[<p ]]>{{x}}',
    '&amp;{{x}}',
    '<?p <q ?>{{x}}',
    '<a b = "1" c>{{x}}',
    '<!DOCTYPE a>{{x}}',
    '<a b/>{{x}}',
  ])('knows that %s has the value between tags', (template) => {
    expect(rendered(template, { x: '<"' })).toContain('&lt;"');
  });
});
