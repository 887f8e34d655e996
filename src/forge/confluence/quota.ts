// What Confluence's answers have told of the app's quota, by installation, as far as this process has heard: some quotas
// are those of the site, and one warm process serves several. It must not ask for anything.

import { quotaReport } from '../../core/http/rate-limit-headers';
import { clock } from '../clock';
import { installationKey } from '../kvs/memory';
import type { AnswerHeaders, QuotaReport } from '../../core/http/rate-limit-headers';

const heard = new Map<string, QuotaReport>();

/** Remembers what the headers of an answer say, if they say anything. */
export function hearQuota(headers: AnswerHeaders): void {
  const report = quotaReport(headers, clock.nowMs());
  if (report !== undefined) heard.set(installationKey(), report);
}

/** What was heard last. */
export function quotaHeard(): QuotaReport | undefined {
  return heard.get(installationKey());
}
