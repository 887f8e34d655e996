import { describe, expect, it } from 'vitest';
import { fieldsOfEvents } from '../../../src/core/events/event-fields';
import { lintTemplate } from '../../../src/core/templates/lint-template';
import { fieldsOfTemplate } from '../../../src/core/templates/template-reads';

const FIELDS = fieldsOfEvents(['avi:confluence:created:page']);

/** `level: message` of everything that is found. */
function lint(text: string, mode: 'storage' | 'text' = 'text'): readonly string[] {
  return lintTemplate(text, FIELDS, mode).map(({ level, message }) => `${level}: ${message}`);
}

describe('lintTemplate', () => {
  it('finds nothing in a sound template', () => {
    const text = [
      '<p>{{mention actor}} wrote {{link content}} in {{space.name}} on {{date @now}}, version {{content.version.number}}.</p>',
      '<ul>{{#each content.labels as |label|}}<li>{{label.name}} {{name}} {{../content.title}}</li>{{else}}<li>none</li>{{/each}}</ul>',
      '{{#with content.space}}{{key}}{{../event.type}}{{@root.actor.accountId}}{{/with}}',
      '{{#if content.title}}<b {{#if content.labels}}class="{{content.id}}"{{/if}}>{{content.title.length}}</b>{{/if}}',
    ].join('\n');
    expect(lint(text, 'storage')).toEqual([]);
  });

  it.each([
    [
      '{{content.titel}}',
      'column 3: no event of this rule has the field `content.titel`, so nothing is printed for it; did you mean `content.title`?',
    ],
    [
      '{{upper spce.name}}',
      'column 9: no event of this rule has the field `spce.name`, so nothing is printed for it; did you mean `space.name`?',
    ],
    [
      '{{#with content}}{{titel}}{{/with}}',
      'column 20: no event of this rule has the field `content.titel`, so nothing is printed for it; did you mean `content.title`?',
    ],
    [
      '{{#each content.labels}}{{nam}}{{/each}}',
      'column 27: no event of this rule has the field `content.labels[].nam`, so nothing is printed for it; did you mean `content.labels[].name`?',
    ],
    [
      '{{#if space}}{{banana}}{{/if}}',
      'column 16: no event of this rule has the field `banana`, so nothing is printed for it',
    ],
  ])('warns of a field that no event has: %s', (text, message) => {
    expect(lint(text)).toEqual([`warning: line 1, ${message}`]);
  });

  it('does not warn where the data decides', () => {
    expect(
      lint(
        '{{#content}}{{title}}{{/content}}{{lookup content "anything"}}{{#content.labels}}{{name}}{{/content.labels}}',
      ),
    ).toEqual([
      'warning: line 1, column 34: no event of this rule has the field `content.anything`, so nothing is printed for it',
    ]);
  });

  it('gives what the parser refuses as errors', () => {
    expect(lint('{{uper x}}')).toEqual([
      'error: line 1, column 1: there is no helper `uper`; did you mean `upper`?',
    ]);
  });

  it.each([
    ['<p>a', 'column 1: `<p>` is never closed'],
    ['<p>a<br>b</p>', 'column 5: `<br>` is not closed before `</p>`; write `<br/>`'],
    ['<p><b>a</p></b>', 'column 4: `<b>` is not closed before `</p>`'],
    ['a</p>', 'column 2: `</p>` closes a tag that is not open here'],
    ['a & b', 'column 4: `&` by itself must be written `&amp;`'],
    ['<a href="?a=1&b=2"/>', 'column 16: `&` by itself must be written `&amp;`'],
    ['<{{content.title}}>', 'column 2: a value cannot stand in the name of a tag'],
    [
      '<p {{content.title}}></p>',
      'column 4: a value cannot stand in a tag, outside the quotes of an attribute',
    ],
    ['<p title="a', 'column 1: the template ends inside an attribute'],
    ['<!-- a', 'column 1: the template ends inside a comment'],
    [
      '{{#if space}}<p>{{/if}}</p>',
      'column 1: this block opens or closes markup in one branch only: after it <p> is open, without it no tag is open',
    ],
    [
      '{{#each content.labels}}<p>{{/each}}',
      'column 1: this block opens or closes markup each time: after it <p> is open, without it no tag is open',
    ],
    ['{{#if space}}<p title="{{else}}<p class="{{/if}}x"></p>', ''],
    ['{{#if space}}<p>{{else}}<p class="b">{{/if}}x</p>', ''],
    [
      '{{#if space}}<!--{{/if}}-->',
      'column 1: this block opens or closes markup in one branch only: after it no tag is open, inside a comment, without it no tag is open',
    ],
    ['&amp; &#10; &#xAf; &nbsp; <![CDATA[ & < ]]><!-- & --><p\n/>', ''],
  ])('finds markup that Confluence would refuse: %s', (text, message) => {
    expect(lint(text, 'storage')[0] ?? '').toBe(message === '' ? '' : `error: line 1, ${message}`);
  });

  it('counts lines in the markup', () => {
    expect(lint('<p>\n  {{#if space}}\n  <i>\n  {{/if}}\n</p>\n <b>', 'storage')).toEqual([
      'error: line 2, column 3: this block opens or closes markup in one branch only: after it <p><i> is open, without it <p> is open',
      'error: line 3, column 3: `<i>` is not closed before `</p>`',
      'error: line 6, column 2: `<b>` is never closed',
    ]);
  });
});

describe('fieldsOfTemplate', () => {
  it.each([
    ['{{content.title}} {{upper space.name}} {{content.title}}', ['content.title', 'space.name']],
    [
      '{{#each content.labels as |l|}}{{l.name}}{{id}}{{this}}{{../a}}{{@root.b}}{{@key}}{{/each}}',
      ['a', 'b', 'content.labels', 'content.labels[].id', 'content.labels[].name'],
    ],
    [
      '{{#with content}}{{body}}{{#with space}}{{key}}{{../id}}{{../../x}}{{/with}}{{/with}}',
      ['content', 'content.body', 'content.id', 'content.space', 'content.space.key', 'x'],
    ],
    [
      '{{#with (lookup content "body") as |b|}}{{b.x}}{{/with}}',
      ['content', 'content.body', 'content.body.x'],
    ],
    ['{{#content}}{{body}}{{/content}}', ['body', 'content', 'content.body', 'content[].body']],
    ['{{#if content.isLive}}{{content.body}}{{/if}}', ['content.body', 'content.isLive']],
    [
      '{{#content.isLive}}{{content.body}}{{/content.isLive}}',
      ['content.body', 'content.isLive', 'content.isLive.content.body', 'content.isLive[].content.body'],
    ],
    ['{{#each (default a b)}}{{c}}{{/each}}', ['a', 'b']],
    ['plain', []],
    ['{{#if', []],
  ])('of %s', (text, fields) => {
    expect(fieldsOfTemplate(text)).toEqual(fields);
  });
});
