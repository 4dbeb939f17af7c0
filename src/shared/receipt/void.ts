import type { BillVoid } from '../contract';
import type { ReceiptDocument } from '../paper';
import type { Copy } from './bill';
import { pair, pairIf, rule, shopHead, titled } from './parts';
import { fill } from './words';
import { createWriter, type ReceiptSettings } from './writer';

/** The slip of a bill that was taken back as a whole: who did it, why, and what went back how. */
export function voidSlip(slip: BillVoid, settings: ReceiptSettings, copy: Copy): ReceiptDocument {
  const writer = createWriter(settings, slip.currency);
  const { words, amount, money } = writer;
  return {
    title: `${words.voided} ${slip.billNumber}`,
    language: writer.language,
    blocks: [
      ...shopHead(writer),
      ...titled(`${words.bill} ${slip.billNumber}`, [words.voided, ...(copy === 'duplicate' ? [words.duplicate] : [])]),
      rule,
      pair(words.date, writer.dateTime(slip.at)),
      pair(words.cashier, slip.cashier),
      ...(slip.approvedBy === null ? [] : [pair(words.approvedBy, slip.approvedBy)]),
      pair(words.reason, slip.reason),
      rule,
      pair(words.total, money(slip.total), { bold: true, size: 'large' }),
      ...slip.refunds.map((each) =>
        pair(fill(words.givenBack, { method: words.method[each.method] }), amount(each.amount)),
      ),
      ...pairIf(slip.onAccount !== 0, words.offAccount, amount(slip.onAccount)),
      rule,
      pair(words.signature, '____________'),
    ],
  };
}
