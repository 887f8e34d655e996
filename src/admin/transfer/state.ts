// Import and export side by side: each has a state of its own. Pure.

import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';
import { firstExport, reduceExport } from './export-state';
import { firstImport, reduceImport } from './import-state';
import type { ExportEffect, ExportEvent, ExportState } from './export-state';
import type { ImportEffect, ImportEvent, ImportState } from './import-state';

export interface TransferState {
  readonly incoming: ImportState;
  readonly outgoing: ExportState;
}

export type TransferEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'frame-ready' }
  | { readonly type: 'incoming'; readonly event: ImportEvent }
  | { readonly type: 'outgoing'; readonly event: ExportEvent };

export type TransferEffect =
  | Exclude<ImportEffect, { readonly type: 'later' }>
  | Exclude<ExportEffect, { readonly type: 'later' }>
  | { readonly type: 'show-files' }
  | CommonEffect<TransferEvent>;

type Step = Transition<TransferState, TransferEffect>;

/** Import and export before anybody has done anything. */
export function firstTransfer(): TransferState {
  return { incoming: firstImport(), outgoing: firstExport() };
}

/** What follows from one event. */
export function reduceTransfer(state: TransferState, event: TransferEvent): Step {
  switch (event.type) {
    case 'shown':
      return next(state, { type: 'load-choices', search: '' });
    case 'frame-ready':
      return next(state, { type: 'show-files' });
    case 'incoming': {
      const step = reduceImport(state.incoming, event.event);
      const effects = step.effects.map((effect): TransferEffect => {
        return effect.type === 'later' ? { ...effect, event: incoming(effect.event) } : effect;
      });
      return { state: step.state === state.incoming ? state : { ...state, incoming: step.state }, effects };
    }
    case 'outgoing': {
      const step = reduceExport(state.outgoing, event.event);
      const effects = step.effects.map((effect): TransferEffect => {
        return effect.type === 'later' ? { ...effect, event: outgoing(effect.event) } : effect;
      });
      return { state: step.state === state.outgoing ? state : { ...state, outgoing: step.state }, effects };
    }
  }
}

/** An event of import. */
export function incoming(event: ImportEvent): TransferEvent {
  return { type: 'incoming', event };
}

/** An event of export. */
export function outgoing(event: ExportEvent): TransferEvent {
  return { type: 'outgoing', event };
}
