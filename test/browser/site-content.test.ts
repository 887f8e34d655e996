// Reading, writing and discussing pages of the small Confluence, through its pages on the real host.

import { describe, expect, it } from 'vitest';
import { useSite } from './site-harness';

const site = useSite();

describe('reading and writing', () => {
  it('creates a page from simple text and edits it again', async () => {
    const { host, page } = site;
    await page.goto(`${host.url}/wiki/spaces/DEMO`);
    await page.getByRole('button', { name: 'Create page' }).click();
    await page.getByLabel('Title').fill('Plans <b>');
    await page.getByLabel('Body', { exact: true }).fill('# Goals\nFirst & last\n- one\n- two\n[] ask Mia');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: 'Plans <b>', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Goals' }).waitFor();
    await page.getByText('First & last').waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    const body = page.getByLabel('Body', { exact: true });
    expect(await body.inputValue()).toBe('# Goals\n\nFirst & last\n\n- one\n- two\n\n[] ask Mia');
    await body.fill('Shorter');
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByText('Shorter').waitFor();
    await page.getByText('Version 2').waitFor();
    expect(await site.eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:created:page', 'avi:confluence:updated:page']),
    );
  });

  it('shows the refusal when somebody else saved in between, and keeps what was typed', async () => {
    const { host, page } = site;
    const id = await site.openNewPage('Contested');
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Body', { exact: true }).fill('mine');
    await host.rest('PUT', `/wiki/api/v2/pages/${id}`, {
      id,
      status: 'current',
      title: 'Contested',
      body: { representation: 'storage', value: '<p>theirs</p>' },
      version: { number: 2 },
    });
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByText('Could not publish').waitFor();
    expect(await page.getByLabel('Body', { exact: true }).inputValue()).toBe('mine');
  });

  it('never runs what stands in a body', async () => {
    const { page } = site;
    const id = await site.openNewPage('Hostile');
    const value =
      '<p>before <a href="javascript:window.hacked=1">link</a></p><script>window.hacked=1</script>' +
      '<p onclick="window.hacked=1">text</p><iframe src="javascript:parent.hacked=1"></iframe>' +
      '<ac:structured-macro ac:name="html"><ac:plain-text-body><![CDATA[<script>window.hacked=1</script>]]></ac:plain-text-body></ac:structured-macro>' +
      '<p>after &eacute;</p>';
    // Past the server's own checks: what is drawn must be safe whatever was stored.
    await page.route(`**/wiki/api/v2/pages/${id}*`, async (route) => {
      const answer = await route.fetch();
      const content = await answer.json();
      await route.fulfill({ response: answer, json: { ...content, body: { storage: { value } } } });
    });
    await page.reload();
    await page.getByText('after é').waitFor();
    await page.getByText('Macro: html').waitFor();
    await page.getByText('text', { exact: true }).click();
    expect(await page.locator('.storage-body a').count()).toBe(0);
    expect(await page.locator('.storage-body script, .storage-body iframe').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it('shows a body that is not well-formed as text with the reason', async () => {
    const { page } = site;
    const id = await site.openNewPage('Broken');
    await page.route(`**/wiki/api/v2/pages/${id}*`, async (route) => {
      const answer = await route.fetch();
      const content = await answer.json();
      await route.fulfill({
        response: answer,
        json: { ...content, body: { storage: { value: '<p>open' } } },
      });
    });
    await page.reload();
    await page.getByText('This body is not well-formed storage format').waitFor();
    await page.getByText('<p>open').waitFor();
  });
});

describe('talking about a page', () => {
  it('adds and removes labels, and shows why one was refused', async () => {
    const { page } = site;
    await site.openNewPage('Labelled');
    await page.getByRole('button', { name: 'Add label' }).click();
    await page.getByLabel('New label').fill('one');
    await page.keyboard.press('Enter');
    await page.locator('[data-label="one"]').waitFor();
    await page.getByLabel('New label').fill('not allowed!');
    await page.keyboard.press('Enter');
    await page.getByText('Could not add the label').waitFor();
    await page.getByRole('button', { name: 'Remove label one' }).click();
    await page.locator('[data-label="one"]').waitFor({ state: 'detached' });
    expect(await site.eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:added:label', 'avi:confluence:removed:label']),
    );
  });

  it('shows what others do to the page without being reloaded', async () => {
    const { host, page } = site;
    const id = await site.openNewPage('Watched');
    await host.rest('POST', `/wiki/rest/api/content/${id}/label`, [
      { prefix: 'global', name: 'from-elsewhere' },
    ]);
    await host.rest('POST', '/wiki/api/v2/footer-comments', {
      pageId: id,
      body: { representation: 'storage', value: '<p>Said elsewhere</p>' },
    });
    await page.locator('[data-label="from-elsewhere"]').waitFor();
    await page.getByText('Said elsewhere').waitFor();
    expect(await page.locator('.comment.is-fresh').count()).toBe(1);
  });

  it('discusses: comment, reply, like, edit, resolve an inline comment', async () => {
    const { page } = site;
    await site.openNewPage('Discussed');
    await page.getByLabel('Write a comment').fill('First thought');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    const comment = page.locator('.comment').filter({ hasText: 'First thought' });
    await comment.getByRole('button', { name: 'Like' }).click();
    await comment.getByRole('button', { name: 'Like (1)' }).waitFor();
    await comment.getByRole('button', { name: 'Reply' }).click();
    await page.getByLabel('Write a reply').fill('Second thought');
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click();
    await page.locator('.replies').getByText('Second thought').waitFor();
    await comment.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Change the comment').fill('Better thought');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.comment').filter({ hasText: 'Better thought' }).waitFor();
    await site.choose('Comment on a phrase');
    await page.getByRole('textbox', { name: 'Phrase' }).fill('Text');
    await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Which text?');
    await page.getByRole('dialog').getByRole('button', { name: 'Comment' }).click();
    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('button', { name: 'Reopen' }).waitFor();
    expect(await site.eventTypes()).toEqual(
      expect.arrayContaining([
        'avi:confluence:created:comment',
        'avi:confluence:liked:comment',
        'avi:confluence:updated:comment',
      ]),
    );
  });

  it('likes, watches, ticks a task and attaches a file', async () => {
    const { host, page } = site;
    const id = await site.openNewPage('Busy');
    await page.getByRole('button', { name: 'Like', exact: true }).first().click();
    await page.getByRole('button', { name: /Liked by Ada Admin/ }).waitFor();
    // Who writes a page watches it from then on.
    await page.getByRole('button', { name: 'Watching' }).click();
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await page.getByRole('button', { name: 'Watching' }).waitFor();
    await page.getByLabel('Files to attach').setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('hello'),
    });
    await page.getByRole('link', { name: 'notes.txt' }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Body', { exact: true }).fill('[] water the plants');
    await page.getByRole('button', { name: 'Update' }).click();
    const task = page.getByRole('checkbox', { name: 'water the plants' });
    await task.click();
    await expect.poll(() => task.isChecked()).toBe(true);
    await expect
      .poll(async () => (await host.rest('GET', `/wiki/api/v2/tasks?page-id=${id}`)).results[0].status)
      .toBe('complete');
  });
});
