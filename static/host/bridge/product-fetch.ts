// `requestConfluence` of @forge/bridge: a request to the local Confluence as the current user. Other products do
// not exist here.

import * as v from 'valibot';

const requestSchema = v.object({
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.optional(
    v.object({
      method: v.optional(v.string()),
      headers: v.optional(v.array(v.tuple([v.string(), v.string()]))),
      body: v.nullish(v.string()),
    }),
    {},
  ),
  isMultipartFormData: v.optional(v.boolean(), false),
});

/** The answer in the shape that @forge/bridge makes a Response of. */
export async function fetchProduct(data: unknown): Promise<object> {
  const request = v.parse(requestSchema, data);
  if (request.product !== 'confluence' || request.isMultipartFormData) {
    throw new Error(
      `Not emulated: a request to ${request.product}${request.isMultipartFormData ? ' with files' : ''} by the bridge`,
    );
  }
  const { method = 'GET', headers = [], body } = request.fetchRequestInit;
  const response = await fetch(request.restPath, { method, headers, ...(body == null ? {} : { body }) });
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
    status: response.status,
    statusText: response.statusText,
    isAttachment: false,
  };
}
