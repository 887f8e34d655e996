// One REST operation of the site: its route, the scopes Atlassian asks for, and what it does.
// An operation sees parsed input and a session; it must not touch Request or Response.

import type { JsonObject, JsonValue } from '../../../core/json';
import type { Session } from '../session';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What other parts of the host may know about an operation. */
export interface OperationInfo {
  /** Atlassian's `operationId` where its description has one. */
  readonly id: string;
  readonly method: Method;
  /** Path template with `{name}` for parameters, from `/wiki` on. */
  readonly path: string;
  /** 1 and 2 are the versions of REST; 0 is the host's own. */
  readonly version: 0 | 1 | 2;
  /** Sets of OAuth scopes; holding all of any one set is enough. Empty: no scope is needed. */
  readonly scopes: readonly (readonly string[])[];
}

export interface Operation extends OperationInfo {
  readonly perform: (input: Input, session: Session) => Reply;
}

/** A file of a multipart request. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly base64: string;
}

export interface Input {
  readonly params: { readonly [name: string]: string };
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON; `undefined` when the request had none. */
  readonly body: unknown;
  /** Text fields of a multipart request. */
  readonly fields: { readonly [name: string]: string };
  readonly files: readonly UploadedFile[];
  /** Path of the request, for links to further pages. */
  readonly path: string;
}

export interface Reply {
  readonly status: 200 | 201 | 202 | 204 | 302;
  /** Absent: an empty answer. */
  readonly body?: JsonValue;
  /** An answer that is not JSON. */
  readonly file?: { readonly base64: string; readonly mediaType: string };
  readonly headers?: { readonly [name: string]: string };
}

export function ok(body: JsonObject): Reply {
  return { status: 200, body };
}

export function created(body: JsonObject): Reply {
  return { status: 201, body };
}

export const NO_CONTENT: Reply = { status: 204 };

/** The path parameter `name`; its absence is a mistake in the route. */
export function param(input: Input, name: string): string {
  const value = input.params[name];
  if (value === undefined) throw new Error(`Failed to read path parameter "${name}": the route has none.`);
  return value;
}

/** True for `?name=true`; `fallback` when the parameter is absent. */
export function flag(input: Input, name: string, fallback = false): boolean {
  const value = input.query.get(name);
  return value === null ? fallback : value === 'true';
}

/** All values of a list parameter, written repeated or separated by commas. */
export function listParam(input: Input, name: string): readonly string[] {
  return input.query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
