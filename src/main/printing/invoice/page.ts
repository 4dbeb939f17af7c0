import { amountInWords } from '@shared/amount-in-words';
import { gstStateOf, isUpiId, upiLink } from '@shared/codes';
import type { Bill, BillLine, Customer, HsnRow } from '@shared/contract';
import type { Row } from '@shared/entities';
import { addMoney, negMoney } from '@shared/money';
import { withUnits } from '@shared/paper';
import { createWriter, fill, type Writer } from '@shared/receipt';
import { html, type Markup, pictureElement, qrDrawing } from '../html';
import type { HiddenPage, PdfPaper } from '../ports';
import { styleFor } from './style';
import { type InvoiceWords, invoiceWords } from './words';

export interface Invoice {
  readonly bill: Bill;
  /** Null for a cash customer. */
  readonly buyer: Customer | null;
  readonly settings: Row<'business_settings'>;
  readonly paper: PdfPaper;
  /** 1 is the original alone, 3 is Original, Duplicate, Triplicate (rule 48 of the CGST Rules). */
  readonly copies: number;
  /** Made in training: it says so, and asks nobody for money. */
  readonly isTraining: boolean;
}

/** A tax invoice as rule 46 of the CGST Rules wants it, from the bill as it is stored. */
export function invoicePage(invoice: Invoice): HiddenPage {
  const { settings, bill, paper } = invoice;
  const words = invoiceWords[settings.language];
  const writer = createWriter(settings, bill.currency);
  const copies = words.copies.slice(0, invoice.copies);
  return {
    language: settings.language,
    title: `${words.invoice} ${bill.number}`,
    css: styleFor(paper),
    body: html`${copies.map((copy) => sheet(invoice, words, writer, copy))}`.markup,
  };
}

function sheet(invoice: Invoice, words: InvoiceWords, writer: Writer, copy: string): Markup {
  const { bill, settings } = invoice;
  const title = settings.gstin === null ? words.invoice : words.taxInvoice;
  return html`<section class="sheet">
    <header>
      ${writer.logo ? pictureElement(writer.logo, 'logo') : nothing}
      <div class="title"><h1>${title}</h1>${settings.gstin === null ? nothing : html`<p class="copy">${copy}</p>`}</div>
    </header>
    ${invoice.isTraining ? html`<p class="void">${words.training}</p>` : nothing}
    ${bill.voided ? html`<p class="void">${words.void}</p>` : nothing}
    <div class="parties">${seller(settings, words)}${buyer(invoice, words)}${facts(invoice, words, writer)}</div>
    ${lines(bill, words, writer)}
    <div class="below">
      <div class="left">
        <p class="name">${words.inWords}</p>
        <p class="words">${amountInWords(bill.total, bill.currency, settings.language)}</p>
        ${taxes(bill, words, writer)}${hsn(bill.hsn, words, writer)}
      </div>
      ${sums(bill, words, writer)}
    </div>
    <footer>
      ${payTo(invoice, words)}
      <div class="sign"><p>${fill(words.forShop, { name: settings.name })}</p><p class="line">${words.signature}</p></div>
    </footer>
    ${settings.gstin === null ? nothing : html`<p class="law">${words.reverse}</p>`}
    ${settings.receipt_footer ? html`<p class="law">${settings.receipt_footer}</p>` : nothing}
  </section>`;
}

const nothing: Markup = { markup: '' };

const named = (name: string, value: string | null): Markup =>
  value === null || value === '' ? nothing : html`<p><span class="name">${name}</span> ${value}</p>`;

function seller({ name, address, phone, gstin, state_code }: Row<'business_settings'>, words: InvoiceWords): Markup {
  return html`<div class="party"><p class="name">${words.seller}</p><p class="who">${name}</p>
    <p class="lines">${address ?? ''}</p>${named(words.phone, phone)}${named(words.gstin, gstin)}
    ${state_code === null ? nothing : html`<p>${stateName(state_code)}</p>`}</div>`;
}

function buyer({ bill, buyer: customer }: Invoice, words: InvoiceWords): Markup {
  return html`<div class="party"><p class="name">${words.buyer}</p>
    <p class="who">${bill.customer?.name ?? words.walkIn}</p><p class="lines">${customer?.address ?? ''}</p>
    ${named(words.phone, customer?.phone ?? null)}${named(words.gstin, customer?.gstin ?? null)}
    ${customer?.stateCode ? html`<p>${stateName(customer.stateCode)}</p>` : nothing}</div>`;
}

function facts({ bill, buyer: customer, settings }: Invoice, words: InvoiceWords, writer: Writer): Markup {
  const place = customer?.stateCode ?? settings.state_code;
  return html`<div class="party facts">${named(words.number, bill.number)}${named(words.date, writer.dateTime(bill.at))}
    ${named(words.dueDay, bill.due > 0 && bill.dueDay !== null ? writer.day(bill.dueDay) : null)}
    ${settings.gstin === null || place === null ? nothing : named(words.place, stateName(place))}</div>`;
}

