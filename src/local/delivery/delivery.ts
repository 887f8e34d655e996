// Brings events, queue messages and scheduled runs to the app, when they are due, and does what follows from how the
// app answered. The rules of that are in event-delivery, queue-consumption and schedule; here are the effects.

import { randomUUID } from 'node:crypto';
import { assertNever } from '../../core/assert-never';
import { createDelays } from './delivery-options';
import { afterEvent, eventCall } from './event-delivery';
import { createEventLog } from './event-log';
import { eventTypeOf } from './event-type';
import { createPending } from './pending';
import { createQueueApi } from './queue-api';
import { afterMessage, queueCall } from './queue-consumption';
import { createQueueJobs } from './queue-jobs';
import { firstRun, nextRun, scheduleCall } from './schedule';
import { createSlots } from './slots';
import { matchTriggers } from './triggers';
import type { JsonObject } from '../../core/json';
import type { Clock } from '../clock/clock';
import type { AppManifest } from '../manifest/manifest';
import type { Installation } from '../runtime/app-context';
import type { RequestHandler } from '../runtime/fetch/route-fetch';
import type { UnemulatedLog } from '../runtime/fetch/unemulated';
import type { InvocationCall, InvocationResult } from '../runtime/invocation';
import type { Store } from '../store/store';
import type { DeliveryOptions } from './delivery-options';
import type { EventLog, SeenEvent } from './event-log';
import type { DecideDelivery } from './triggers';
import type { EventWork, QueueWork, ScheduledWork, Work } from './work';

export interface DeliverySetup {
  readonly store: Store;
  readonly clock: Clock;
  readonly manifest: AppManifest;
  readonly installation: Installation;
  readonly invoke: (call: InvocationCall) => Promise<InvocationResult>;
  readonly decide: DecideDelivery;
  readonly unemulated: UnemulatedLog;
  /** Pieces of work that run at the same time. */
  readonly concurrency: number;
  readonly onChange: () => void;
}

export interface Delivery {
  /** Takes an event; resolves once its deliveries are stored. */
  accept(payload: JsonObject, origin: SeenEvent['origin']): Promise<SeenEvent>;
  readonly events: EventLog;
  /** Everything that waits, in order of due time. */
  pending(): readonly Work[];
  /** What is still to be done because of one event: its deliveries, and the queue messages that came of them. */
  pendingOf(eventId: string): readonly Work[];
  /** Answers the queue's routes. */
  readonly queueApi: RequestHandler;
  /** Runs a scheduled trigger now, beside its schedule; false for an unknown key. */
  runSchedule(key: string): Promise<boolean>;
  /** How product events are delivered now. */
  options(): DeliveryOptions;
  /** Changes how product events are delivered from now on. */
  setOptions(options: DeliveryOptions): void;
  /** Takes up what is stored, and the schedules. Once, when everything else is ready. */
  start(): Promise<void>;
  /** What is being done counts as not done: it is done again after the next start. */
  stop(): void;
}

export function createDelivery(setup: DeliverySetup): Delivery {
  const { store, clock, manifest, installation } = setup;
  const events = createEventLog(setup.onChange);
  const pending = createPending({ store, clock, onChange: setup.onChange });
  const jobs = createQueueJobs(store);
  const slots = createSlots(clock.activity);
  let options: DeliveryOptions = {};
  const delays = createDelays(() => options);
  let stopped = false;

  async function perform(work: Work): Promise<void> {
    const releases = [];
    if (work.kind === 'queue' && work.concurrency !== undefined) {
      releases.push(await slots.take(`queue ${work.concurrency.key}`, work.concurrency.limit));
    }
    releases.push(await slots.take('work', setup.concurrency));
    try {
      if (work.kind === 'event') await deliver(work);
      else if (work.kind === 'queue') await consume(work);
      else if (work.kind === 'scheduled') await runScheduled(work);
      else assertNever(work);
    } finally {
      for (const release of releases) release();
    }
  }

  async function deliver(work: EventWork): Promise<void> {
    const attempts = (work.retry?.count ?? 0) + 1;
    const after = afterEvent(work, await setup.invoke(eventCall(work, installation)), clock.nowMs());
    if (stopped) return;
    await pending.settle(work, after.next);
    const status = after.status === 'done' ? 'delivered' : after.status;
    events.changeDelivery(work.eventId, work.id, {
      status,
      attempts,
      ...(after.log === undefined ? {} : { log: after.log }),
    });
  }

  async function consume(work: QueueWork): Promise<void> {
    const after = afterMessage(
      work,
      await setup.invoke(queueCall(work, installation, clock.nowMs())),
      clock.nowMs(),
    );
    if (stopped) return;
    await pending.settle(work, after.next, () => {
      if (after.next === undefined) jobs.count(work.jobId, after.status === 'done' ? 'success' : 'failed');
    });
  }

  async function runScheduled(work: ScheduledWork): Promise<void> {
    const module = manifest.schedules.find(({ key }) => key === work.moduleKey);
    if (module !== undefined) await setup.invoke(scheduleCall(work, installation));
    if (stopped) return;
    await pending.settle(work, module && nextRun(work, module.interval, clock.nowMs()));
  }

  /** A changed set of schedules starts anew, as a deployment does. [modules/scheduled-trigger] */
  async function reschedule(): Promise<void> {
    const table = store.table<string>('delivery-meta');
    const wanted = JSON.stringify(manifest.schedules);
    if (table.get('schedules') === wanted) return;
    await pending.withdraw(
      pending.list().filter(({ kind }) => kind === 'scheduled'),
      () => table.put('schedules', wanted),
    );
    await pending.add(manifest.schedules.map((module) => firstRun(module, clock.nowMs())));
  }

  return {
    events,
    pending: () => pending.list(),
    pendingOf: (eventId) =>
      pending.list().filter((work) => work.kind !== 'scheduled' && work.eventId === eventId),
    queueApi: createQueueApi({ manifest, clock, pending, jobs, unemulated: setup.unemulated }),
    options: () => options,
    setOptions: (changed) => (options = changed),
    async accept(payload, origin) {
      const nowMs = clock.nowMs();
      const eventId = randomUUID();
      const matches = matchTriggers(manifest.triggers, payload, setup.decide);
      const works: EventWork[] = [];
      const deliveries = matches.flatMap((match) => {
        const seen = {
          trigger: match.trigger.key,
          function: match.trigger.function,
          status: match.status,
          attempts: 0,
        };
        const log = match.log === undefined ? {} : { log: match.log };
        if (match.status !== 'pending') return { ...seen, ...log, id: randomUUID() };
        return delays().map((delayMs) => {
          const id = randomUUID();
          const { key: moduleKey, function: functionKey } = match.trigger;
          works.push({ kind: 'event', id, dueMs: nowMs + delayMs, eventId, moduleKey, functionKey, payload });
          return { ...seen, ...log, id };
        });
      });
      const event: SeenEvent = {
        id: eventId,
        atMs: nowMs,
        type: eventTypeOf(payload),
        payload,
        origin,
        deliveries,
      };
      events.add(event);
      await pending.add(works);
      return event;
    },
    async runSchedule(key) {
      const module = manifest.schedules.find((schedule) => schedule.key === key);
      if (module === undefined) return false;
      await setup.invoke(scheduleCall(firstRun(module, clock.nowMs()), installation));
      return true;
    },
    async start() {
      await store.transaction(() => jobs.sweep(clock.nowMs()));
      pending.start(perform);
      for (const work of pending.list()) if (work.kind === 'event') events.restore(work);
      await reschedule();
    },
    stop() {
      stopped = true;
    },
  };
}
