import type { BarsPart, Box, LinePart, PlacedLabel } from '@shared/labels';
import { type Bitmap, isBlack } from '@shared/paper';

/** A label and how many of it, with its letters drawn where the printer lacks some. */
export interface ZplLabel {
  readonly label: PlacedLabel;
  readonly copies: number;
  /** Needed where `needsDrawing`. */
  readonly drawn: Bitmap | null;
}

/** Letters that font 0 of every label printer has: ASCII and Latin-1, less the backslash, by which ^FB breaks lines. */
const known = /^[\x20-\x5b\x5d-\x7e\u00a1-\u00ff]*$/;

/** The sign of what was left out is on no printer. */
const plain = (text: string): string => text.replaceAll('…', '...');

const isWritten = ({ text }: LinePart): boolean => known.test(plain(text));

/** Whether some of it has to go as a picture. */
export const needsDrawing = ({ parts }: PlacedLabel): boolean =>
  parts.some((part) => part.is === 'line' && !isWritten(part));

/**
 * Labels in Zebra's language (ZPL II Programming Guide). Bars are boxes (^GB) whose widths are ours: no printer's own idea of a symbology
 * stands between what was tested and what is stuck on the goods. Copies are the printer's work (^PQ).
 */
export function encodeZpl(labels: readonly ZplLabel[]): Uint8Array {
  return new TextEncoder().encode(labels.map(labelZpl).join(''));
}

function labelZpl({ label, copies, drawn }: ZplLabel): string {
  const lines = label.parts.flatMap((part) => {
    if (part.is === 'bars') return barsZpl(part);
    if (isWritten(part)) return [lineZpl(part)];
    if (!drawn) throw new Error('A label with letters that the printer lacks is drawn first');
    return [pictureZpl(part, drawn)];
  });
  // UTF-8, size, corner; then what is on it.
  const head = ['^XA', '^CI28', `^PW${label.width}`, `^LL${label.height}`, '^LH0,0'];
  return `${[...head, ...lines, `^PQ${copies},0,1,N`, '^XZ'].join('\n')}\n`;
}

const justified = { start: 'L', center: 'C', end: 'R' } as const;

/** ^A0: the scalable font. ^FB with one line says where the text stands in its box. */
function lineZpl({ x, y, width, height, size, align, text }: LinePart): string {
  const top = y + ((height - size) >> 1);
  return `^FO${x},${top}^A0N,${size},${size}^FB${width},1,0,${justified[align]},0^FH_^FD${escaped(plain(text))}^FS`;
}

/** After ^FH_ an underscore and two hexadecimal digits are a byte: that is how the commands' own signs are written. */
const escaped = (text: string): string =>
  text.replace(/[\^~_]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function barsZpl({ x, y, height, lead, runs }: BarsPart): string[] {
  const boxes: string[] = [];
  let at = x + lead;
  for (const [index, run] of runs.entries()) {
    if (index % 2 === 0) boxes.push(`^FO${at},${y}^GB${run},${height},${run}^FS`);
    at += run;
  }
  return boxes;
}

/** What is drawn in the box, as hexadecimal rows of whole bytes. */
function pictureZpl({ x, y, width, height }: Box, drawn: Bitmap): string {
  const rowBytes = (width + 7) >> 3;
  let data = '';
  for (let row = 0; row < height; row++) {
    for (let byte = 0; byte < rowBytes; byte++) {
      let bits = 0;
      for (let bit = 0; bit < 8; bit++) {
        const column = byte * 8 + bit;
        if (column < width && isBlack(drawn, x + column, y + row)) bits |= 0x80 >> bit;
      }
      data += bits.toString(16).padStart(2, '0').toUpperCase();
    }
  }
  const total = rowBytes * height;
  return `^FO${x},${y}^GFA,${total},${total},${rowBytes},${data}^FS`;
}
