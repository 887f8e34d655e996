// Makes `Date` of a container follow the host's clock, which tests step. Timers and performance.now stay real.

import { readSharedTime } from '../../clock/shared-time';

/** Replaces the global `Date`; returns host time in epoch ms. */
export function installHostDate(sharedTime: SharedArrayBuffer): () => number {
  const RealDate = Date;
  const hostNow = readSharedTime(sharedTime, () => RealDate.now());
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [hostNow()] : args, newTarget) as object,
    apply: () => new RealDate(hostNow()).toString(),
    get: (target, property, receiver): unknown =>
      property === 'now' ? hostNow : Reflect.get(target, property, receiver),
  });
  return hostNow;
}
