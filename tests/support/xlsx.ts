import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these parts. `unpackedSize` lies about the size of a part, as a bomb does. */
export function zip(parts: Readonly<Record<string, string | Buffer>>, unpackedSize?: number): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(Math.min(unpackedSize ?? content.length, content.length), 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}

/** A cell as the XML of a sheet has it: a text, a number, or `xml` as it stands. */
export type TestCell = string | number | null | { readonly xml: string };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const column = (index: number) => String.fromCharCode(65 + index);

/** The XML of a sheet; texts go through the shared strings as Excel writes them. */
export function sheetXml(rows: readonly (readonly TestCell[])[], strings: string[]): string {
  const body = rows.map((cells, index) => {
    const row = index + 1;
    const xml = cells.map((cell, at) => {
      const r = `r="${column(at)}${row}"`;
      if (cell === null) return `<c ${r} s="0"/>`;
      if (typeof cell === 'object') return `<c ${r} ${cell.xml}</c>`;
      if (typeof cell === 'number') return `<c ${r}><v>${cell}</v></c>`;
      strings.push(cell);
      return `<c ${r} t="s"><v>${strings.length - 1}</v></c>`;
    });
    return `<row r="${row}">${xml.join('')}</row>`;
  });
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** The parts of a workbook with these sheets. */
export function workbookParts(sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>) {
  const strings: string[] = [];
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
  };
  for (const [at, rows] of Object.values(sheets).entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(rows, strings);
  }
  parts['xl/sharedStrings.xml'] = `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  return parts;
}

export const workbook = (sheets: Parameters<typeof workbookParts>[0]): Buffer => zip(workbookParts(sheets));
