// What the app asks of Confluence, for every kind of action, is what Atlassian describes: in its OpenAPI documents, where
// a copy of them is at hand, and in the scopes that each operation wants.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_KINDS, ACTIONS } from '../../src/core/actions/index';
import { createOperationFinder } from '../../src/local/runtime/fetch/find-operation';
import { createAppHost } from '../app/app-host';
import { findDescriptions, loadDescriptions } from '../local/confluence/openapi';
import { FIELDS, VIEWS, runEveryKind } from './app-requests';
import { readManifest, ROOT } from './read-manifest';
import type { SiteOperation } from '../../src/local/services';
import type { AppHost } from '../app/app-host';
import type { Exception } from '../local/confluence/openapi';
import type { AppRequest, Deed } from './app-requests';

/** Where the copies are older than today's interface, or say other than Confluence does. */
const EXCEPTIONS: readonly Exception[] = [
  ...[
    'GET /wiki/rest/api/content/{id}/state',
    'PUT /wiki/rest/api/content/{id}/state',
    'DELETE /wiki/rest/api/content/{id}/state',
    'GET /wiki/rest/api/content/{id}/state/available',
  ].map((operation) => ({
    operation,
    problem: 'no operation',
    reason: 'the copy of v1 lacks the group "Content states"',
  })),
  ...['POST', 'PUT'].flatMap((method) =>
    [
      "request body/0/restrictions/group/0: must have required property 'name'",
      // The other form of body that the copy knows, an object.
      'request body: must be object',
      'request body: must match a schema in anyOf',
    ].map((problem) => ({
      operation: `${method} /wiki/rest/api/content/{id}/restriction`,
      problem,
      reason: 'the copy knows groups by name only; since names change, Confluence has come to take their ids',
    })),
  ),
  {
    operation: 'GET /wiki/rest/api/content/{id}/restriction/byOperation',
    problem: 'parameter expand/',
    reason:
      'the copy names what stands within one restriction; here the restrictions stand within `read` and `update`, and Confluence takes the whole path',
  },
  ...[
    ['GET /wiki/api/v2/pages', 'answer/results/0/parent'],
    ['GET /wiki/api/v2/pages/{id}', 'answer/parent'],
  ].map(([operation = '', problem = '']) => ({
    operation,
    problem,
    reason: 'a page at the root of a space has no parent; Confluence answers null',
  })),
];

/** What the app asks only as itself, or for the admin who has its page open: no action does it in a user's name. */
const NEVER_AS_ANOTHER = ['GET /wiki/rest/api/user/current'];

/** Named by today's pages for blog posts, where the copies, and the site after them, name the scopes of pages. */
const NEWER_SCOPES = ['read:blogpost:confluence', 'write:blogpost:confluence'];

/** Routes that the source only begins: the rest stands in another. */
const LONGER_ELSEWHERE = ['/wiki/rest/api/content/{id}/restriction/byOperation/{id}'];

let host: AppHost;
let requests: readonly AppRequest[];
let deeds: readonly Deed[];
let operationOf: (request: AppRequest) => SiteOperation;
beforeAll(async () => {
  host = await createAppHost();
  ({ requests, deeds } = await runEveryKind(host));
  const find = createOperationFinder(host.site.operations);
  operationOf = ({ method, path }) => {
    const operation = find(method, path);
    if (operation === undefined) throw new Error(`The site has no operation ${method} ${path}.`);
    return operation;
  };
}, 240_000);
afterAll(() => host?.dispose());

const nameOf = ({ method, path }: SiteOperation) => `${method} ${path}`;

const operationsUsed = (those = requests) => [
  ...new Map(those.map(operationOf).map((operation) => [nameOf(operation), operation])).values(),
];

describe('the requests are all that the app makes', () => {
  it('every kind of action ran and did something', () => {
    expect(new Set(deeds.map(({ kind }) => kind))).toEqual(new Set(ACTION_KINDS));
    expect(deeds.filter(({ step }) => step?.outcome !== 'done')).toEqual([]);
  });

  it('every route in src/forge was asked', () => {
    const folder = join(ROOT, 'src/forge');
    const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => routesIn(readFileSync(join(folder, file), 'utf8')));
    expect(routes.length).toBeGreaterThan(20);
    const asked = operationsUsed();
    const missed = routes.filter((route) =>
      asked.every(({ path }) =>
        LONGER_ELSEWHERE.includes(route) ? !bare(path).startsWith(bare(route)) : bare(path) !== bare(route),
      ),
    );
    expect(missed, 'add what asks them to MORE in app-rounds.ts').toEqual([]);
  });
});

