import type { CartExchange, HandlerInput } from '@shared/contract';
import type { Flag } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addQuantity, isUnit, type Money, negMoney, type Quantity, ZERO } from '@shared/money';

import type { LocalTransaction, Reads } from '../../store';
import { creditLeft } from './refund';
import { priceReturned, type WantedBack } from './returned-goods';
import { readBill } from './stored-bill';

/** What comes back for the goods of the open bill, as it lies in the file. */
export interface ExchangeRow {
  readonly billId: string;
  readonly reason: string;
  readonly lines: WantedBack[];
}

interface LineRow {
  readonly line_no: number;
  readonly quantity: Quantity;
  readonly restock: Flag;
  readonly reason: string | null;
}

export function readExchange(reads: Reads, cartId: string): ExchangeRow | null {
  const row = reads
    .sql<[string], { bill_id: string; reason: string }>('SELECT bill_id, reason FROM cart_exchange WHERE cart_id = ?')
    .get(cartId);
  if (!row) return null;
  const lines = reads
    .sql<[string], LineRow>(
      'SELECT line_no, quantity, restock, reason FROM cart_exchange_line WHERE cart_id = ? ORDER BY line_no',
    )
    .all(cartId);
  return {
    billId: row.bill_id,
    reason: row.reason,
    lines: lines.map(({ line_no, quantity, restock, reason }) => ({
      lineNo: line_no,
      quantity,
      restock: restock === 1,
      ...(reason !== null && { reason }),
    })),
  };
}

/** Puts it in place of what was there; null: nothing comes back. */
export function writeExchange(tx: Pick<LocalTransaction, 'local'>, cartId: string, exchange: ExchangeRow | null): void {
  tx.local<[string]>('DELETE FROM cart_exchange_line WHERE cart_id = ?').run(cartId);
  tx.local<[string]>('DELETE FROM cart_exchange WHERE cart_id = ?').run(cartId);
  if (!exchange) return;
  tx.local<[string, string, string]>('INSERT INTO cart_exchange (cart_id, bill_id, reason) VALUES (?, ?, ?)').run(
    cartId,
    exchange.billId,
    exchange.reason,
  );
  for (const { lineNo, quantity, restock, reason } of exchange.lines) {
    tx.local<[string, number, Quantity, Flag, string | null]>(
      'INSERT INTO cart_exchange_line (cart_id, line_no, quantity, restock, reason) VALUES (?, ?, ?, ?, ?)',
    ).run(cartId, lineNo, quantity, restock ? 1 : 0, reason ?? null);
  }
}

/** One entry per line of the bill, as the table keeps them: a line that is named twice is added up. */
export function exchangeOf({
  billId,
  reason,
  lines,
}: NonNullable<HandlerInput<'sales.setExchange'>['exchange']>): ExchangeRow {
  const byLine = new Map<number, WantedBack>();
  for (const line of lines) {
    const same = byLine.get(line.lineNo);
    byLine.set(line.lineNo, same ? { ...line, quantity: addQuantity(same.quantity, line.quantity) } : line);
  }
  return { billId, reason, lines: [...byLine.values()] };
}

/** Priced as the credit note will be. @throws AppError as a return does */
export function viewExchange(reads: Reads, exchange: ExchangeRow): CartExchange {
  const { bill, priced, goods } = priceReturned(reads, exchange.billId, exchange.lines);
  const credit: Money = creditLeft(reads, priced.total, bill.header);
  return {
    billId: exchange.billId,
    billNumber: bill.header.number,
    reason: exchange.reason,
    lines: priced.lines.flatMap((line, index) => {
      const of = goods[index];
      if (!of || of.bill_line_no === null || !isUnit(of.unit)) return [];
      const { quantity = line.quantity, restock = true } = exchange.lines[index] ?? {};
      return [
        { lineNo: of.bill_line_no, name: of.name, unit: of.unit, quantity, amount: negMoney(line.total), restock },
      ];
    }),
    credit,
    problem: null,
  };
}

/** The same while the bill is open: what has become impossible since must not keep the cashier from the rest of it. */
export function showExchange(reads: Reads, exchange: ExchangeRow): CartExchange {
  try {
    return viewExchange(reads, exchange);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { billId, reason } = exchange;
    const billNumber = readBill(reads, billId).header.number;
    return { billId, billNumber, reason, lines: [], credit: ZERO, problem: error.code };
  }
}
