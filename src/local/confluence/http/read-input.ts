// Reads a Request into the Input of an operation, before any transaction is open, because reading is asynchronous.
// It must not decide what a body means.

import type { Input, UploadedFile } from './operation';
import { badRequest, Refusal } from './refusal';

/** v2 refuses requests above 5 MB. [Confluence REST v2 description] */
const MAX_JSON_BYTES = 5 * 1024 * 1024;

export async function readInput(
  request: Request,
  params: { readonly [name: string]: string },
): Promise<Input> {
  const url = new URL(request.url);
  const head = { params, query: url.searchParams, headers: request.headers, path: url.pathname };
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data'))
    return { ...head, body: undefined, ...(await readForm(request)) };
  return { ...head, body: await readJson(request), fields: {}, files: [] };
}

async function readJson(request: Request): Promise<unknown> {
  if (request.method === 'GET') return undefined;
  const text = await request.text();
  if (Buffer.byteLength(text, 'utf8') > MAX_JSON_BYTES) {
    throw new Refusal(413, 'Request is too large. Requests may be at most 5 MB');
  }
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw badRequest(`Could not parse the request body as JSON: ${(error as Error).message}`);
  }
}

async function readForm(request: Request): Promise<Pick<Input, 'fields' | 'files'>> {
  const form = await request.formData();
  const fields: Record<string, string> = {};
  const files: UploadedFile[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      fields[name] = value;
      continue;
    }
    const bytes = Buffer.from(await value.arrayBuffer());
    files.push({
      field: name,
      name: value.name,
      mediaType: value.type === '' ? 'application/octet-stream' : value.type,
      size: bytes.byteLength,
      base64: bytes.toString('base64'),
    });
  }
  return { fields, files };
}
