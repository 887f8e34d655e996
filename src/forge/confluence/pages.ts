// Making, copying, moving and archiving pages: REST v2 where it can, v1 where only that does.

import { route } from '@forge/api';
import * as v from 'valibot';
import { FailureError } from '../../core/failure';
import { requestAs } from './request';
import type { Confluence } from '../../core/ports';

type PageOperations = Pick<
  Confluence,
  'createPage' | 'findPage' | 'copyPage' | 'movePage' | 'archivePage' | 'readTemplate'
>;

const CreatedSchema = v.object({ id: v.string() });
const FoundSchema = v.object({
  results: v.array(
    v.object({ id: v.string(), body: v.object({ storage: v.object({ value: v.string() }) }) }),
  ),
});
const TemplateSchema = v.object({ body: v.object({ storage: v.object({ value: v.string() }) }) });

/** When to come back while another archive job runs on the site. Jobs over few pages take seconds. [ours] */
const ARCHIVE_RETRY_SECONDS = 30;

export const pageOperations: PageOperations = {
  async createPage({ spaceId, parentId, title, body }, as) {
    const response = await requestAs(as, {
      method: 'POST',
      path: route`/wiki/api/v2/pages`,
      body: {
        spaceId,
        status: 'current',
        title,
        body: { representation: 'storage', value: body },
        ...(parentId === undefined ? {} : { parentId }),
      },
      purpose: `create the page "${title}"`,
    });
    return v.parse(CreatedSchema, await response.json()).id;
  },

  async findPage(spaceId, title, as) {
    const query = new URLSearchParams({ 'space-id': spaceId, title, 'body-format': 'storage' });
    for (const status of ['current', 'archived']) query.append('status', status);
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/api/v2/pages?${query}`,
      purpose: `find the page "${title}"`,
    });
    const [page] = v.parse(FoundSchema, await response.json()).results;
    return page === undefined ? undefined : { id: page.id, body: page.body.storage.value };
  },

  async copyPage(content, { place, title, body, along }, as) {
    const destination =
      'pageId' in place
        ? { type: 'parent_page', value: place.pageId }
        : { type: 'space', value: place.spaceKey };
    const response = await requestAs(as, {
      method: 'POST',
      path: route`/wiki/rest/api/content/${content.id}/copy`,
      body: {
        copyAttachments: along.attachments,
        copyPermissions: along.restrictions,
        copyProperties: along.properties,
        copyLabels: along.labels,
        copyCustomContents: false,
        destination,
        pageTitle: title,
        body: { storage: { value: body, representation: 'storage' } },
      },
      purpose: `copy page ${content.id}`,
    });
    return v.parse(CreatedSchema, await response.json()).id;
  },

  async movePage(content, position, targetId, as) {
    await requestAs(as, {
      method: 'PUT',
      path: route`/wiki/rest/api/content/${content.id}/move/${position}/${targetId}`,
      purpose: `move page ${content.id}`,
    });
  },

  async archivePage(content, as) {
    try {
      await requestAs(as, {
        method: 'POST',
        path: route`/wiki/rest/api/content/archive`,
        body: { pages: [{ id: Number(content.id) }] },
        purpose: `archive page ${content.id}`,
      });
    } catch (error) {
      throw isOtherJob(error)
        ? new FailureError(
            { ...error.failure, kind: 'conflict', retryable: true, retryAfterSeconds: ARCHIVE_RETRY_SECONDS },
            { cause: error },
          )
        : error;
    }
  },

  async readTemplate(templateId, as) {
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/rest/api/template/${templateId}`,
      purpose: `read the template ${templateId}`,
    });
    return v.parse(TemplateSchema, await response.json()).body.storage.value;
  },
};

/** Confluence answers 400 to all it refuses here; "an archival job already running" is the one that time cures. */
function isOtherJob(error: unknown): error is FailureError {
  return (
    error instanceof FailureError &&
    error.failure.kind === 'bad-request' &&
    /archival job/i.test(error.failure.message)
  );
}
