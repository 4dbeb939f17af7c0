/** What several papers have in common: the shop's head, facts, goods, taxes, the code that finds the paper again. */
import type { BillLine, BillTaxLine, HsnRow } from '../contract';
import { addMoney, type Money, negMoney } from '../money';
import type { Block, PairBlock, TextBlock } from '../paper';
import type { Writer } from './writer';

export const rule: Block = { is: 'rule' };

export const centred = (text: string, style: Pick<TextBlock, 'bold' | 'size' | 'inverse'> = {}): TextBlock => ({
  is: 'text',
  text,
  align: 'center',
  ...style,
});

export const pair = (name: string, value: string, style: Pick<PairBlock, 'bold' | 'size'> = {}): PairBlock => ({
  is: 'pair',
  name,
  value,
  ...style,
});

/** One pair, or nothing where there is nothing to say. */
export const pairIf = (when: boolean, name: string, value: string): Block[] => (when ? [pair(name, value)] : []);

/** The shop, as it stands above every paper. */
export function shopHead({ settings, logo, words }: Writer): Block[] {
  const { name, address, phone, gstin, receipt_header: header } = settings;
  const small = [
    address,
    phone === null ? null : words.phone.replace('{phone}', phone),
    gstin === null ? null : words.gstin.replace('{gstin}', gstin),
    header,
  ].filter((line): line is string => line !== null && line !== '');
  return [
    ...(logo ? [{ is: 'picture' as const, picture: logo }] : []),
    centred(name, { bold: true, size: 'large' }),
    ...small.map((line) => centred(line)),
  ];
}

/** What this paper is, and the marks that must not be overlooked. */
export function titled(title: string, marks: readonly string[]): Block[] {
  return [...marks.map((mark) => centred(mark, { bold: true, inverse: true })), centred(title, { bold: true })];
}

/** Name, quantity, rate and amount of each line, with its discount below. */
export function goods(lines: readonly BillLine[], { words, amount, quantityOf }: Writer): Block {
  return {
    is: 'table',
    wordy: true,
    head: [words.item, words.quantity, words.rate, words.amount],
    rows: lines.flatMap((line) => {
      const row = [
        line.name,
        quantityOf(line.quantity, line.unit),
        amount(line.unitPrice),
        amount(addMoney(line.net, line.discount)),
      ];
      const off = [words.discount, '', '', amount(negMoney(line.discount))];
      return line.discount === 0 ? [row] : [row, off];
    }),
  };
}

/** What of it is tax, by kind and rate: the law wants it on the paper. */
export function taxTable(taxes: readonly BillTaxLine[], { words, amount, rate }: Writer): Block[] {
  const charged = taxes.filter((tax) => tax.amount !== 0);
  if (charged.length === 0) return [];
  return [
    rule,
    {
      is: 'table',
      head: [words.taxSummary, words.taxable, words.amount],
      rows: charged.map((tax) => [
        `${words.taxKind[tax.kind]} ${rate(tax.rate)}`,
        amount(tax.taxable),
        amount(tax.amount),
      ]),
    },
  ];
}

export function hsnTable(rows: readonly HsnRow[], { words, amount, rate, settings }: Writer): Block[] {
  if (rows.length === 0 || settings.receipt_hsn === 0) return [];
  return [
    rule,
    {
      is: 'table',
      head: [words.hsnSummary, words.rate, words.taxable, words.tax],
      rows: rows.map((row) => [row.hsn, rate(row.rate), amount(row.taxable), amount(hsnTax(row))]),
    },
  ];
}

const hsnTax = ({ cgst, sgst, igst, cess }: HsnRow): Money => addMoney(addMoney(cgst, sgst), addMoney(igst, cess));

/** The shop's last words, and the number as a code that scanning finds again. */
export function shopFoot({ settings }: Writer, number: string): Block[] {
  const { receipt_footer: footer, receipt_code: code } = settings;
  return [
    ...(footer ? [centred(footer)] : []),
    ...(code === 'none'
      ? []
      : [
          {
            is: 'code' as const,
            kind: code === 'qr' ? ('qr' as const) : ('code128' as const),
            data: number,
            caption: number,
          },
        ]),
  ];
}
