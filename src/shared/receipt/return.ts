import type { BillReturn } from '../contract';
import type { Block, ReceiptDocument } from '../paper';
import type { Copy } from './bill';
import { goods, pair, pairIf, rule, shopFoot, shopHead, titled } from './parts';
import { fill } from './words';
import { createWriter, type ReceiptSettings } from './writer';

/** A credit note as paper: quantities and amounts are negative, as they are stored. */
export function returnReceipt(note: BillReturn, settings: ReceiptSettings, copy: Copy): ReceiptDocument {
  const writer = createWriter(settings, note.currency);
  const { words, amount, money } = writer;
  const refunds: Block[] = note.refunds.map(({ method, amount: given }) =>
    pair(fill(words.givenBack, { method: words.method[method] }), amount(given)),
  );
  return {
    title: `${words.creditNote} ${note.number}`,
    language: writer.language,
    blocks: [
      ...shopHead(writer),
      ...titled(words.creditNote, copy === 'duplicate' ? [words.duplicate] : []),
      rule,
      pair(words.number, note.number, { bold: true }),
      ...(note.billNumber === null ? [] : [pair(words.ofBill, note.billNumber)]),
      pair(words.date, writer.dateTime(note.at)),
      pair(words.reason, note.reason),
      rule,
      goods(note.lines, writer),
      rule,
      ...pairIf(note.tax !== 0, words.tax, amount(note.tax)),
      ...pairIf(note.roundOff !== 0, words.roundOff, amount(note.roundOff)),
      pair(words.total, money(note.total), { bold: true, size: 'large' }),
      ...pairIf(note.cashRounding !== 0, words.cashRounding, amount(note.cashRounding)),
      ...refunds,
      ...pairIf(note.onAccount !== 0, words.offAccount, amount(note.onAccount)),
      rule,
      ...shopFoot(writer, note.number),
    ],
  };
}
