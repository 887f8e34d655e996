// Completion in the JSON editor: where the cursor is, and what fits there.

import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../static/rule-files/complete';
import { placeAt } from '../../../static/rule-files/json-place';

const NAMES = {
  events: [
    { value: 'avi:confluence:created:page', detail: 'Page created' },
    { value: 'avi:confluence:created:comment', detail: 'Comment added' },
  ],
  actions: [
    { value: 'label.add', detail: 'Add labels' },
    { value: 'comment.add', detail: 'Add a comment' },
  ],
};

/** The text with `|` where the cursor is. */
function at(marked: string): [string, number] {
  const position = marked.indexOf('|');
  return [marked.replace('|', ''), position];
}

function offers(marked: string): readonly string[] {
  const [doc, position] = at(marked);
  const result = complete(new CompletionContext(EditorState.create({ doc }), position, true), NAMES);
  return result?.options.map((option) => option.label) ?? [];
}

/** The text after the first offer was taken. */
function taken(marked: string): string {
  const [doc, position] = at(marked);
  const result = complete(new CompletionContext(EditorState.create({ doc }), position, true), NAMES);
  const apply = result?.options[0]?.apply;
  if (result === null || typeof apply !== 'string') throw new Error(`Nothing is offered at ${marked}`);
  return doc.slice(0, result.from) + apply + doc.slice(result.to ?? position);
}

describe('place in JSON', () => {
  it.each([
    ['{|', { kind: 'key', path: [] }],
    ['{"na|', { kind: 'key', path: [], from: 1 }],
    ['{"name": |', { kind: 'value', path: ['name'] }],
    ['{"when": ["a", "b|', { kind: 'value', path: ['when', 1], from: 15 }],
    ['{"then": [{"id": "x", "wi|', { kind: 'key', path: ['then', 0], taken: ['id'] }],
    ['{"then": [{"id": "x"}, {"with": {"|', { kind: 'key', path: ['then', 1, 'with'] }],
    ['{"a": tr|', { kind: 'value', path: ['a'] }],
    ['{"a\\"b": {"|', { kind: 'key', path: ['a"b'] }],
    ['{\n  "a": 1,\n  |\n}', { kind: 'key', path: [], taken: ['a'] }],
  ])('of %s', (marked, place) => {
    expect(placeAt(...at(marked))).toMatchObject(place);
  });

  it.each(['|', '{"a"|', '{"a": 1 |', '{"a": "x" |', '{} |', '{"a": [1] |'])('is none in %s', (marked) => {
    expect(placeAt(...at(marked))).toBeUndefined();
  });

  it('never throws, whatever is written and wherever the cursor is', () => {
    const text = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'a', '1', ' ', '\n'),
    });
    fc.assert(
      fc.property(text, fc.nat(40), (doc, position) => {
        placeAt(doc, Math.min(position, doc.length));
      }),
      { seed: 20260105, numRuns: 1000 },
    );
  });

  it('finds every key and value of any JSON by its path', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const doc = JSON.stringify({ root: value }, null, 1);
        const place = placeAt(doc, doc.indexOf(':') + 2);
        expect(place).toMatchObject({ kind: 'value', path: ['root'] });
      }),
      { seed: 20260105, numRuns: 200 },
    );
  });
});

describe('completion', () => {
  it('offers the fields of a rule that are not there yet', () => {
    const found = offers('{"id": "a", "name": "b", |}');
    expect(found).toEqual(expect.arrayContaining(['when', 'if', 'then', 'scope', 'state']));
    expect(found).not.toContain('id');
  });

  it('offers fields deeper down, as the schema has them', () => {
    expect(offers('{"scope": {|}}')).toEqual(['spaces', 'excludeSpaces', 'personalSpaces']);
    expect(offers('{"then": [{"retry": {|}}]}')).toEqual([
      'attempts',
      'firstDelaySeconds',
      'factor',
      'maxDelaySeconds',
    ]);
  });

  it('offers closed lists of values', () => {
    expect(offers('{"state": |}')).toEqual(['"live"', '"shadow"', '"off"']);
    expect(offers('{"chain": |}')).toEqual(['true', 'false']);
    expect(offers('{"then": [{"as": |}]}')).toEqual(expect.arrayContaining(['"app"', '"initiator"']));
  });

  it('offers events and kinds of action, found by name or id', () => {
    expect(offers('{"when": [|]}')).toEqual([
      '"*"',
      '"avi:confluence:created:page"',
      '"avi:confluence:created:comment"',
    ]);
    expect(offers('{"when": ["comm|"]}')).toEqual(['"avi:confluence:created:comment"']);
    expect(offers('{"then": [{"action": "add lab|"}]}')).toEqual(['"label.add"']);
  });

  it('offers the parameters of the kind of action that stands before', () => {
    expect(offers('{"then": [{"action": "comment.add", "with": {|}}]}')).toEqual(['body']);
    expect(offers('{"then": [{"action": "label.add", "with": {|}}]}')).toEqual(['labels']);
    expect(offers('{"then": [{"action": "unknown", "with": {|}}]}')).toEqual([]);
  });

  it('writes keys with quotes and colon, values whole, and leaves no quote behind', () => {
    expect(taken('{"whe|"}')).toBe('{"when": }');
    expect(taken('{"whe|": []}')).toBe('{"when": []}');
    expect(taken('{"state": "li|"}')).toBe('{"state": "live"}');
    expect(taken('{"when": [avi|]}')).toBe('{"when": ["avi:confluence:created:page"]}');
  });

  it('does not come up by itself where nothing was typed', () => {
    const state = EditorState.create({ doc: '{}' });
    expect(complete(new CompletionContext(state, 1, false), NAMES)).toBeNull();
  });
});
