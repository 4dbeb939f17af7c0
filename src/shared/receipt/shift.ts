import type { BlindReport, ShiftReport } from '../contract';
import { absMoney, type Money } from '../money';
import type { Block, ReceiptDocument } from '../paper';
import type { Copy } from './bill';
import { centred, pair, pairIf, rule, shopHead, taxTable, titled } from './parts';
import { fill } from './words';
import { createWriter, type ReceiptSettings, type Writer } from './writer';

/** X of an open shift, Z of a closed one; the figures are the report's own, and a blind one has few. */
export function shiftPaper(report: ShiftReport | BlindReport, settings: ReceiptSettings, copy: Copy): ReceiptDocument {
  const writer = createWriter(settings, report.currency);
  const { words } = writer;
  const closed = report.state === 'closed' ? report : null;
  const title = closed ? fill(words.reportZ, { number: closed.number ?? '' }) : words.reportX;
  return {
    title,
    language: writer.language,
    blocks: [
      ...shopHead(writer),
      ...titled(title, copy === 'duplicate' ? [words.duplicate] : []),
      rule,
      pair(words.terminal, report.terminal),
      pair(words.opened, `${writer.dateTime(report.openedAt)} ${report.openedBy}`),
      ...(closed === null || closed.closedAt === null
        ? []
        : [pair(words.closed, `${writer.dateTime(closed.closedAt)} ${closed.closedBy ?? ''}`.trimEnd())]),
      rule,
      ...(report.state === 'blind'
        ? blind(report, writer)
        : [
            ...sales(report, writer),
            ...taxTable(report.taxes, writer),
            ...receivedBy(report, writer),
            ...drawer(report, writer),
          ]),
      ...(report.note === null ? [] : [rule, centred(report.note)]),
      rule,
      pair(words.signature, '____________'),
    ],
  };
}

/** How much there was to do; the money is for the count to say. */
function blind(report: BlindReport, writer: Writer): Block[] {
  const { words, amount } = writer;
  const { bills, returns, voids, float, drawerOpenings } = report;
  return [
    pair(words.sales, String(bills)),
    ...pairIf(returns !== 0, words.returns, String(returns)),
    ...pairIf(voids !== 0, words.voids, String(voids)),
    ...receivedBy(report, writer),
    rule,
    pair(words.category.float, amount(float)),
    ...pairIf(drawerOpenings !== 0, words.drawerOpened, String(drawerOpenings)),
  ];
}

function sales(report: ShiftReport, { words, amount, money }: Writer): Block[] {
  return [
    pair(`${words.sales} (${report.bills})`, amount(report.sales)),
    ...pairIf(report.discount !== 0, words.discounts, amount(report.discount)),
    ...pairIf(report.returns !== 0, `${words.returns} (${report.returns})`, amount(report.returned)),
    ...pairIf(report.voids !== 0, `${words.voids} (${report.voids})`, amount(report.voided)),
    ...pairIf(report.roundOff !== 0, words.roundOff, amount(report.roundOff)),
    pair(words.netSales, money(report.net), { bold: true }),
    ...pairIf(report.cashRounding !== 0, words.cashRounding, amount(report.cashRounding)),
    ...pairIf(report.onAccount !== 0, words.method.on_account, amount(report.onAccount)),
    ...pairIf(report.duesReceived !== 0, words.category.due_received, amount(report.duesReceived)),
  ];
}

function receivedBy({ payments }: Pick<ShiftReport, 'payments'>, { words, amount }: Writer): Block[] {
  if (payments.length === 0) return [];
  return [
    rule,
    {
      is: 'table',
      head: [words.payments, words.quantity, words.amount],
      rows: payments.map((each) => [words.method[each.method], String(each.count), amount(each.amount)]),
    },
  ];
}

/** What is in the drawer and what should be. */
function drawer(report: ShiftReport, { words, amount, money }: Writer): Block[] {
  const { cash, counts, counted, difference, expected, leftFloat } = report;
  const counting: Block[] =
    counts.length === 0
      ? []
      : [
          {
            is: 'table',
            head: [words.counted, words.quantity],
            rows: counts.map((each) => [amount(each.denomination), String(each.count)]),
          },
        ];
  return [
    rule,
    centred(words.cashMovements, { bold: true }),
    pair(words.category.float, amount(report.float)),
    ...cash
      .filter(({ category }) => category !== 'float')
      .map((each) => pair(words.category[each.category], amount(each.amount))),
    ...pairIf(report.drawerOpenings !== 0, words.drawerOpened, String(report.drawerOpenings)),
    ...counting,
    pair(words.expected, money(expected), { bold: true }),
    ...(counted === null ? [] : [pair(words.counted, money(counted), { bold: true })]),
    ...(difference === null
      ? []
      : [pair(differenceWord(difference, words), money(absMoney(difference)), { bold: true })]),
    ...(leftFloat === null ? [] : [pair(words.leftFloat, amount(leftFloat))]),
  ];
}

function differenceWord(difference: Money, words: Writer['words']): string {
  if (difference === 0) return words.exact;
  return difference > 0 ? words.over : words.short;
}
