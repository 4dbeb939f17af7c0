import type { BlindReport, HandlerInput, Page, ShiftReport, ShiftSummary, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { isAllowed } from '@shared/roles';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import type { ShiftRow } from '../documents';
import { shiftFigures } from './figures';

type CloseRow = Omit<Row<'shift_close'>, 'counts' | 'payments' | 'taxes' | 'cash'>;

/** @throws AppError `not_found` */
export function readShift(reads: Reads, id: string): ShiftRow {
  const row = reads.sql<[string], ShiftRow>('SELECT * FROM cash_shift WHERE id = ?').get(id);
  if (!row) throw new AppError('not_found', `No shift ${id}`, { entity: 'cash_shift', id });
  return row;
}

export function isClosed(reads: Reads, id: string): boolean {
  return reads.sql<[string]>('SELECT 1 FROM shift_close WHERE id = ?').get(id) !== undefined;
}

/** A shift as everybody may see it who sees all: X while it is open, Z once it is closed. @throws AppError `not_found` */
export function shiftReport(reads: Reads, currency: ShiftReport['currency'], id: string): ShiftReport {
  const close = reads.sql<[string], CloseRow>('SELECT * FROM shift_close WHERE id = ?').get(id);
  return close ? archived(reads, close) : running(reads, currency, readShift(reads, id));
}

/** True for whoever is not to know what an open drawer should hold before it is counted. */
export const countsBlind = (deps: Pick<ShopDeps, 'settings'>, { role }: SignedIn): boolean =>
  deps.settings().blind_count === 1 && !isAllowed(role, 'shift.expected');

/** The same for this person: who counts blind is told of an open shift nothing that the count is to say. */
export function shiftReportFor(deps: ShopDeps, user: SignedIn, id: string): ShiftReport | BlindReport {
  const report = shiftReport(deps.store, deps.settings().currency, id);
  return report.state === 'open' && countsBlind(deps, user) ? blind(report) : report;
}

/** What is not named here is not told. */
function blind(report: ShiftReport): BlindReport {
  const { terminal, openedAt, openedBy, currency, float, bills, returns, voids, drawerOpenings, note } = report;
  return {
    id: report.id,
    state: 'blind',
    terminal,
    openedAt,
    openedBy,
    currency,
    float,
    bills,
    returns,
    voids,
    drawerOpenings,
    note,
    payments: report.payments.filter(({ method }) => method !== 'cash'),
  };
}

function running(reads: Reads, currency: ShiftReport['currency'], shift: ShiftRow): ShiftReport {
  return {
    id: shift.id,
    state: 'open',
    number: null,
    terminal: nameOf(reads, 'terminal', shift.terminal_id),
    openedAt: shift.at,
    openedBy: nameOf(reads, 'staff', shift.staff_id),
    closedAt: null,
    closedBy: null,
    currency,
    float: shift.opening_float,
    ...shiftFigures(reads, shift.id),
    counts: [],
    counted: null,
    difference: null,
    leftFloat: null,
    note: shift.note,
  };
}

/** As it was printed: nothing of a Z report is added up again. */
function archived(reads: Reads, close: CloseRow): ShiftReport {
  const { id } = close;
  return {
    id,
    state: 'closed',
    number: close.number,
    terminal: nameOf(reads, 'terminal', close.terminal_id),
    openedAt: close.opened_at,
    openedBy: nameOf(reads, 'staff', close.opened_by),
    closedAt: close.at,
    closedBy: nameOf(reads, 'staff', close.staff_id),
    currency: close.currency,
    float: close.opening_float,
    bills: close.bills,
    sales: close.sales,
    discount: close.discount,
    returns: close.returns,
    returned: close.returned,
    voids: close.voids,
    voided: close.voided,
    taxable: close.taxable,
    tax: close.tax,
    taxes: rowsOf<ShiftReport['taxes'][number]>(reads, 'kind, rate, taxable, amount', 'tax', 'rate, kind', id),
    roundOff: close.round_off,
    net: close.net,
    cashRounding: close.cash_rounding,
    payments: rowsOf<ShiftReport['payments'][number]>(reads, 'method, count, amount', 'payment', 'method', id),
    onAccount: close.on_account,
    duesReceived: close.dues_received,
    cash: rowsOf<NonNullable<ShiftReport['cash']>[number]>(
      reads,
      'category, count, amount',
      'cash',
      "category <> 'float', category",
      id,
    ),
    expected: close.expected,
    drawerOpenings: close.drawer_openings,
    counts: rowsOf<ShiftReport['counts'][number]>(reads, 'denomination, count', 'count', 'denomination DESC', id),
    counted: close.counted,
    difference: close.difference,
    leftFloat: close.left_float,
    note: close.note,
  };
}

function rowsOf<T>(reads: Reads, columns: string, part: string, order: string, id: string): T[] {
  return reads
    .sql<[string], T>(`SELECT ${columns} FROM shift_close_${part} WHERE shift_id = ? ORDER BY ${order}`)
    .all(id);
}

export function nameOf(reads: Reads, table: 'staff' | 'terminal', id: string): string {
  return reads.sql<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(id)?.name ?? '';
}

type SummaryRow = Omit<ShiftSummary, 'bills' | 'net' | 'expected'> & {
  [F in 'bills' | 'net' | 'expected']: ShiftSummary[F] | null;
};

/** Newest first, by the day on which they were opened; open ones as far as this person may know. */
export function listShifts(
  deps: ShopDeps,
  user: SignedIn,
  { from, to, offset, limit }: HandlerInput<'shift.list'>,
): Page<ShiftSummary> {
  const { store: reads } = deps;
  const isBlind = countsBlind(deps, user);
  const days = [from ?? '', to ?? '9999-99-99'] as const;
  const rows = reads
    .sql<[string, string, number, number], SummaryRow>(
      `SELECT s.id, c.number, coalesce(t.name, '') AS terminal, s.at AS openedAt, coalesce(o.name, '') AS openedBy,
         c.at AS closedAt, cb.name AS closedBy, c.bills, c.net, c.expected, c.counted, c.difference
       FROM (SELECT * FROM cash_shift WHERE day >= ? AND day <= ? ORDER BY at DESC, id DESC LIMIT ? OFFSET ?) AS s
       LEFT JOIN shift_close AS c ON c.id = s.id
       LEFT JOIN terminal AS t ON t.id = s.terminal_id
       LEFT JOIN staff AS o ON o.id = s.staff_id
       LEFT JOIN staff AS cb ON cb.id = c.staff_id
       ORDER BY s.at DESC, s.id DESC`,
    )
    .all(...days, limit, offset)
    .map(({ bills, net, expected, ...row }): ShiftSummary => {
      if (bills !== null && net !== null && expected !== null) return { ...row, bills, net, expected };
      const figures = shiftFigures(reads, row.id);
      if (isBlind) return { ...row, bills: figures.bills, net: null, expected: null };
      return { ...row, bills: figures.bills, net: figures.net, expected: figures.expected };
    });
  const total = reads
    .sql<[string, string], { n: number }>('SELECT count(*) AS n FROM cash_shift WHERE day >= ? AND day <= ?')
    .get(...days);
  return { rows, total: total?.n ?? 0 };
}
