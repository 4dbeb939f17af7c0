import { isUpiId, upiLink } from '../codes';
import type { Bill } from '../contract';
import { negMoney } from '../money';
import type { Block, ReceiptDocument } from '../paper';
import { goods, hsnTable, pair, pairIf, rule, shopFoot, shopHead, taxTable, titled } from './parts';
import { fill } from './words';
import { createWriter, type ReceiptSettings, type Writer } from './writer';

/** Whether this is the paper itself or one more of it: the second one says so. */
export type Copy = 'original' | 'duplicate';

/** A bill as paper. Every figure is the stored one; nothing is computed again. */
export function billReceipt(bill: Bill, settings: ReceiptSettings, copy: Copy): ReceiptDocument {
  const writer = createWriter(settings, bill.currency);
  const { words } = writer;
  const title = settings.gstin === null ? words.bill : words.taxInvoice;
  const marks = [...(bill.voided ? [words.voided] : []), ...(copy === 'duplicate' ? [words.duplicate] : [])];
  return {
    title: `${title} ${bill.number}`,
    language: writer.language,
    blocks: [
      ...shopHead(writer),
      ...titled(title, marks),
      rule,
      pair(words.number, bill.number, { bold: true }),
      pair(words.date, writer.dateTime(bill.at)),
      pair(words.cashier, bill.cashier),
      ...(bill.customer ? [pair(words.customer, bill.customer.name)] : []),
      rule,
      goods(bill.lines, writer),
      rule,
      ...totals(bill, writer),
      ...taxTable(bill.taxes, writer),
      ...hsnTable(bill.hsn, writer),
      rule,
      ...(bill.pricesIncludeTax && bill.tax !== 0 ? [small(words.taxIncluded)] : []),
      ...(bill.note === null ? [] : [small(bill.note)]),
      ...upiCode(bill, writer),
      ...shopFoot(writer, bill.number),
    ],
  };
}

const small = (text: string): Block => ({ is: 'text', text, align: 'center' });

function totals(bill: Bill, writer: Writer): Block[] {
  const { words, amount, money, rate } = writer;
  const charged = bill.pricesIncludeTax ? [] : bill.taxes.filter((tax) => tax.amount !== 0);
  return [
    pair(words.subtotal, amount(bill.subtotal)),
    ...pairIf(bill.lineDiscount !== 0, words.discount, amount(negMoney(bill.lineDiscount))),
    ...pairIf(bill.billDiscount !== 0, words.billDiscount, amount(negMoney(bill.billDiscount))),
    ...charged.map((tax) => pair(`${words.taxKind[tax.kind]} ${rate(tax.rate)}`, amount(tax.amount))),
    ...pairIf(bill.roundOff !== 0, words.roundOff, amount(bill.roundOff)),
    pair(words.total, money(bill.total), { bold: true, size: 'large' }),
    ...pairIf(bill.cashRounding !== 0, words.cashRounding, amount(bill.cashRounding)),
    ...bill.payments.map(({ method, tendered, reference }) =>
      pair(
        fill(words.received, { method: words.method[method] }) + (reference === null ? '' : ` ${reference}`),
        amount(tendered),
      ),
    ),
    ...(bill.change > 0 ? [pair(words.change, amount(bill.change), { bold: true })] : []),
    ...(bill.due > 0 ? [pair(words.due, amount(bill.due), { bold: true })] : []),
    ...(bill.due > 0 && bill.dueDay !== null ? [pair(words.dueDay, writer.day(bill.dueDay))] : []),
    ...bill.returns.map((each) => pair(fill(words.returned, { number: each.number }), amount(each.total))),
  ];
}

/** A code for what is still owed; a bill that is paid asks for nothing. */
function upiCode(bill: Bill, { settings, words, money }: Writer): Block[] {
  const { upi_id: payee, name } = settings;
  if (bill.due <= 0 || bill.voided || bill.currency !== 'INR') return [];
  if (payee === null || !isUpiId(payee) || name.trim() === '') return [];
  const data = upiLink({ payee, name, amount: bill.due, note: bill.number });
  return [{ is: 'code', kind: 'qr', data, caption: fill(words.payByUpi, { amount: money(bill.due) }) }];
}
