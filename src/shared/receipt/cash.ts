import type { CashMovement, PaymentReceipt } from '../contract';
import type { CurrencyCode } from '../money';
import type { ReceiptDocument } from '../paper';
import type { Copy } from './bill';
import { pair, rule, shopHead, titled } from './parts';
import { fill } from './words';
import { createWriter, type ReceiptSettings } from './writer';

/** What a customer gets for money that pays dues: how much, how, and what is still owed. */
export function paymentReceipt(paid: PaymentReceipt, settings: ReceiptSettings, copy: Copy): ReceiptDocument {
  const writer = createWriter(settings, paid.currency);
  const { words, amount, money } = writer;
  return {
    title: `${words.payment} ${paid.customer.name}`,
    language: writer.language,
    blocks: [
      ...shopHead(writer),
      ...titled(words.payment, copy === 'duplicate' ? [words.duplicate] : []),
      rule,
      pair(words.date, writer.dateTime(paid.at)),
      pair(words.cashier, paid.cashier),
      pair(words.customer, paid.customer.name),
      rule,
      pair(words.total, money(paid.amount), { bold: true, size: 'large' }),
      pair(fill(words.received, { method: words.method[paid.method] }), paid.reference ?? ''),
      pair(words.balance, amount(paid.balance), { bold: true }),
      ...(paid.note === null ? [] : [{ is: 'text' as const, text: paid.note, align: 'center' as const }]),
      rule,
      pair(words.signature, '____________'),
    ],
  };
}

export interface CashSlip extends CashMovement {
  readonly currency: CurrencyCode;
  readonly terminal: string;
}

/** Goes into the drawer with the money that came or went without a bill. */
export function cashSlip(slip: CashSlip, settings: ReceiptSettings, copy: Copy): ReceiptDocument {
  const writer = createWriter(settings, slip.currency);
  const { words, money } = writer;
  const title = slip.direction === 'in' ? words.cashIn : words.cashOut;
  return {
    title,
    language: writer.language,
    blocks: [
      ...shopHead(writer),
      ...titled(title, copy === 'duplicate' ? [words.duplicate] : []),
      rule,
      pair(words.date, writer.dateTime(slip.at)),
      pair(words.by, slip.by),
      pair(words.terminal, slip.terminal),
      pair(words.reason, slip.reason),
      rule,
      pair(words.total, money(slip.amount), { bold: true, size: 'large' }),
      rule,
      pair(words.signature, '____________'),
    ],
  };
}
