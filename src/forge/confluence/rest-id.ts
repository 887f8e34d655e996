// The id under which the REST interface knows content. It must not ask Confluence.

import type { ContentRef } from '../../core/ports';

/** REST writes the ids of attachments as `att` and the number; events give the number alone. [REST v2 description] */
export function restId({ id, type }: ContentRef): string {
  return type === 'attachment' && !id.startsWith('att') ? `att${id}` : id;
}
