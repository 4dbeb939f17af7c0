import { type CurrencyCode, currencyDecimals } from '@shared/money';
import { Zip, ZipDeflate } from 'fflate';
import type { FileCell, FileTable } from './table';
import { escapeXml } from './xml';

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Formats of cells, by their place in `cellXfs`; the same again in bold. */
const kinds = ['text', 'money', 'quantity', 'percent', 'count', 'day', 'time'] as const;
type Kind = (typeof kinds)[number];

/**
 * A workbook of one sheet (ECMA-376), piece by piece. Texts are inline strings, which no program takes for a formula; numbers
 * are numbers, written digit by digit as they are kept.
 */
export function writeXlsx(table: FileTable, currency: CurrencyCode, write: (bytes: Uint8Array) => void): void {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const part = (name: string, texts: Iterable<string>) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    // A row is a few hundred bytes: packed one by one they would cost more than they say.
    let gathered = header;
    for (const text of texts) {
      gathered += text;
      if (gathered.length < 65_536) continue;
      file.push(encoder.encode(gathered));
      gathered = '';
    }
    file.push(encoder.encode(gathered), true);
  };
  part('[Content_Types].xml', [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    ...[
      ['/xl/workbook.xml', 'sheet.main'],
      ['/xl/worksheets/sheet1.xml', 'worksheet'],
      ['/xl/styles.xml', 'styles'],
    ].map(
      ([name, type]) =>
        `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    ),
    '</Types>',
  ]);
  part('_rels/.rels', [relationships(['officeDocument', 'xl/workbook.xml'])]);
  part('xl/workbook.xml', [
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>`,
    `<sheet name="${escapeXml(sheetName(table.title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  part('xl/_rels/workbook.xml.rels', [relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])]);
  part('xl/styles.xml', [styles(currency)]);
  part('xl/worksheets/sheet1.xml', sheet(table));
  zip.end();
}

const encoder = new TextEncoder();

function relationships(...targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
}

function styles(currency: CurrencyCode): string {
  const digits = currencyDecimals(currency);
  const formats: Readonly<Record<Kind, string>> = {
    text: 'General',
    money: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`,
    quantity: 'General',
    percent: 'General"%"',
    count: '0',
    day: 'yyyy\\-mm\\-dd',
    time: 'yyyy\\-mm\\-dd hh:mm',
  };
  // Numbers of formats below 164 are the program's own.
  const list = kinds.map(
    (kind, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(formats[kind])}"/>`,
  );
  const cells = [0, 1].flatMap((font) =>
    kinds.map(
      (_, index) =>
        `<xf numFmtId="${164 + index}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
    ),
  );
  return [
    `<styleSheet xmlns="${main}"><numFmts count="${list.length}">${list.join('')}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`,
  ].join('');
}

function* sheet({ heads, rows, feet }: FileTable): Generator<string> {
  yield `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `<cols><col min="1" max="${heads.length}" width="18" customWidth="1"/></cols><sheetData>`;
  yield row(
    heads.map((text) => ({ text })),
    true,
  );
  for (const cells of rows) yield row(cells, false);
  for (const cells of feet) yield row(cells, true);
  yield '</sheetData></worksheet>';
}

const row = (cells: readonly FileCell[], bold: boolean): string =>
  `<row>${cells.map((cell) => cellXml(cell, bold)).join('')}</row>`;

function cellXml(cell: FileCell, bold: boolean): string {
  if (cell === null) return '<c/>';
  if ('text' in cell) {
    return `<c t="inlineStr" s="${styleOf('text', bold)}"><is><t xml:space="preserve">${escapeXml(cell.text)}</t></is></c>`;
  }
  if ('number' in cell) return `<c s="${styleOf(cell.as, bold)}"><v>${cell.number}</v></c>`;
  const isDay = cell.date.length === 10;
  return `<c s="${styleOf(isDay ? 'day' : 'time', bold)}"><v>${serialOf(cell.date)}</v></c>`;
}

const styleOf = (kind: Kind, bold: boolean): number => kinds.indexOf(kind) + (bold ? kinds.length : 0);

const msPerDay = 86_400_000;
/** Days from 30 December 1899, where spreadsheets begin to count, to 1970. */
const epoch = 25_569;

/** Of a wall clock's `YYYY-MM-DD[ HH:MM]`. */
function serialOf(date: string): number {
  return epoch + Date.parse(`${date.replace(' ', 'T')}${date.length === 10 ? 'T00:00' : ''}Z`) / msPerDay;
}

/** At most 31 characters, without those that name a cell in another sheet. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);