/** Path templates of the routes that a source names, without their query. */
function routesIn(source: string): readonly string[] {
  return [...source.matchAll(/route`(\/wiki[^`]*)`/g)].map(
    ([, template = '']) => template.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{id}').split('?')[0] ?? '',
  );
}

const bare = (template: string) => template.replace(/\{[^}]+\}/g, 'x');

describe('against the OpenAPI descriptions', () => {
  const folder = findDescriptions();
  it.skipIf(folder === undefined)(
    'requests and answers are as described, but for the exceptions (skipped without the copies of the OpenAPI descriptions)',
    () => {
      const descriptions = loadDescriptions(folder ?? '');
      const problems = requests.flatMap((request) => {
        const operation = nameOf(operationOf(request));
        return descriptions.check(request).map((problem) => ({ operation, problem }));
      });
      const used = new Set<Exception>();
      const unexplained = problems.filter(({ operation, problem }) => {
        const exception = EXCEPTIONS.find(
          (each) => operation === each.operation && problem.startsWith(each.problem),
        );
        if (exception !== undefined) used.add(exception);
        return exception === undefined;
      });
      expect([...new Set(unexplained.map(({ operation, problem }) => `${operation}: ${problem}`))]).toEqual(
        [],
      );
      // An exception that nothing needs any more goes.
      expect(EXCEPTIONS.filter((exception) => !used.has(exception))).toEqual([]);

      const undescribed = new Set(
        EXCEPTIONS.filter(({ problem }) => problem === 'no operation').map(({ operation }) => operation),
      );
      const described = requests.filter((request) => !undescribed.has(nameOf(operationOf(request))));
      const accepted = described.filter(({ answer }) => answer.status < 400);
      console.log(
        `Contract with Confluence: ${operationsUsed().length} operations (${undescribed.size} not in the copies), ` +
          `${described.length} of ${requests.length} requests and ${described.length} responses validated ` +
          `(${accepted.length} with their bodies, ${described.length - accepted.length} refusals by status), ` +
          `${EXCEPTIONS.length} exceptions.`,
      );
    },
  );
});

it('sends no restriction with an empty list of groups, which the description forbids in words only', () => {
  const sent = requests.filter(({ method, path }) => method !== 'GET' && path.endsWith('/restriction'));
  expect(sent.some(({ body }) => JSON.stringify(body).includes('"group":[{'))).toBe(true);
  expect(sent.filter(({ body }) => JSON.stringify(body).includes('"group":[]'))).toEqual([]);
});

describe('scopes', () => {
  const { scopes: declared } = readManifest().permissions;

  it('the app may do as itself what it asks', () => {
    const refused = operationsUsed().filter(({ scopes }) => !holdsOne(scopes, (scope) => scope in declared));
    expect(refused.map(nameOf)).toEqual([]);
  });

  it('actions may do it in the name of any user', () => {
    const refused = operationsUsed(
      requests.filter(({ during }) => during !== FIELDS && during !== VIEWS),
    ).filter(({ scopes }) => !holdsOne(scopes, (scope) => declared[scope]?.allowImpersonation === true));
    expect(refused.map(nameOf)).toEqual(NEVER_AS_ANOTHER);
  });

  it.each(Object.values(ACTIONS))(
    '$kind names the scopes of what it asks, and no more',
    ({ kind, scopes }) => {
      const own = requests.filter(({ during }) => during === kind).map(operationOf);
      const asked = own.filter((operation) => !NEVER_AS_ANOTHER.includes(nameOf(operation)));
      const lacking = asked.filter(
        (operation) => !holdsOne(operation.scopes, (scope) => scopes.includes(scope)),
      );
      expect([...new Set(lacking.map(nameOf))]).toEqual([]);
      const needed = new Set(asked.flatMap((operation) => operation.scopes.flat()));
      expect(scopes.filter((scope) => !needed.has(scope) && !NEWER_SCOPES.includes(scope))).toEqual([]);
    },
  );
});

/** Whether one of the sets of scopes is held whole; an operation without any needs none. */
function holdsOne(sets: SiteOperation['scopes'], holds: (scope: string) => boolean): boolean {
  return sets.length === 0 || sets.some((set) => set.every(holds));
}
