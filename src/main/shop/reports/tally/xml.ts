import { absMoney, negMoney, toDecimal } from '@shared/money';
import type { Reads } from '../../../store';
import { escapeXml } from '../files';
import type { Period } from '../period';
import type { Ledger } from './ledgers';
import { type Posting, type Voucher, vouchersOf } from './vouchers';

/**
 * Tally's import envelope: first the ledgers that the vouchers need, then the vouchers. They are counted twice, because a
 * ledger has to be there before what is posted to it, and a quarter of vouchers is too much to keep.
 */
export function* tallyXml(reads: Reads, period: Period, company: string): Generator<string> {
  const ledgers = new Map<string, Ledger>();
  for (const { postings } of vouchersOf(reads, period)) {
    for (const { ledger } of postings) ledgers.set(ledger.name, ledger);
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<ENVELOPE>\n<HEADER><TALLYREQUEST>Import Data</TALLYREQUEST></HEADER>\n';
  yield '<BODY><IMPORTDATA>\n<REQUESTDESC><REPORTNAME>All Masters</REPORTNAME><STATICVARIABLES>';
  yield `${tag('SVCURRENTCOMPANY', company)}</STATICVARIABLES></REQUESTDESC>\n<REQUESTDATA>\n`;
  for (const ledger of ledgers.values()) yield message(ledgerXml(ledger));
  for (const voucher of vouchersOf(reads, period)) yield message(voucherXml(voucher));
  yield '</REQUESTDATA>\n</IMPORTDATA></BODY>\n</ENVELOPE>\n';
}

const message = (content: string) => `<TALLYMESSAGE xmlns:UDF="TallyUDF">${content}</TALLYMESSAGE>\n`;

const tag = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;

function ledgerXml({ name, group, duty, gstin, state }: Ledger): string {
  const own = [
    tag('NAME', name),
    tag('PARENT', group),
    ...(duty === undefined ? [] : [tag('TAXTYPE', 'GST'), tag('GSTDUTYHEAD', duty)]),
    ...(gstin ? [tag('GSTREGISTRATIONTYPE', 'Regular'), tag('PARTYGSTIN', gstin)] : []),
    ...(state === undefined ? [] : [tag('COUNTRYNAME', 'India'), tag('LEDSTATENAME', state)]),
  ];
  return `<LEDGER NAME="${escapeXml(name)}" RESERVEDNAME="" ACTION="Create">${own.join('')}</LEDGER>`;
}

function voucherXml({ id, type, day, number, note, party, postings }: Voucher): string {
  const own = [
    tag('DATE', day.replaceAll('-', '')),
    tag('GUID', `galla-${id}`),
    tag('VOUCHERTYPENAME', type),
    ...(number === null ? [] : [tag('VOUCHERNUMBER', number), tag('REFERENCE', number)]),
    tag('PARTYLEDGERNAME', party.name),
    ...(note === '' ? [] : [tag('NARRATION', note)]),
    ...postings.map((posting) => postingXml(posting, posting.ledger === party)),
  ];
  const head = `REMOTEID="${escapeXml(`galla-${id}`)}" VCHTYPE="${type}" ACTION="Create"`;
  return `<VOUCHER ${head} OBJVIEW="Accounting Voucher View">${own.join('')}</VOUCHER>`;
}

/** Tally writes a debit below nothing, and says beside it that it is one. */
function postingXml({ ledger, amount }: Posting, isParty: boolean): string {
  const isDebit = amount > 0;
  const signed = toDecimal(isDebit ? negMoney(amount) : absMoney(amount), 'INR');
  return [
    '<ALLLEDGERENTRIES.LIST>',
    tag('LEDGERNAME', ledger.name),
    tag('ISDEEMEDPOSITIVE', isDebit ? 'Yes' : 'No'),
    tag('ISPARTYLEDGER', isParty ? 'Yes' : 'No'),
    tag('AMOUNT', signed),
    '</ALLLEDGERENTRIES.LIST>',
  ].join('');
}
