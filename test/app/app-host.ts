// The app on a host of its own, as the tests of this folder use it: rules go in through the app's own resolver,
// pages through the site's REST interface, and time is stepped.

import { createHost } from '../../src/local/host';
import type { AdminApi } from '../../src/core/admin/api';
import type { Rule } from '../../src/core/rules/rule';
import type { Host, HostOptions } from '../../src/local/host';

/** Where host time begins in these tests. */
export const START_MS = Date.parse('2026-01-05T10:00:00.000Z');

export interface AppHost extends Host {
  /** Calls the admin resolver as the demo admin. */
  admin<K extends keyof AdminApi>(
    call: K,
    payload: Parameters<AdminApi[K]>[0],
  ): Promise<ReturnType<AdminApi[K]>>;
  /** Saves rules, live unless they say otherwise. */
  addRules(...rules: readonly (Partial<Rule> & Pick<Rule, 'id' | 'when' | 'then'>)[]): Promise<void>;
  /** A request of the site's REST interface as the demo admin; throws what is not 2xx. */
  rest(method: string, path: string, body?: unknown): Promise<any>;
}

/** Starts a host without pages, with the demo site, at `START_MS`. */
export async function createAppHost(options: HostOptions = {}): Promise<AppHost> {
  const host = await createHost({ clock: { mode: 'manual', startMs: START_MS }, pages: false, ...options });
  const admin: AppHost['admin'] = async (call, payload) =>
    (await host.resolver(call, payload as never)) as ReturnType<AdminApi[typeof call]>;
  return {
    ...host,
    admin,
    async addRules(...rules) {
      for (const rule of rules) {
        const saved = await admin('saveRule', { rule: { name: rule.id, state: 'live', ...rule } });
        if (!saved.ok) throw new Error(`${saved.error.message} ${JSON.stringify(saved.error.problems)}`);
      }
    },
    async rest(method, path, body) {
      const response = await fetch(`${host.url}${path}`, {
        method,
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },
  };
}

/** Creates a page in a demo space and returns its id. */
export async function createPage(host: AppHost, title: string, spaceKey = 'DEMO'): Promise<string> {
  const { results } = await host.rest('GET', `/wiki/api/v2/spaces?keys=${spaceKey}`);
  const page = await host.rest('POST', '/wiki/api/v2/pages', {
    spaceId: results[0].id,
    status: 'current',
    title,
    body: { representation: 'storage', value: '<p>Text</p>' },
  });
  return page.id;
}

/** Names of the labels on a page. */
export async function labelsOf(host: AppHost, pageId: string): Promise<string[]> {
  const { results } = await host.rest('GET', `/wiki/api/v2/pages/${pageId}/labels`);
  return results.map((label: { name: string }) => label.name);
}

/** Bodies of the footer comments on a page, in storage format. */
export async function commentsOf(host: AppHost, pageId: string): Promise<string[]> {
  const { results } = await host.rest(
    'GET',
    `/wiki/api/v2/pages/${pageId}/footer-comments?body-format=storage`,
  );
  return results.map((comment: { body: { storage: { value: string } } }) => comment.body.storage.value);
}
