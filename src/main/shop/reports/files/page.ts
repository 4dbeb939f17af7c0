import { formatAmount, formatQuantity, formatRate, money, quantity, rate } from '@shared/money';
import { type Cell, type ReportColumn, reportSpecs, reportWords } from '@shared/reports';
import { dayWords, hourWords, timeWords } from '@shared/when';
import { type HiddenPage, html, type Markup } from '../../../printing';
import type { Answer } from '../answer';
import { numberIn } from '../cells';
import { type FileTerms, feetOf, wordOf } from './table';

/** More than a hundred pages is not read on paper. */
export const rowsOnPaper = 3_000;

const numbers: ReadonlySet<ReportColumn['kind']> = new Set(['count', 'money', 'quantity', 'rate']);

/** A report as a page for people: figures as the shop's country writes them. */
export function reportPage(answer: Answer, terms: FileTerms): HiddenPage {
  const { columns } = reportSpecs[terms.report];
  const words = reportWords[terms.language];
  const write = paperWriter(terms);
  const row = (cells: readonly Cell[], foot?: string): Markup =>
    html`<tr>${columns.map((column, index) => {
      const isNumber = numbers.has(column.kind);
      const cell = cells[index] ?? null;
      const isBlank = foot !== undefined && (!column.sums || cell === null);
      const text = isBlank ? (index === 0 ? foot : '') : write(column, cell);
      return isNumber ? html`<td class="n">${text}</td>` : html`<td>${text}</td>`;
    })}</tr>`;
  const feet = feetOf(answer, terms);
  return {
    language: terms.language,
    title: words.names[terms.report],
    css: styleFor(columns.length),
    body: html`<header><p>${terms.shop}</p><h1>${words.names[terms.report]}</h1><p>${periodText(terms, answer)}</p></header>
      <table><thead><tr>${columns.map(({ key, kind }) =>
        numbers.has(kind) ? html`<th class="n">${words.columns[key]}</th>` : html`<th>${words.columns[key]}</th>`,
      )}</tr></thead>
      <tbody>${answer.rows.slice(0, rowsOnPaper).map(({ cells }) => row(cells))}</tbody>
      ${feet.length > 0 ? html`<tfoot>${feet.map(({ name, cells }) => row(cells, name))}</tfoot>` : html``}</table>`
      .markup,
  };
}

function periodText({ report, period, locale, language, timeZone }: FileTerms, { at }: Answer): string {
  if (reportSpecs[report].period === 'now') {
    return reportWords[language].asOf.replace('{{time}}', timeWords(at, 'dateYearTime', locale, timeZone));
  }
  const [from, to] = [dayWords(period.from, locale), dayWords(period.to, locale)];
  return from === to ? to : `${from} – ${to}`;
}

function paperWriter({
  locale,
  currency,
  language,
  timeZone,
}: FileTerms): (column: ReportColumn, cell: Cell) => string {
  const { none } = reportWords[language];
  const names: Readonly<Record<string, string>> = none;
  return ({ key, kind }, cell) => {
    if (cell === null) return names[key] ?? '';
    switch (kind) {
      case 'money':
        return formatAmount(money(numberIn(cell)), currency, locale);
      case 'quantity':
        return formatQuantity(quantity(numberIn(cell)), locale);
      case 'rate':
        return formatRate(rate(numberIn(cell)), locale);
      case 'hour':
        return hourWords(Number(cell), locale);
      case 'day':
        return dayWords(String(cell), locale);
      case 'time':
        return timeWords(Number(cell), 'dateTime', locale, timeZone);
      case 'word':
        return wordOf(key, String(cell), language);
      default:
        return String(cell);
    }
  };
}

/** Many columns lie across the sheet. */
function styleFor(columns: number): string {
  return `
  @page { size: A4${columns > 7 ? ' landscape' : ''}; margin: 12mm; }
  html, body { margin: 0; background: #fff; color: #111; }
  body { font: 9pt/1.4 var(--paper-font), sans-serif; font-variant-numeric: tabular-nums; }
  header { padding-bottom: 4mm; }
  h1, p { margin: 0; }
  h1 { font-size: 1.7em; font-weight: 600; }
  header p { color: #555; }
  table { width: 100%; border-collapse: collapse; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; font-weight: 600; }
  th { font-weight: 500; color: #555; text-align: start; border-block: 0.3mm solid #111; }
  th, td { padding: 0.8mm 0 0.8mm 3mm; vertical-align: top; overflow-wrap: anywhere; }
  th:first-child, td:first-child { padding-left: 0; }
  .n { text-align: end; white-space: nowrap; }
  th.n { white-space: normal; }
  tr { break-inside: avoid; }
  tbody tr { border-bottom: 0.1mm solid #ccc; }
  tfoot td { border-top: 0.3mm solid #111; }
`;
}
