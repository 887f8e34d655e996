// What Confluence's headers tell of the app's hourly quota of points. They come in two spellings, and with the prefix
// `Beta-` where the quota is announced but not enforced. It must not decide anything.

/** What of an answer's headers is read; the names may be in any case. */
export interface AnswerHeaders {
  get(name: string): string | null;
}

/** The quota as one answer told it. */
export interface QuotaReport {
  /** Less than a fifth of the hour's points is left, over all sites that the app is installed on. */
  readonly nearLimit: boolean;
  /** Points of the whole hour. */
  readonly limit?: number;
  /** Points left, where Confluence says so. */
  readonly remaining?: number;
  /** When the count starts anew, in epoch ms. */
  readonly resetAtMs?: number;
  /** False while the headers carry `Beta-`: nothing is refused yet. */
  readonly enforced: boolean;
  /** When the answer came, in epoch ms. */
  readonly heardAtMs: number;
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;

/** What the headers of an answer say of the quota; `undefined` when they say nothing. */
export function quotaReport(headers: AnswerHeaders, nowMs: number): QuotaReport | undefined {
  return reportIn(headers, nowMs, '') ?? reportIn(headers, nowMs, 'Beta-');
}

/** When the enforced quota starts anew, in epoch ms. */
export function resetAtMs(headers: AnswerHeaders, nowMs: number): number | undefined {
  return reportIn(headers, nowMs, '')?.resetAtMs;
}

function reportIn(headers: AnswerHeaders, nowMs: number, prefix: '' | 'Beta-'): QuotaReport | undefined {
  const read = (name: string): string => headers.get(`${prefix}${name}`)?.trim() ?? '';
  const near = read('X-RateLimit-NearLimit').toLowerCase();
  // `"global-app-quota";r=1200;t=1800`: points left, which are named near the limit only, and seconds until the reset.
  const structured = read('RateLimit');
  const left = wholeNumber(read('X-RateLimit-Remaining')) ?? memberOf(structured, 'r');
  const reset = resetIn(read('X-RateLimit-Reset'), memberOf(structured, 't'), nowMs);
  if (near === '' && left === undefined && reset === undefined) return undefined;
  const limit = wholeNumber(read('X-RateLimit-Limit')) ?? memberOf(read('RateLimit-Policy'), 'q');
  return {
    nearLimit: near === 'true' || left === 0 || memberOf(structured, 'r') !== undefined,
    ...(limit === undefined ? {} : { limit }),
    ...(left === undefined ? {} : { remaining: left }),
    ...(reset === undefined ? {} : { resetAtMs: reset }),
    enforced: prefix === '',
    heardAtMs: nowMs,
  };
}

function resetIn(instant: string, seconds: number | undefined, nowMs: number): number | undefined {
  if (ISO_INSTANT.test(instant)) {
    const atMs = Date.parse(instant);
    if (!Number.isNaN(atMs)) return atMs;
  }
  return seconds === undefined ? undefined : nowMs + seconds * 1000;
}

/** The number of a parameter such as `;t=1800`. */
function memberOf(structured: string, name: string): number | undefined {
  return wholeNumber(new RegExp(`;\\s*${name}=(\\d+)`).exec(structured)?.[1] ?? '');
}

function wholeNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
