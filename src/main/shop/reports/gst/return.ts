import { isGstin } from '@shared/codes';
import type { GstReturn, GstTable } from '@shared/contract';
import { returnPeriodOf } from '@shared/gst';
import type { Rate } from '@shared/money';
import type { Reads } from '../../../store';
import type { Period } from '../period';
import { documentsOf } from './documents';
import { sumFigures } from './figures';
import { documentsIssued } from './issued';
import { type Filer, type HsnRow, Tables } from './tables';

/** A return as it was counted: its tables, and the numbers that were given out. */
export interface CountedReturn {
  readonly tables: Tables;
  readonly issued: GstReturn['issued'];
}

/** Who files: a number that is no GSTIN is none. */
export function filerOf(reads: Reads): Filer {
  const row = reads
    .sql<[], { gstin: string | null; state_code: string | null }>('SELECT gstin, state_code FROM business_settings')
    .get();
  const gstin = row?.gstin != null && isGstin(row.gstin) ? row.gstin : null;
  return { gstin, state: gstin?.slice(0, 2) ?? row?.state_code ?? null };
}

/** Reads every line of the period. */
export function countReturn(reads: Reads, period: Period, filer: Filer): CountedReturn {
  const tables = new Tables(filer);
  for (const document of documentsOf(reads, period)) tables.add(document);
  return { tables, issued: documentsIssued(reads, period, tables.problems) };
}

/** Rows of a long list that the page shows; the files have all. */
const shown = { hsn: 100, problems: 100 } as const;

const tableOrder: readonly GstTable[] = ['b2b', 'b2cl', 'b2cs', 'nil', 'cdnr', 'cdnur'];

/** What the page shows of it. */
export function viewReturn(period: Period, filer: Filer, { tables, issued }: CountedReturn): GstReturn {
  const hsn = hsnRows(tables);
  const problems = tables.problems.all();
  return {
    code: returnPeriodOf(period.from, period.to)?.code ?? null,
    gstin: filer.gstin,
    bills: tables.bills,
    notes: tables.notes,
    value: tables.value,
    sums: sumFigures(tables.rates.values()),
    rates: [...tables.rates].sort(([a], [b]) => byRate(a, b)).map(([rate, figures]) => ({ rate, ...figures })),
    tables: tableOrder.flatMap((table) => {
      const sum = tables.sums.get(table);
      return sum ? [{ table, documents: sum.documents, ...sum.figures }] : [];
    }),
    hsn: hsn.slice(0, shown.hsn),
    hsnRows: hsn.length,
    issued,
    problems: problems.slice(0, shown.problems),
    problemCount: problems.length,
  };
}

/** Table 12: sold to people with a GSTIN first, then by code, unit and rate. */
export function hsnRows({ hsn }: Tables): HsnRow[] {
  const key = ({ side, hsn: code, unit }: HsnRow) => `${side} ${code} ${unit}`;
  return [...hsn.values()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : byRate(a.rate, b.rate)));
}

/** What has no GST comes first. */
export const byRate = (a: Rate | null, b: Rate | null): number => (a ?? -1) - (b ?? -1);
