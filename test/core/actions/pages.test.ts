// The pure parts of the page actions: titles, sections, passages, template variables, and creating once.

import { describe, expect, it } from 'vitest';
import { createOnce } from '../../../src/core/actions/create-once';
import { countPassages } from '../../../src/core/actions/page-text';
import { titleCandidates, toTitle } from '../../../src/core/actions/page-title-text';
import { replaceSection } from '../../../src/core/actions/replace-section';
import { fillTemplate } from '../../../src/core/actions/template-variables';
import { FailureError } from '../../../src/core/failure';

const anchor = (name: string, id = '') =>
  `<ac:structured-macro ac:name="anchor"${id}><ac:parameter ac:name="">${name}</ac:parameter></ac:structured-macro>`;

describe('replaceSection', () => {
  it('makes the section at the end, and finds it again', () => {
    const first = replaceSection('<p>Before</p>', 's', '<p>1</p>');
    expect(first).toBe(`<p>Before</p>${anchor('s')}<p>1</p>${anchor('s-end')}`);
    expect(replaceSection(first ?? '', 's', '<p>2</p>')).toBe(
      `<p>Before</p>${anchor('s')}<p>2</p>${anchor('s-end')}`,
    );
  });

  it('replaces what lies between the paragraphs in which people put the anchors', () => {
    const body = (inside: string) =>
      `<h1>A</h1><p>${anchor('s', ' ac:macro-id="1"')}</p>${inside}<p>${anchor('s-end')} </p><p>Z</p>`;
    expect(replaceSection(body('<ul><li>old</li></ul><p>old<br/></p>'), 's', '<p>new</p>')).toBe(
      body('<p>new</p>'),
    );
  });

  it('is not misled by what only looks like markup', () => {
    const odd = `<!-- <p> --><p title="a > b">x</p><ac:plain-text-body><![CDATA[</p><p>]]></ac:plain-text-body>`;
    const body = (inside: string) => `${odd}${anchor('s')}${inside}${anchor('s-end')}${odd}`;
    expect(replaceSection(body('<p>1</p>'), 's', '<p>2</p>')).toBe(body('<p>2</p>'));
  });

  it('refuses one anchor alone, anchors in the wrong order, and both in one paragraph', () => {
    expect(replaceSection(anchor('s'), 's', 'x')).toBeUndefined();
    expect(replaceSection(anchor('s-end') + anchor('s'), 's', 'x')).toBeUndefined();
    expect(replaceSection(`<p>${anchor('s')}x${anchor('s-end')}</p>`, 's', 'x')).toBeUndefined();
  });
});

describe('countPassages', () => {
  it('counts what readers see', () => {
    const body =
      '<p>R&amp;D is <strong>open</strong></p><ac:structured-macro ac:name="code"><ac:parameter ac:name="title">open</ac:parameter><ac:plain-text-body><![CDATA[if (a < open) open]]></ac:plain-text-body></ac:structured-macro><!-- open -->';
    expect(countPassages(body, 'open')).toBe(3);
    expect(countPassages(body, 'R&D is open')).toBe(1);
    expect(countPassages(body, 'a < open')).toBe(1);
    expect(countPassages(body, 'strong')).toBe(0);
  });
});

describe('fillTemplate', () => {
  it('fills variables in, escaped, and leaves nothing of those without a value', () => {
    const body =
      '<at:declarations><at:string at:name="who"/></at:declarations><p><at:var at:name="who"/>: <at:var at:name="what" at:rawxhtml="false"></at:var>.</p>';
    expect(fillTemplate(body, { who: 'Tom & <Jerry>' })).toBe('<p>Tom &amp; &lt;Jerry&gt;: .</p>');
  });

  it('takes no value from names of JavaScript', () => {
    expect(fillTemplate('<at:var at:name="constructor"/>', {})).toBe('');
  });
});

describe('titles', () => {
  it('are cut to what Confluence takes, with their number', () => {
    const long = toTitle('x'.repeat(400));
    expect(long).toHaveLength(255);
    expect(titleCandidates(long, true).every((title) => title.length <= 255)).toBe(true);
    expect(titleCandidates('A', true).slice(0, 3)).toEqual(['A', 'A (2)', 'A (3)']);
    expect(titleCandidates('A', false)).toEqual(['A']);
  });
});

describe('createOnce', () => {
  const refused = new FailureError({ kind: 'bad-request', message: 'Failed: 400.', retryable: false });
  const creation = (pages: Record<string, string>, titles: readonly string[]) => ({
    titles,
    marker: 'mine',
    begin: () => undefined,
    create: (title: string) =>
      Object.hasOwn(pages, title) ? Promise.reject(refused) : Promise.resolve(`new ${title}`),
    find: (title: string) => Promise.resolve({ id: `old ${title}`, body: pages[title] ?? '' }),
  });

  it('takes the first free title', async () => {
    expect(await createOnce(creation({ A: '' }, ['A', 'A (2)']))).toEqual({
      pageId: 'new A (2)',
      title: 'A (2)',
      earlier: false,
    });
  });

  it('recognises its own page under any of the titles', async () => {
    const pages = { A: 'of somebody', 'A (2)': 'mine' };
    expect(await createOnce(creation(pages, ['A', 'A (2)', 'A (3)']))).toMatchObject({
      pageId: 'old A (2)',
      earlier: true,
    });
  });

  it('gives up when all are taken', async () => {
    await expect(createOnce(creation({ A: '' }, ['A']))).rejects.toThrow(/has a page of that title/);
  });

  it('begins with no further title when it is too late, and blames no title for it', async () => {
    let left = 2;
    const late = new FailureError({ kind: 'conflict', message: 'Too late.', retryable: true });
    const hurried = {
      ...creation({ A: '', 'A (2)': '', 'A (3)': '' }, ['A', 'A (2)', 'A (3)', 'A (4)']),
      begin: () => {
        if (left-- === 0) throw late;
      },
    };
    await expect(createOnce(hurried)).rejects.toBe(late);
  });

  it('passes on a refusal that has nothing to do with the title', async () => {
    const hidden = { ...creation({ A: '' }, ['A']), find: () => Promise.resolve(undefined) };
    await expect(createOnce(hidden)).rejects.toBe(refused);
  });
});
