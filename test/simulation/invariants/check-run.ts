// One run at rest against the world: what it says is done is there, and what it says was not done is not.

import { attemptsSinceReplay } from '../../../src/core/runs/attempts-of';
import { DEFAULT_RETRY_POLICY } from '../../../src/core/runs/retry-policy';
import { doneAfterStop } from './step-order';
import { markerOf } from '../confluence/site';
import type { Run, Step } from '../../../src/core/runs/run';
import type { Parts } from '../run/parts';

/** Beyond the policy an effect that is in doubt is looked for so often at most. */
const EXTRA_LOOKS = 3;

/** Failures after which nobody knows whether the effect came. */
const UNCERTAIN = ['network', 'server-error', 'platform'];

/** Checks one run; answers how many of its steps end without anyone knowing, and had their effect. */
export function checkRun(run: Run, { world, witness, site }: Parts): number {
  const name = `${run.rule} of ${run.eventKey.slice(0, 6)}`;
  if (run.outcome === 'running' || run.outcome === 'waiting')
    world.violate('L1', `${name} is ${run.outcome} for ever`);
  if (run.lookAgainAt !== undefined && run.outcome !== 'running' && run.outcome !== 'waiting') {
    world.violate('L2', `${name} is at rest and is to be looked at again`);
  }
  if (run.holdsLock === true) world.violate('L2', `${name} is at rest and holds a lock`);
  let unknown = 0;
  for (const { id } of doneAfterStop(run)) {
    world.violate('L3', `${name}, ${id} was done after a step that stops it`);
  }
  for (const step of run.steps) {
    const { attempts } = step.retry ?? DEFAULT_RETRY_POLICY;
    if (attemptsSinceReplay(step) > attempts + (wasCutOff(step) ? EXTRA_LOOKS : 0)) {
      world.violate('S5', `${name}, ${step.id}: more attempts than its policy has`);
    }
    const marker = markerOf(step);
    if (step.outcome === 'done') {
      if (!isThere(run, step, { witness, site }))
        world.violate('S3', `${name}, ${step.id} is done, and nothing is there`);
      continue;
    }
    if ((step.outcome === 'failed' || step.outcome === 'skipped') && (step.reason ?? '') === '') {
      world.violate('L3', `${name}, ${step.id} is ${step.outcome} for no reason`);
    }
    if (step.outcome === 'waiting' && run.outcome !== 'cancelled') {
      world.violate('L1', `${name}, ${step.id} waits in a run that is ${run.outcome}`);
    }
    if (marker === undefined || witness.effectsOf(marker) === 0) continue;
    if (isUncertain(step)) unknown++;
    else world.violate('L3', `${name}, ${step.id} is ${step.outcome}, and its effect is there`);
  }
  return unknown;
}

/** An invocation ended while it tried the step. */
function wasCutOff({ attempts }: Step): boolean {
  return attempts.some(({ failure }) => failure?.message.includes('the invocation ended') === true);
}

function isUncertain({ attempts, tryingSince }: Step): boolean {
  if (tryingSince !== undefined) return true;
  return attempts.some(({ failure }) => failure !== undefined && UNCERTAIN.includes(failure.kind));
}

function isThere(run: Run, step: Step, { witness, site }: Pick<Parts, 'witness' | 'site'>): boolean {
  const marker = markerOf(step);
  const content = run.subject.contentId ?? run.subject.id;
  switch (step.action) {
    case 'comment.add':
    case 'comment.reply':
    case 'comment.inline':
    case 'notify.mention':
    case 'page.create':
    case 'page.copy':
    case 'notify.webhook':
      return marker !== undefined && witness.effectsOf(marker) > 0;
    case 'notify.slack':
    case 'notify.teams':
      // Nobody can look, and nobody sends such a message twice; then the step says so.
      if (step.reason?.startsWith('No answer came') === true) return true;
      return marker !== undefined && witness.effectsOf(marker) > 0;
    case 'page.body':
      return site.deeds.has(`body ${marker ?? ''} ${content}`);
    case 'label.add':
      return site.deeds.has(`label ${listOf(step.effect?.['labels'])} ${content}`);
    case 'page.title':
      return site.deeds.has(`title ${textOf(step.effect?.['title'])} ${content}`);
    case 'status.set':
      return site.deeds.has(`status ${textOf(step.effect?.['name'])} ${content}`);
    case 'watch.add':
      return site.deeds.has(`watch ${textOf(step.effect?.['user'])} ${content}`);
    case 'page.owner':
      return site.deeds.has(`owner ${textOf(step.effect?.['owner'])} ${content}`);
    default:
      return true;
  }
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
