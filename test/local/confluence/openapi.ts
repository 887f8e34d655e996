// Checks requests and answers against Atlassian's OpenAPI descriptions of Confluence, where a copy of them is at
// hand: in the folder `openapi` of $RULEWRIGHT_SHARED, or of `../shared` beside the repository.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';

import { isJsonObject } from '../../../src/core/json';
import { at } from './site';
import type { Answer } from './site';

export interface Call {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** JSON body, if there was one. */
  readonly body?: unknown;
  readonly answer: Answer;
}

/** A difference from the description that is known, with its reason. */
export interface Exception {
  /** What method and path template begin with: `GET /wiki/api/v2/pages/{id}`. */
  readonly operation: string;
  /** What the problem's text begins with. */
  readonly problem: string;
  readonly reason: string;
}

export interface Descriptions {
  /** True when one of the descriptions has the operation. */
  has(method: string, template: string): boolean;
  /** Everything about the call that the descriptions do not allow. */
  check(call: Call): readonly string[];
}

interface Operation {
  readonly document: string;
  readonly pointer: string;
  readonly method: string;
  readonly template: string;
  readonly json: unknown;
  /** Its parameters, with references followed. */
  readonly parameters: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  readonly in: unknown;
  readonly required: boolean;
  /** With a reference followed. */
  readonly schema: unknown;
  /** Of its schema, within the document. */
  readonly pointer: string;
}

/** The folder with the copies, if there is one. */
export function findDescriptions(): string | undefined {
  const root = resolve(import.meta.dirname, '../../..');
  const shared = process.env['RULEWRIGHT_SHARED'] ?? join(root, '../shared');
  const folder = join(shared, 'openapi');
  return existsSync(join(folder, 'confluence-v2.json')) ? folder : undefined;
}

export function loadDescriptions(folder: string): Descriptions {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const operations: Operation[] = [];
  for (const [document, prefix] of [
    ['confluence-v1', ''],
    ['confluence-v2', '/wiki/api/v2'],
  ] as const) {
    const json: unknown = JSON.parse(readFileSync(join(folder, `${document}.json`), 'utf8'));
    ajv.addSchema(toJsonSchema(json) as object, document);
    for (const [path, methods] of entries(at(json, 'paths'))) {
      for (const [method, operation] of entries(methods)) {
        if (!isJsonObject(operation) || !('responses' in operation)) continue;
        const pointer = `/paths/${escapePointer(path)}/${method}`;
        const template = prefix + path;
        const parameters = listOf(operation['parameters']).map((parameter, index) =>
          toParameter(json, parameter, `${pointer}/parameters/${index}`),
        );
        operations.push({
          document,
          pointer,
          method: method.toUpperCase(),
          template,
          json: operation,
          parameters,
        });
      }
    }
  }

  const validators = new Map<string, ValidateFunction>();
  const validatorFor = (operation: Operation, pointer: string): ValidateFunction => {
    const ref = `${operation.document}#${pointer}`;
    const known = validators.get(ref);
    if (known !== undefined) return known;
    const made = ajv.compile({ $ref: ref });
    validators.set(ref, made);
    return made;
  };

  return {
    has: (method, template) =>
      operations.some(
        (operation) => operation.method === method && sameTemplate(operation.template, template),
      ),
    check: (call) => {
      const [path = ''] = call.path.split('?');
      const operation = findOperation(operations, call.method, path);
      if (operation === undefined) return [`no operation ${call.method} ${path}`];
      return [
        ...checkParameters(operation, call, validatorFor),
        ...checkRequest(operation, call, validatorFor),
        ...checkAnswer(operation, call, validatorFor),
      ];
    },
  };
}

/** Fixed names win over parameters, as in routing. */
function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Operation | undefined {
  const parameters = ({ template }: Operation): number => template.split('{').length;
  return operations
    .filter((operation) => operation.method === method && matchesTemplate(operation.template, path))
    .toSorted((a, b) => parameters(a) - parameters(b))[0];
}

export function matchesTemplate(template: string, path: string): boolean {
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}

function sameTemplate(a: string, b: string): boolean {
  const bare = (template: string): string => template.replace(/\{[^}]+\}/g, '{}');
  return bare(a) === bare(b);
}

