import type { HandlerInput, ReportPage } from '@shared/contract';
import { type Cell, columnAt, type ReportRow, type ReportSpec, reportSpecs } from '@shared/reports';
import type { Reader } from '../../store';
import { compareCells, sumCells } from './cells';
import { reportQueries, roundOffOf } from './queries';
import type { Asked } from './question';

/** All rows of a report, in its own order, with what is true of all of them. */
export interface Answer {
  readonly rows: readonly ReportRow[];
  readonly totals: readonly Cell[];
  readonly roundOff: ReportPage['roundOff'];
  readonly chart: ReportPage['chart'];
  /** When it was counted. */
  readonly at: number;
}

/**
 * What this thread counted last. A list is asked for page by page, and each page is a part of one answer: counting it
 * again for every page would take as long as the first.
 */
const counted = new WeakMap<Reader['db'], Map<string, Answer>>();
const atMost = 3;

/** @param stamp changes whenever something has committed that a report may be made of */
export function answerOf(reader: Reader, asked: Asked, stamp: number): Answer {
  const known = counted.get(reader.db) ?? new Map<string, Answer>();
  counted.set(reader.db, known);
  const key = JSON.stringify([stamp, asked.report, asked.period, asked.today]);
  const answer = known.get(key) ?? count(reader, asked);
  // The newest last; the oldest goes.
  known.delete(key);
  known.set(key, answer);
  for (const old of [...known.keys()].slice(0, -atMost)) known.delete(old);
  return answer;
}

function count(reader: Reader, asked: Asked): Answer {
  const spec = reportSpecs[asked.report];
  const rows = sorted(reportQueries[asked.report](reader, asked), spec, spec.order.by, spec.order.descending);
  const totals = spec.columns.map(({ sums }, index) =>
    sums ? sumCells(rows.map(({ cells }) => at(cells, index))) : null,
  );
  const roundOff = spec.isOfLines ? roundOffOf(reader, asked) : null;
  return { rows, totals, roundOff, chart: chartOf(spec, rows), at: asked.now };
}

/** A column that the report does not have leaves the rows as they are. */
export function sorted(
  rows: readonly ReportRow[],
  spec: ReportSpec,
  by: string,
  descending: boolean,
): readonly ReportRow[] {
  const index = spec.columns.findIndex(({ key }) => key === by);
  if (index < 0) return rows;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compareCells(at(a.cells, index), at(b.cells, index)) || (a.id < b.id ? -1 : 1));
}

const at = (cells: readonly Cell[], index: number): Cell => cells[index] ?? null;

const topBars = 10;

function chartOf({ chart, ...spec }: ReportSpec, rows: readonly ReportRow[]): ReportPage['chart'] {
  if (!chart) return [];
  const label = columnAt(spec, chart.label);
  const value = columnAt(spec, chart.value);
  const bar = ({ cells }: ReportRow) => ({ label: at(cells, label), value: Number(at(cells, value)) });
  if (chart.rows === 'all') return rows.map(bar);
  // Ten of perhaps a hundred thousand: they are picked, the rest needs no order.
  let top: ReportPage['chart'] = [];
  for (const row of rows) {
    const next = bar(row);
    if (next.value <= (top.length < topBars ? 0 : (top.at(-1)?.value ?? 0))) continue;
    top = [...top, next].sort((a, b) => b.value - a.value).slice(0, topBars);
  }
  return top;
}

export function pageOf(
  answer: Answer,
  {
    report,
    sort,
    descending,
    offset,
    limit,
  }: Pick<HandlerInput<'reports.page'>, 'report' | 'sort' | 'descending' | 'offset' | 'limit'>,
): ReportPage {
  const spec = reportSpecs[report];
  const rows = sort === undefined ? answer.rows : sorted(answer.rows, spec, sort, descending ?? false);
  return {
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    totals: [...answer.totals],
    roundOff: answer.roundOff,
    chart: answer.chart,
    at: answer.at,
  };
}
