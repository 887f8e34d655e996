// What an HTTP answer that is not a success means: the one table from status to failure, for product requests and
// webhooks alike. It must not send anything.

import { RETRYABLE } from '../failure';
import { retryAfterSeconds } from './retry-after';
import type { Failure, FailureKind } from '../failure';
import type { AnswerHeaders } from './rate-limit-headers';

/** A refusal, its body read. */
export interface RefusedAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly text: string;
}

/** What was being asked, and by whom, for the words of the failure. */
export interface Asked {
  /** `add labels to page 12` */
  readonly purpose: string;
  /** Who answered. @default Confluence */
  readonly server?: string;
  /** `the app`, `user 5b1…`; absent where it does not matter. */
  readonly who?: string;
  /** True where a person waits for the answer, and nothing asks again by itself. @default false */
  readonly awaited?: boolean;
}

/** Longest part of an answer that is quoted in an error. */
const MAX_QUOTED_ANSWER = 300;

/** The failure that a refused request is. */
export function failureOfAnswer(answer: RefusedAnswer, asked: Asked, nowMs: number): Failure {
  const kind = kindOfStatus(answer.status);
  const { purpose, server = 'Confluence', who, awaited = false } = asked;
  const advice = awaited && RETRYABLE[kind] ? ADVICE_AWAITED : ADVICE[kind];
  const text = answer.text.replace(/\s+/g, ' ').trim().slice(0, MAX_QUOTED_ANSWER);
  const seconds = retryAfterSeconds(answer.status, answer.headers, nowMs);
  return {
    kind,
    message: `Failed to ${purpose}: ${server} answered ${answer.status}${who === undefined ? '' : ` to ${who}`}${text === '' ? '' : `: ${text}`}. ${advice}`,
    retryable: RETRYABLE[kind],
    status: answer.status,
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
  };
}

/** The failure that a request without an answer is: whether it had its effect is not known. */
export function failureOfNoAnswer(
  cause: string,
  { purpose, awaited = false }: Pick<Asked, 'purpose' | 'awaited'>,
): Failure {
  return {
    kind: 'network',
    message: `Failed to ${purpose}: no answer arrived (${cause}). ${awaited ? ADVICE_AWAITED : ADVICE.network}`,
    retryable: RETRYABLE.network,
  };
}

/** What a status says of the cause. Anything that no rule of HTTP explains is taken for our mistake. */
function kindOfStatus(status: number): FailureKind {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  if (status === 408 || status === 425) return 'network';
  if (status === 409) return 'conflict';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  return 'bad-request';
}

/** What a trouble that passes asks of a person who waits. */
const ADVICE_AWAITED = 'Try again in a moment.';

/** What each kind of refusal asks of the admin. */
const ADVICE: { readonly [K in FailureKind]: string } = {
  'rate-limited': 'It is tried again later.',
  'server-error': 'It is tried again later.',
  network: 'It is tried again later.',
  conflict: 'It is tried again with the newest version.',
  'not-found': 'It may have been deleted, or be restricted.',
  forbidden: 'Check the permissions and restrictions.',
  'bad-request': 'Check the parameters of the action.',
  identity: 'Check the identity of the action.',
  template: 'Check the template of the action.',
  platform: 'It is tried again later.',
};
