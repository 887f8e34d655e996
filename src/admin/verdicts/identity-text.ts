// As whom an action acts, in words. A named account is shown by its id: texts hold no components.

import type { Identity } from '../../core/rules/rule';
import { words } from '../wording';

/** `the app` */
export function identityText(as: Identity): string {
  if (typeof as === 'object') return as.accountId;
  const text = as === 'app' ? words.common.app : words.common.initiator;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