/** `27 Maharashtra` */
function stateName(code: string): string {
  return `${code} ${gstStateOf(code) ?? ''}`.trimEnd();
}

function lines(bill: Bill, words: InvoiceWords, writer: Writer): Markup {
  const { amount, quantityOf } = writer;
  const row = (
    line: BillLine,
    index: number,
  ): Markup => html`<tr><td>${String(index + 1)}</td><td class="item">${withUnits(line.name)}</td>
    <td>${line.hsn ?? ''}</td><td>${quantityOf(line.quantity, line.unit)}</td><td>${amount(line.unitPrice)}</td>
    <td>${discountOf(line, writer)}</td><td>${amount(line.taxable)}</td><td>${amount(line.tax)}</td>
    <td>${amount(line.total)}</td></tr>`;
  const heads = [
    words.line,
    words.item,
    words.hsn,
    words.quantity,
    words.rate,
    words.discount,
    words.taxable,
    words.tax,
    words.amount,
  ];
  return html`<table class="lines"><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
    <tbody>${bill.lines.map(row)}</tbody></table>`;
}

function discountOf({ discount, billDiscountShare }: BillLine, { amount }: Writer): string {
  const all = addMoney(discount, billDiscountShare);
  return all === 0 ? '' : amount(all);
}

function taxes({ taxes: all }: Bill, words: InvoiceWords, { amount, rate, words: paper }: Writer): Markup {
  const charged = all.filter((tax) => tax.amount !== 0);
  if (charged.length === 0) return nothing;
  return html`<table class="small"><thead><tr><th>${words.taxSummary}</th><th>${words.taxable}</th><th>${words.amount}</th></tr></thead>
    <tbody>${charged.map(
      (tax) =>
        html`<tr><td>${paper.taxKind[tax.kind]} ${rate(tax.rate)}</td><td>${amount(tax.taxable)}</td><td>${amount(tax.amount)}</td></tr>`,
    )}</tbody></table>`;
}

function hsn(rows: readonly HsnRow[], words: InvoiceWords, { amount, rate, quantityOf, words: paper }: Writer): Markup {
  if (rows.length === 0) return nothing;
  const kinds = (['cgst', 'sgst', 'igst', 'cess'] as const).filter((kind) => rows.some((row) => row[kind] !== 0));
  return html`<table class="small"><thead><tr><th>${words.hsnSummary}</th><th>${words.quantity}</th><th>${words.rate}</th>
    <th>${words.taxable}</th>${kinds.map((kind) => html`<th>${paper.taxKind[kind]}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr><td>${row.hsn}</td><td>${quantityOf(row.quantity, row.unit)}</td><td>${rate(row.rate)}</td>
        <td>${amount(row.taxable)}</td>${kinds.map((kind) => html`<td>${amount(row[kind])}</td>`)}</tr>`,
    )}</tbody></table>`;
}

function sums(bill: Bill, words: InvoiceWords, { amount, money, rate, words: paper }: Writer): Markup {
  const sum = (name: string, value: string, className = ''): Markup =>
    html`<tr class="${className}"><td>${name}</td><td>${value}</td></tr>`;
  const added = bill.pricesIncludeTax ? [] : bill.taxes.filter((tax) => tax.amount !== 0);
  return html`<table class="sums"><tbody>
    ${sum(words.subtotal, amount(bill.subtotal))}
    ${bill.lineDiscount === 0 ? nothing : sum(words.discount, amount(negMoney(bill.lineDiscount)))}
    ${bill.billDiscount === 0 ? nothing : sum(words.billDiscount, amount(negMoney(bill.billDiscount)))}
    ${added.map((tax) => sum(`${paper.taxKind[tax.kind]} ${rate(tax.rate)}`, amount(tax.amount)))}
    ${bill.roundOff === 0 ? nothing : sum(words.roundOff, amount(bill.roundOff))}
    ${sum(words.total, money(bill.total), 'total')}
    ${bill.paid === 0 ? nothing : sum(words.paid, amount(bill.paid))}
    ${bill.due === 0 ? nothing : sum(words.due, money(bill.due), 'due')}
  </tbody></table>`;
}

/** Where to pay to: the bank in words, and a code with the amount while something is owed. */
function payTo({ bill, settings }: Invoice, words: InvoiceWords): Markup {
  const { upi_id: payee, bank_details: bank, name } = settings;
  const asks = bill.due > 0 && !bill.voided && bill.currency === 'INR' && payee !== null && isUpiId(payee);
  const qr = asks
    ? html`<div class="pay">${qrDrawing(upiLink({ payee, name, amount: bill.due, note: bill.number }))}<p>${words.upi}</p></div>`
    : nothing;
  const details = bank ? html`<div><p class="name">${words.bank}</p><p class="lines">${bank}</p></div>` : nothing;
  return html`<div class="payto">${qr}${details}</div>`;
}
