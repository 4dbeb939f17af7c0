import type { KhataEntry, StatementSums } from '@shared/contract';
import type { Row } from '@shared/entities';
import { absMoney, type Money, negMoney } from '@shared/money';
import { createWriter, fill, type Writer } from '@shared/receipt';
import { type HiddenPage, html, type Markup } from '../../printing';
import type { Days } from './entries';
import type { Party } from './party';
import { khataWords } from './words';

export interface Statement {
  readonly party: Party;
  readonly days: Days;
  readonly sums: StatementSums;
  /** The oldest first. */
  readonly entries: readonly KhataEntry[];
  readonly settings: Row<'business_settings'>;
  readonly isTraining: boolean;
}

const nothing: Markup = { markup: '' };

/** A khata's period as a page of A4, in the books of the shop: what it is to receive is debit. */
export function statementPage(statement: Statement): HiddenPage {
  const { party, days, sums, entries, settings, isTraining } = statement;
  const words = khataWords[settings.language];
  const writer = createWriter(settings);
  const { amount } = writer;
  const isCustomer = party.kind === 'customer';
  const kinds = isCustomer ? words.kinds : { ...words.kinds, void: words.reversed };
  const sides = (raised: string, lowered: string): Markup =>
    isCustomer
      ? html`<td class="n">${raised}</td><td class="n">${lowered}</td>`
      : html`<td class="n">${lowered}</td><td class="n">${raised}</td>`;
  const balance = (of: Money): Markup => {
    const sign = of === 0 ? '' : of > 0 === isCustomer ? words.debitSign : words.creditSign;
    return html`<td class="n">${amount(absMoney(of))} ${sign}</td>`;
  };
  const line = (entry: KhataEntry): Markup => {
    const raised = entry.amount > 0 ? amount(entry.amount) : '';
    const lowered = entry.amount < 0 ? amount(negMoney(entry.amount)) : '';
    return html`<tr><td>${writer.day(entry.day)}</td><td>${particulars(entry, writer, kinds)}</td>
      ${sides(raised, lowered)}${balance(entry.balance)}</tr>`;
  };
  const edge = (name: string, of: Money): Markup =>
    html`<tr class="edge"><td></td><td>${name}</td><td></td><td></td>${balance(of)}</tr>`;
  return {
    language: settings.language,
    title: words.statement,
    css,
    body: html`
      <header><h1>${words.statement}</h1><p>${periodOf(days, entries, writer, words.beginning)}</p></header>
      ${isTraining ? html`<p class="training">${words.training}</p>` : nothing}
      <div class="parties">
        ${who(words.from, settings.name, settings.address, [
          [words.phone, settings.phone],
          [words.gstin, settings.gstin],
        ])}
        ${who(words.to, party.name, party.address, [
          [words.phone, party.phone],
          [words.gstin, party.gstin],
        ])}
      </div>
      <table><thead><tr><th>${words.date}</th><th>${words.what}</th><th class="n">${words.debit}</th>
        <th class="n">${words.credit}</th><th class="n">${words.balance}</th></tr></thead>
      <tbody>${edge(words.opening, sums.opening)}${entries.map(line)}</tbody>
      <tfoot><tr><td></td><td>${words.sums}</td>${sides(amount(sums.raised), amount(sums.lowered))}<td></td></tr>
        ${edge(words.closing, sums.closing)}</tfoot></table>
      <p class="owes">${owes(statement, writer)}</p>
      ${sums.ages.some((age) => age > 0) ? ages(sums, writer, words.ageing, words.ages) : nothing}`.markup,
  };
}

/** Who is to pay whom, in a sentence. */
export function owes(
  { party, sums, settings }: Pick<Statement, 'party' | 'sums' | 'settings'>,
  { money }: Writer,
): string {
  const words = khataWords[settings.language];
  if (sums.closing === 0) return words.settled;
  const isOurs = sums.closing > 0 === (party.kind === 'supplier');
  const facts = { name: party.name, shop: settings.name, amount: money(absMoney(sums.closing)) };
  return fill(isOurs ? words.shopOwes : words.customerOwes, facts);
}

function particulars(
  { kind, number, method, reference, note }: KhataEntry,
  { words }: Writer,
  kinds: Readonly<Record<KhataEntry['kind'], string>>,
): string {
  const how = method === null ? null : words.method[method];
  const head = [kinds[kind], number].filter(Boolean).join(' ');
  return [head, how, reference, note].filter(Boolean).join(', ');
}

function periodOf({ from, to }: Days, entries: readonly KhataEntry[], { day }: Writer, beginning: string): string {
  const last = to ?? entries.at(-1)?.day;
  const begin = from === undefined ? beginning : day(from);
  return last === undefined ? begin : `${begin} – ${day(last)}`;
}

function who(
  title: string,
  name: string,
  address: string | null,
  facts: readonly (readonly [string, string | null])[],
): Markup {
  const told = facts.flatMap(([label, value]) =>
    value ? [html`<p><span class="quiet">${label}</span> ${value}</p>`] : [],
  );
  return html`<div><p class="quiet">${title}</p><p class="name">${name}</p><p class="lines">${address ?? ''}</p>${told}</div>`;
}

function ages({ ages: all }: StatementSums, { amount }: Writer, title: string, names: readonly string[]): Markup {
  return html`<table class="ages"><caption>${title}</caption><thead><tr>${names.map(
    (name) => html`<th class="n">${name}</th>`,
  )}</tr></thead><tbody><tr>${all.map((of) => html`<td class="n">${amount(of)}</td>`)}</tr></tbody></table>`;
}

const css = `
  @page { size: A4; margin: 12mm; }
  html, body { margin: 0; background: #fff; color: #111; }
  body { font: 9pt/1.4 var(--paper-font), sans-serif; font-variant-numeric: tabular-nums; }
  h1, p { margin: 0; }
  header { display: flex; justify-content: space-between; align-items: baseline; padding-bottom: 3mm; border-bottom: 0.6mm solid #111; }
  h1 { font-size: 1.9em; font-weight: 600; }
  .training { margin-top: 2mm; padding: 1mm; text-align: center; font-size: 1.4em; font-weight: 600; color: #fff; background: #111; }
  .parties { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; padding-block: 4mm; overflow-wrap: anywhere; }
  .name { font-size: 1.25em; font-weight: 600; }
  .quiet { color: #555; }
  .lines { white-space: pre-line; }
  table { width: 100%; border-collapse: collapse; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; font-weight: 600; }
  th { font-weight: 500; color: #555; text-align: start; border-block: 0.3mm solid #111; }
  th, td { padding: 0.8mm 0 0.8mm 3mm; vertical-align: top; overflow-wrap: anywhere; }
  th:first-child, td:first-child { padding-left: 0; white-space: nowrap; }
  .n { text-align: end; white-space: nowrap; }
  tr { break-inside: avoid; }
  tbody tr { border-bottom: 0.1mm solid #ccc; }
  tfoot tr:first-child td { border-top: 0.3mm solid #111; }
  .edge td { font-weight: 600; }
  .owes { padding-block: 4mm; font-size: 1.25em; font-weight: 600; break-inside: avoid; }
  .ages { break-inside: avoid; }
  .ages caption { padding-bottom: 1mm; text-align: start; color: #555; }
  .ages th.n { white-space: normal; }
  .ages th:first-child, .ages td:first-child { text-align: end; }
`;
