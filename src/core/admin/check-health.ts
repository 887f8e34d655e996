// Whether the installation is well: rules that do nothing, only fail, or act as somebody whom the app cannot act as, and
// sizes against the limits. Rules are looked at some at a time, so that a thousand of them cost no more than a few.

import { parseShardHead } from '../matching/shard';
import { hourOf } from '../runs/counts';
import { hourSoFar } from '../runs/hour-so-far';
import { pointsLeft } from '../runs/points-left';
import { RULE_LIMITS } from '../rules/rule';
import { FailureError } from '../failure';
import { answer } from './answers';
import { byPriority } from './list-rules';
import { sumsOfRules } from './rule-statistics';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { RuleSums } from '../runs/rule-counts';
import type { PointsLeft } from '../runs/points-left';
import type { QuotaReport } from '../http/rate-limit-headers';
import type { HealthFinding, HealthSize, HealthSizes, PersonCheck } from './api/settings-api';
import type { AdminResult, Page } from './api/result';

/** Rules looked at in one call. */
const RULES_PER_CALL = 20;

/** Runs of one rule that are looked at. */
const RUNS_LOOKED_AT = 10;

/** So many failures in a row, and no success, are no accident. */
const FAILURES_IN_A_ROW = 3;

/** A rule that ran `RUNS_LOOKED_AT` times within this is noisy. */
const NOISY_WITHIN_MS = 60 * 1000;

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether the app can act as each of these people now. */
export async function checkPeople(
  accountIds: readonly string[],
  ports: Ports,
): Promise<AdminResult<{ people: readonly PersonCheck[] }>> {
  return answer({
    people: await Promise.all(
      accountIds.map(async (accountId) => {
        const problem = await whyNotAs(accountId, ports);
        return problem === undefined ? { accountId } : { accountId, problem };
      }),
    ),
  });
}

/** What is used of what there is, and what waits because of it. */
export async function getSizes(ports: Ports): Promise<AdminResult<HealthSizes>> {
  const { rules, index, settings, clock } = ports;
  const [all, head, { points = 0 }, { budget }] = await Promise.all([
    rules.snapshot(),
    index.readHead(),
    hourSoFar(hourOf(clock.nowMs()), ports),
    settings.get(),
  ]);
  const left = await pointsLeft(budget, ports);
  const largest = Math.max(0, ...all.map(({ rule }) => JSON.stringify(rule).length));
  const parts = (parseShardHead(head)?.types ?? []).flatMap(([, { open, spaces }]) => [
    ...open,
    ...spaces.filter((key) => key !== null),
  ]).length;
  return answer({
    sizes: [
      { name: 'rules', value: all.length, limit: RULE_LIMITS.MAX_RULES },
      { name: 'largest-rule', value: largest, limit: RULE_LIMITS.MAX_RULE_BYTES },
      { name: 'index-parts', value: parts },
      {
        name: 'points',
        value: points,
        ...(budget.pointsPerHour === undefined ? {} : { limit: budget.pointsPerHour }),
      },
      ...quotaSize(ports.confluence.quotaHeard()),
    ],
    ...(left.kind === 'free' ? {} : { putOff: putOff(left) }),
  });
}

function quotaSize(heard: QuotaReport | undefined): readonly HealthSize[] {
  if (heard?.limit === undefined || heard.remaining === undefined) return [];
  return [{ name: 'quota', value: heard.limit - heard.remaining, limit: heard.limit }];
}

function putOff({
  kind,
  untilMs,
  why,
}: Exclude<PointsLeft, { kind: 'free' }>): NonNullable<HealthSizes['putOff']> {
  return { rules: kind === 'near' ? 'late' : 'all', until: new Date(untilMs).toISOString(), why };
}

/** What is wrong with the next rules that are live or in shadow. */
export async function checkHealth(
  cursor: string | undefined,
  ports: Ports,
): Promise<AdminResult<Page<HealthFinding> & { checked: number; of: number }>> {
  const start = cursor === undefined ? 0 : Number.parseInt(cursor, 10) || 0;
  const live = (await ports.rules.snapshot()).filter(({ rule }) => rule.state !== 'off').sort(byPriority);
  const some = live.slice(start, start + RULES_PER_CALL);
  const { impersonation } = await ports.settings.get();
  const sums = await sumsOfRules(
    some.map(({ rule }) => rule.id),
    ports,
  );
  const found = await Promise.all(
    some.map((stored) => findingsOf(stored, sums.get(stored.rule.id), impersonation, ports)),
  );
  const checked = start + some.length;
  return answer({
    items: found.flat(),
    checked,
    of: live.length,
    ...(checked < live.length ? { cursor: String(checked) } : {}),
  });
}

async function findingsOf(
  { rule, updatedAt }: StoredRule,
  sums: RuleSums | undefined,
  allowed: readonly string[],
  ports: Ports,
): Promise<readonly HealthFinding[]> {
  const { items: runs } = mayBeUnwell(sums)
    ? await ports.runs.list({ rule: rule.id, limit: RUNS_LOOKED_AT })
    : { items: [] };
  const finding = (kind: HealthFinding['kind'], text: string) => ({
    rule: rule.id,
    name: rule.name,
    kind,
    text,
  });
  const findings: HealthFinding[] = [];
  if (sums === undefined && ports.clock.nowMs() - Date.parse(updatedAt) > WEEK_MS) {
    findings.push(finding('never-ran', 'It has been on for more than a week, and has never run.'));
  }
  const failed = runs.filter(({ outcome }) => outcome === 'failed');
  if (failed.length >= FAILURES_IN_A_ROW && failed.length === runs.length) {
    findings.push(finding('always-fails', failed[0]?.reason ?? 'None of its last runs succeeded.'));
  }
  const [newest, oldest] = [runs[0], runs.at(-1)];
  if (runs.length === RUNS_LOOKED_AT && newest !== undefined && oldest !== undefined) {
    const within = Date.parse(newest.startedAt) - Date.parse(oldest.startedAt);
    if (within < NOISY_WITHIN_MS) {
      findings.push(finding('noisy', `It ran ${RUNS_LOOKED_AT} times within ${Math.ceil(within / 1000)} s.`));
    }
  }
  const people = new Set(rule.then.flatMap(({ as }) => (typeof as === 'object' ? as.accountId : [])));
  for (const accountId of people) {
    const problem = allowed.includes(accountId)
      ? await whyNotAs(accountId, ports)
      : `It acts as ${accountId}, whom the settings do not allow.`;
    if (problem !== undefined) findings.push(finding('identity', problem));
  }
  return findings;
}

/** Whether the runs of a rule are worth reading: its last one failed, or it ran often. */
function mayBeUnwell(sums: RuleSums | undefined): boolean {
  if (sums === undefined) return false;
  const runs = Object.values(sums.days).reduce((sum, day) => sum + day.runs, 0);
  return sums.last.outcome === 'failed' || runs >= RUNS_LOOKED_AT;
}

/** Why the app cannot act as somebody; undefined when it can. Trouble that passes is no reason. */
async function whyNotAs(accountId: string, { confluence }: Ports): Promise<string | undefined> {
  try {
    await confluence.tryActingAs(accountId);
    return undefined;
  } catch (error) {
    if (error instanceof FailureError && !error.failure.retryable) return error.failure.message;
    throw error;
  }
}
