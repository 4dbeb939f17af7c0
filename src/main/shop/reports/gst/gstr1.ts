import type { GstFigures } from '@shared/contract';
import { type Money, quantityToHundredths, type Rate, rateToDecimal, toDecimal, ZERO } from '@shared/money';
import { Exact, type JsonTree } from './json';
import { byRate, type CountedReturn, hsnRows } from './return';
import type { Entry, HsnRow, NilKind, Tables } from './tables';

/** Of the offline tool whose files have this shape. */
const version = 'GST3.2.4';

const rupees = (amount: Money) => new Exact(toDecimal(amount, 'INR'));
const percent = (rate: Rate) => new Exact(rateToDecimal(rate));
const count = (n: number) => new Exact(String(n));
/** `DD-MM-YYYY` of an ISO day. */
const dateOf = (day: string) => day.split('-').reverse().join('-');

/**
 * The file that the portal's offline tool makes and the portal takes (docs/gst-returns.md). What has nothing in it is left out,
 * as the tool does; the HSN summary and the documents issued belong to every return.
 *
 * @param code `MMYYYY`
 */
export function gstr1(gstin: string, code: string, { tables, issued }: CountedReturn): JsonTree {
  const sections: readonly (readonly [key: string, rows: readonly JsonTree[]])[] = [
    ['b2b', byKey(tables.b2b, 'ctin', 'inv', invoice)],
    ['b2cl', byKey(tables.b2cl, 'pos', 'inv', largeInvoice)],
    ['b2cs', smallSales(tables)],
    ['cdnr', byKey(tables.cdnr, 'ctin', 'nt', note)],
    ['cdnur', tables.cdnur.map(largeNote)],
  ];
  return {
    gstin,
    fp: code,
    version,
    hash: 'hash',
    ...Object.fromEntries(sections.filter(([, rows]) => rows.length > 0)),
    ...(tables.nil.size > 0 && { nil: untaxed(tables) }),
    hsn: hsnSummary(hsnRows(tables)),
    doc_issue: { doc_det: issuedByKind(issued) },
  };
}

function byKey(
  lists: ReadonlyMap<string, readonly Entry[]>,
  key: string,
  list: string,
  write: (entry: Entry) => JsonTree,
): JsonTree[] {
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entries]) => ({ [key]: name, [list]: entries.map(write) }));
}

/** Goods that nobody else pays the tax of (no reverse charge), to nobody special (no zone, no deemed export). */
const regular = ({ pos }: Entry) => ({ pos, rchrg: 'N', inv_typ: 'R' });

const invoiceHead = ({ number, day, value }: Entry) => ({ inum: number, idt: dateOf(day), val: rupees(value) });

const noteHead = ({ number, day, value }: Entry) => ({
  ntty: 'C',
  nt_num: number,
  nt_dt: dateOf(day),
  val: rupees(value),
});

const invoice = (entry: Entry): JsonTree => ({ ...invoiceHead(entry), ...regular(entry), itms: items(entry) });
const largeInvoice = (entry: Entry): JsonTree => ({ ...invoiceHead(entry), itms: items(entry) });
const note = (entry: Entry): JsonTree => ({ ...noteHead(entry), ...regular(entry), itms: items(entry) });
const largeNote = (entry: Entry): JsonTree => ({
  ...noteHead(entry),
  typ: 'B2CL',
  pos: entry.pos,
  itms: items(entry),
});

/** One item for each rate. */
function items({ rates, isInter }: Entry): JsonTree[] {
  return [...rates]
    .sort(([a], [b]) => byRate(a, b))
    .map(([rate, figures], index) => ({
      num: count(index + 1),
      itm_det: { txval: rupees(figures.taxable), rt: percent(rate), ...taxes(figures, isInter) },
    }));
}

/** Within the state there is no IGST and across states nothing else, and then the column is left out. */
function taxes({ cgst, sgst, igst, cess }: GstFigures, isInter: boolean): Record<string, JsonTree> {
  const own = isInter ? { iamt: rupees(igst) } : { camt: rupees(cgst), samt: rupees(sgst) };
  return { ...own, csamt: rupees(cess) };
}

/** By place and rate, less what came back: below nothing where more came back than went out. */
function smallSales({ b2cs }: Tables): JsonTree[] {
  return [...b2cs.values()]
    .sort((a, b) => (a.pos === b.pos ? byRate(a.rate, b.rate) : a.pos < b.pos ? -1 : 1))
    .map(({ pos, isInter, rate, figures }) => ({
      sply_ty: isInter ? 'INTER' : 'INTRA',
      pos,
      typ: 'OE',
      rt: percent(rate),
      txval: rupees(figures.taxable),
      ...taxes(figures, isInter),
    }));
}

const nilKinds: readonly NilKind[] = ['INTRB2B', 'INTRAB2B', 'INTRB2C', 'INTRAB2C'];

/** Goods outside GST (petrol, drink) are not told from exempt ones: both are sold without any GST on them. */
function untaxed({ nil }: Tables): JsonTree {
  return {
    inv: nilKinds.map((kind) => {
      const sums = nil.get(kind) ?? { nil: ZERO, exempt: ZERO };
      return { sply_ty: kind, expt_amt: rupees(sums.exempt), nil_amt: rupees(sums.nil), ngsup_amt: rupees(ZERO) };
    }),
  };
}

/** Split by buyer since the returns of May 2025. */
function hsnSummary(rows: readonly HsnRow[]): JsonTree {
  const side = (wanted: HsnRow['side']) =>
    rows
      .filter((row) => row.side === wanted)
      .map((row, index) => ({
        num: count(index + 1),
        hsn_sc: row.hsn,
        desc: '',
        uqc: row.unit,
        qty: new Exact(quantityToHundredths(row.quantity)),
        rt: percent(row.rate),
        txval: rupees(row.taxable),
        iamt: rupees(row.igst),
        samt: rupees(row.sgst),
        camt: rupees(row.cgst),
        csamt: rupees(row.cess),
      }));
  const [b2b, b2c] = [side('b2b'), side('b2c')];
  return { ...(b2b.length > 0 && { hsn_b2b: b2b }), ...(b2c.length > 0 && { hsn_b2c: b2c }) };
}

/** The portal's numbers of the kinds of documents: 1 invoices for outward supply, 5 credit notes. */
const kinds = [
  ['bill', 1],
  ['note', 5],
] as const;

function issuedByKind(issued: CountedReturn['issued']): JsonTree[] {
  return kinds.flatMap(([kind, number]) => {
    const docs = issued
      .filter((each) => each.kind === kind)
      .map(({ from, to, total, cancelled }, index) => ({
        num: count(index + 1),
        from,
        to,
        totnum: count(total),
        cancel: count(cancelled),
        net_issue: count(total - cancelled),
      }));
    return docs.length > 0 ? [{ doc_num: count(number), docs }] : [];
  });
}
