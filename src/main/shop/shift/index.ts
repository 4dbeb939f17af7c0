/** A cashier's turn at one drawer: its float, what goes in and out, the count, the report. */
import type { CallName } from '@shared/contract';
import { AppError } from '@shared/errors';
import { actorOf } from '../actor';
import type { ApprovalDesk } from '../approvals';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { openShift } from '../documents';
import { moveCash } from './cash';
import { closeShift } from './close';
import { openDrawer } from './drawer';
import { openNewShift, viewOpen } from './open';
import { listShifts, shiftReportFor } from './report';

export { readMovement } from './cash';
export { type Confirmed, checkCash } from './cash-limit';
export { shiftReport, shiftReportFor } from './report';

type Calls = Extract<CallName, `shift.${string}`> | 'drawer.open';

export function shiftHandlers(deps: ShopDeps, approvals: ApprovalDesk): Handlers<Calls> {
  const { store } = deps;
  const current = () => openShift(store, store.terminalId);
  return {
    'shift.current': () => {
      const shift = current();
      return shift ? viewOpen(deps, shift) : null;
    },
    'shift.open': (input, context) => openNewShift(deps, actorOf(context), input),
    'shift.cash': (input, context) => moveCash(deps, actorOf(context), input),
    'shift.report': ({ shiftId }, context) => {
      const id = shiftId ?? current()?.id;
      if (id === undefined) throw new AppError('shift_required', 'No shift is open');
      return shiftReportFor(deps, actorOf(context), id);
    },
    'shift.close': (input, context) => closeShift(deps, actorOf(context), input),
    'shift.list': (question, context) => listShifts(deps, actorOf(context), question),
    'shift.get': ({ shiftId }, context) => shiftReportFor(deps, actorOf(context), shiftId),
    'drawer.open': (input, context) => openDrawer(deps, approvals, actorOf(context), input),
  };
}