function checkParameters(operation: Operation, call: Call, validatorFor: ValidatorFor): readonly string[] {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const query = new URL(call.path, 'http://host').searchParams;
  const unknown = [...query.keys()]
    .filter((name) => !inQuery.some((parameter) => parameter.name === name))
    .map((name) => `unknown query parameter ${name}`);
  if (call.answer.status >= 400) return unknown;
  const missing = inQuery
    .filter(({ name, required }) => required && !query.has(name))
    .map(({ name }) => `missing query parameter ${name}`);
  const inPath = pathParameters(operation.template, call.path.split('?')[0] ?? '');
  const wrong = operation.parameters.flatMap((parameter) => {
    const texts = parameter.in === 'path' ? listOf(inPath[parameter.name]) : query.getAll(parameter.name);
    if (texts.length === 0) return [];
    const value = readTexts(parameter.schema, texts.map(String));
    return validate(validatorFor(operation, parameter.pointer), value, `parameter ${parameter.name}`);
  });
  return [...unknown, ...missing, ...wrong];
}

/** Values of the `{name}`s of a template, each as a list of one. */
function pathParameters(template: string, path: string): Readonly<Record<string, readonly string[]>> {
  const values = path.split('/');
  return Object.fromEntries(
    template.split('/').flatMap((part, index) => {
      const name = /^\{([^}]+)\}$/.exec(part)?.[1];
      return name === undefined ? [] : [[name, [decodeURIComponent(values[index] ?? '')]]];
    }),
  );
}

/** The value that a parameter's texts stand for; lists are repeated or separated by commas. */
function readTexts(schema: unknown, texts: readonly string[]): unknown {
  const type = at(schema, 'type');
  if (type === 'array') {
    return texts.flatMap((text) => text.split(',')).map((text) => readTexts(at(schema, 'items'), [text]));
  }
  const [text = ''] = texts;
  if ((type === 'integer' || type === 'number') && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

function toParameter(document: unknown, parameter: unknown, ownPointer: string): Parameter {
  const reference = at(parameter, '$ref');
  const pointer = typeof reference === 'string' ? reference.replace('#', '') : ownPointer;
  const followed = follow(document, parameter);
  return {
    name: String(at(followed, 'name')),
    in: at(followed, 'in'),
    required: at(followed, 'required') === true,
    schema: follow(document, at(followed, 'schema')),
    pointer: `${pointer}/schema`,
  };
}

type ValidatorFor = (operation: Operation, pointer: string) => ValidateFunction;

function checkRequest(operation: Operation, call: Call, validatorFor: ValidatorFor): readonly string[] {
  if (call.body instanceof FormData || call.answer.status >= 400) return [];
  if (call.body === undefined) {
    return at(operation.json, 'requestBody.required') === true ? ['request body: it is missing'] : [];
  }
  const own = at(operation.json, 'requestBody.content');
  const reference = at(operation.json, 'requestBody.$ref');
  if (own === undefined && reference === undefined) return ['request body: none is described'];
  const base =
    typeof reference === 'string' ? reference.replace('#', '') : `${operation.pointer}/requestBody`;
  const pointer = `${base}/content/application~1json/schema`;
  return validate(validatorFor(operation, pointer), call.body, 'request body');
}

function checkAnswer(operation: Operation, call: Call, validatorFor: ValidatorFor): readonly string[] {
  const { status, body } = call.answer;
  const described = at(operation.json, `responses.${status}`);
  if (described === undefined) return [`answer: status ${status} is not described`];
  const [type] = entries(at(described, 'content'))[0] ?? [];
  if (type === undefined) return [];
  if (status >= 400) return [];
  const pointer = `${operation.pointer}/responses/${status}/content/${escapePointer(type)}/schema`;
  return validate(validatorFor(operation, pointer), body, 'answer');
}

function validate(validator: ValidateFunction, value: unknown, what: string): readonly string[] {
  if (validator(value)) return [];
  return (validator.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${what}${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

function escapePointer(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a reference within `document` points to; the value itself when it is none. */
function follow(document: unknown, value: unknown): unknown {
  const reference = at(value, '$ref');
  return typeof reference === 'string' ? at(document, reference.slice(2).replaceAll('/', '.')) : value;
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/**
 * The description as JSON Schema: `nullable` becomes one type more, and `oneOf` becomes `anyOf`, because the
 * described alternatives overlap (none of a body's two forms has required fields).
 */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (!isJsonObject(value)) return value;
  const { nullable, ...rest } = value;
  const closed = Object.fromEntries(
    Object.entries(rest).map(([name, part]) => [name === 'oneOf' ? 'anyOf' : name, toJsonSchema(part)]),
  );
  if (nullable !== true || typeof closed['type'] !== 'string') return closed;
  return { ...closed, type: [closed['type'], 'null'] };
}
