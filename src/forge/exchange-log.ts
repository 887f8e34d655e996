// Notes the requests that are made while an attempt is under way. Attempts run side by side in one process, so each has a
// list of its own, which follows its asynchronous work.

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Exchange, Exchanges } from '../core/http/exchange';

/** Requests of one attempt that are kept, the last ones. */
const KEPT = 4;

const current = new AsyncLocalStorage<Exchange[]>();

export const exchanges: Exchanges = {
  async during(work) {
    const noted: Exchange[] = [];
    const value = await current.run(noted, work);
    return { value, exchanges: noted.slice(-KEPT) };
  },
};

/** Makes a request, and notes it with its answer, if one comes, where somebody listens. */
export async function noting<Answer extends { readonly status: number }>(
  asked: Pick<Exchange, 'method' | 'path'>,
  call: () => Promise<Answer>,
): Promise<Answer> {
  const noted = current.getStore();
  try {
    const answer = await call();
    noted?.push({ ...asked, status: answer.status });
    return answer;
  } catch (error) {
    noted?.push(asked);
    throw error;
  }
}
