// The backtest: what the edited rule would have done otherwise than the saved one on the last recorded events. Events
// come page by page from the app; the verdicts are made here.

import { backtestEdit } from '../../../core/rules/backtest';
import { parseRule } from '../../../core/rules/parse-rule-set';
import type { Rule } from '../../../core/rules/rule';
import type { EffectPorts } from '../../machine/ports';
import type { Backtest, BacktestFinding, TryEffect } from './state';

/** Events that are looked at: enough to see a pattern, few enough to wait for. */
const MAX_EVENTS = 200;

/** Runs the backtest and reports as it goes. */
export async function runBacktest(
  { before, after, when }: TryEffect & { readonly type: 'backtest' },
  report: (backtest: Backtest) => void,
  ports: EffectPorts,
): Promise<void> {
  const edited = ruleOf(after);
  const saved = before === undefined ? undefined : ruleOf(before);
  const findings: BacktestFinding[] = [];
  let events = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.call('listRecordedEvents', {
      when: eventsOf(when, saved),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!page.ok) {
      report({ status: 'done', events, findings, error: page.error });
      return;
    }
    for (const event of page.data.items) {
      events += 1;
      const difference =
        edited === undefined ? undefined : backtestEdit(saved, edited, event.payload, Date.now());
      if (difference !== undefined) findings.push({ event, change: difference.change });
    }
    cursor = page.data.cursor;
    if (cursor !== undefined) report({ status: 'running', events, findings: [...findings] });
  } while (cursor !== undefined && events < MAX_EVENTS);
  report({ status: 'done', events, findings });
}

/** Events that the saved rule listened to matter too: on those the edit may stop acting. */
function eventsOf(when: readonly string[], saved: Rule | undefined): readonly string[] {
  return [...new Set([...when, ...(saved?.when ?? [])])];
}

function ruleOf(input: unknown): Rule | undefined {
  const parsed = parseRule(input);
  return parsed.ok ? parsed.value : undefined;
}
