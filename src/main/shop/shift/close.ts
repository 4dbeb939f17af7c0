import type { HandlerInput, ShiftReport, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { denominations, type Money, negMoney, subMoney, sumMoney, timesMoney } from '@shared/money';
import { queueReceipt } from '../../printing';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { isOwnShift, stampOf, takeNumber, zReportSeries } from '../documents';
import { checkCash } from './cash-limit';
import { shiftFigures } from './figures';
import { isClosed, readShift, shiftReport } from './report';

type Closing = HandlerInput<'shift.close'>;

/**
 * Counts the drawer out and archives the shift's figures under the next number of the terminal's Z series. The cash book
 * gets what was over or short, then what was taken out, so that the entries of a closed shift come to zero. Closing again
 * answers what the first closing answered.
 *
 * @throws AppError `not_found`, `shift_elsewhere`, `bad_count`, `cash_limit`
 */
export function closeShift(deps: ShopDeps, user: SignedIn, input: Closing): ShiftReport {
  const { store } = deps;
  const settings = deps.settings();
  const { shiftId: id } = input;
  if (isClosed(store, id)) return shiftReport(store, settings.currency, id);
  const { series } = deps.terminal();
  store.mutate({ name: 'shift.close', kind: 'fact', actor: user.staffId }, (m) => {
    const shift = readShift(store, id);
    if (!isOwnShift(store, store.terminalId, id)) {
      throw new AppError('shift_elsewhere', 'The drawer of another terminal is counted there', { id });
    }
    const { counts, counted } = count(deps, input);
    const { cash, taxes, payments, roundOff, cashRounding, onAccount, duesReceived, drawerOpenings, ...figures } =
      shiftFigures(store, id);
    const stamp = stampOf(m, user, settings);
    const close: Row<'shift_close'> = {
      id,
      ...takeNumber(m, zReportSeries(series), stamp.day),
      ...stamp,
      opened_at: shift.at,
      opened_by: shift.staff_id,
      currency: settings.currency,
      opening_float: shift.opening_float,
      ...figures,
      round_off: roundOff,
      cash_rounding: cashRounding,
      on_account: onAccount,
      dues_received: duesReceived,
      drawer_openings: drawerOpenings,
      counted,
      difference: subMoney(counted, figures.expected),
      left_float: input.leftFloat ?? null,
      note: input.note ?? null,
      counts,
      payments,
      taxes,
      cash,
    };
    m.put('shift_close', close);
    putEntry(m, close, 'over_short', close.difference);
    putEntry(m, close, 'closing', negMoney(counted));
    queueReceipt(m, deps.ids, { kind: 'shift', id, label: close.number, opensDrawer: false });
  });
  return shiftReport(store, settings.currency, id);
}

function putEntry(m: Mutation, close: Row<'shift_close'>, category: 'over_short' | 'closing', amount: Money): void {
  if (amount === 0) return;
  const { id, at, day, staff_id, terminal_id } = close;
  m.put('cashbook_entry', {
    id: `${id}:${category}`,
    amount,
    category,
    reason: null,
    document_type: 'shift_close',
    document_id: id,
    at,
    day,
    staff_id,
    terminal_id,
    shift_id: id,
  });
}

/** @throws AppError `bad_count` with the `reason`, `cash_limit` */
function count(
  deps: ShopDeps,
  { counts, leftFloat, confirm }: Closing,
): { counts: Row<'shift_close'>['counts']; counted: Money } {
  const { currency } = deps.settings();
  const known = denominations(currency);
  const seen = new Set<Money>();
  for (const { denomination } of counts) {
    if (!known.includes(denomination)) throw badCount('denomination', denomination);
    if (seen.has(denomination)) throw badCount('twice', denomination);
    seen.add(denomination);
  }
  const counted = sumMoney(counts.map((row) => timesMoney(row.denomination, row.count)));
  checkCash(deps, counted, confirm);
  if (leftFloat !== undefined && leftFloat > counted) throw badCount('left_float', leftFloat);
  return { counts: counts.filter((row) => row.count > 0), counted };
}

const badCount = (reason: string, amount: Money) =>
  new AppError('bad_count', 'The drawer cannot have been counted like this', { reason, amount });
