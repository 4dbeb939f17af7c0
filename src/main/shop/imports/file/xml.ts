import { badFormat } from './failure';

/** Name without its prefix, attributes, self-closing: quoted values may hold anything. */
const tag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/y;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the XML of a workbook piece by piece, forward only: what a spreadsheet of a million rows needs, and no more. There
 * are no entities but the five of XML itself, so a document that declares its own is refused.
 */
export class XmlScanner {
  readonly #xml: string;
  #at = 0;
  #attributes = '';
  kind: 'open' | 'close' | 'text' = 'text';
  /** Of an opening or closing tag, without its prefix. */
  name = '';
  /** An opening tag that closes itself: no closing one follows. */
  selfClosing = false;
  /** Of a text, its entities resolved. */
  text = '';

  constructor(xml: string) {
    this.#xml = xml;
  }

  /** Moves to the next piece; false at the end. @throws AppError `file_format` */
  next(): boolean {
    const xml = this.#xml;
    while (this.#at < xml.length) {
      const start = this.#at;
      if (xml.charCodeAt(start) !== 60) {
        const end = xml.indexOf('<', start);
        this.#at = end < 0 ? xml.length : end;
        this.kind = 'text';
        this.text = resolveEntities(xml.slice(start, this.#at));
        return true;
      }
      const second = xml.charCodeAt(start + 1);
      if (second === 33 && xml.startsWith('<![CDATA[', start)) {
        const end = this.#skipTo(']]>');
        this.kind = 'text';
        this.text = xml.slice(start + 9, end);
        return true;
      }
      if (second === 33 && xml.startsWith('<!--', start)) this.#skipTo('-->');
      else if (second === 63) this.#skipTo('?>');
      else return this.#readTag();
    }
    return false;
  }

  /** Of the opening tag, whatever prefix it has. */
  attribute(name: string): string | undefined {
    const match = patternOf(name).exec(this.#attributes);
    return match ? resolveEntities(match[1] ?? match[2] ?? '') : undefined;
  }

  #readTag(): boolean {
    tag.lastIndex = this.#at;
    const match = tag.exec(this.#xml);
    if (!match) throw badFormat('damaged', 'The workbook is damaged');
    this.#at = tag.lastIndex;
    this.kind = match[1] === '/' ? 'close' : 'open';
    this.name = match[2] ?? '';
    this.#attributes = match[3] ?? '';
    this.selfClosing = match[4] === '/';
    return true;
  }

  /** Where the end mark stands; reading goes on behind it. */
  #skipTo(mark: string): number {
    const end = this.#xml.indexOf(mark, this.#at);
    if (end < 0) throw badFormat('damaged', 'The workbook is damaged');
    this.#at = end + mark.length;
    return end;
  }
}

const patterns = new Map<string, RegExp>();

function patternOf(attribute: string): RegExp {
  let pattern = patterns.get(attribute);
  if (!pattern) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(attribute, pattern);
  }
  return pattern;
}

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
