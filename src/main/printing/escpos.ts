import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { code128Modules } from '@shared/codes';
import type { PaperWidth } from '@shared/contract';
import {
  type Bitmap,
  type Block,
  drawBitmap,
  isBlack,
  layOutBlock,
  type PaperLine,
  type ReceiptDocument,
  withCaptions,
} from '@shared/paper';
import { encode as encodeQr } from 'uqr';
import { codePageFor } from './code-pages';
import type { RasterPort } from './ports';
import type { PrinterProfile } from './profiles';

/** How a printer is to be spoken to. */
export interface Dialect {
  readonly profile: PrinterProfile;
  readonly width: PaperWidth;
}

/** What is sent, piece by piece: letters that the printer has, and pictures of what it has not. */
type Piece =
  | { readonly is: 'line'; readonly line: PaperLine }
  | { readonly is: 'picture'; readonly picture: Bitmap }
  | { readonly is: 'code'; readonly kind: 'qr' | 'code128'; readonly data: string };

/**
 * The bytes of a paper. Blocks with a letter that no code page of the printer has are drawn as a whole, so that a table
 * of Hindi names keeps its columns.
 *
 * @throws whatever the raster port throws
 */
export async function encodeReceipt(
  document: ReceiptDocument,
  { profile, width }: Dialect,
  raster: RasterPort,
): Promise<Uint8Array> {
  const { columns, dots } = profile.paper[width];
  const pieces: Piece[] = [];
  let toDraw: Block[] = [];
  const draw = async () => {
    if (toDraw.length === 0) return;
    const run = toDraw;
    toDraw = [];
    const picture = await raster.draw({ blocks: run, language: document.language, dots, columns });
    pieces.push({ is: 'picture', picture });
  };
  for (const block of withCaptions(document.blocks)) {
    const parts = layOutBlock(block, columns);
    const lines = parts.filter((part) => part.is === 'line');
    if (!lines.every((line) => codePageFor(line.text, profile) !== null)) {
      toDraw.push(block);
      continue;
    }
    await draw();
    for (const part of parts) {
      if (part.is === 'line') pieces.push({ is: 'line', line: part });
      else if (part.is === 'picture') pieces.push({ is: 'picture', picture: part.picture });
      else pieces.push({ is: 'code', kind: kindThatFits(part.kind, part.data, dots), data: part.data });
    }
  }
  await draw();
  return encodePieces(pieces, profile, dots);
}

/** Labels as pictures, each cut off or torn off where the next one begins. */
export function encodePictures(pictures: readonly Bitmap[], { profile, width }: Dialect): Uint8Array {
  const encoder = createEncoder(profile).initialize();
  for (const picture of pictures) {
    writePicture(encoder, picture, profile.paper[width].dots);
    leave(encoder, profile);
  }
  return encoder.encode();
}

/** Opens the drawer. */
export function encodeKick({ profile }: Dialect): Uint8Array {
  return createEncoder(profile).pulse(profile.drawerPin, 120, 240).encode();
}

/** Lines are laid out already and never wider than the paper; the encoder knows a few widths only, this the widest. */
const encoderColumns = 48;

function createEncoder(profile: PrinterProfile): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: encoderColumns,
    codepageMapping: Object.fromEntries(profile.codePages),
    imageMode: 'raster',
    feedBeforeCut: profile.feedBeforeCut,
    // Pictures and codes move the paper by themselves.
    feedAfterBlock: false,
    newline: '\n',
    errors: 'strict',
  });
}

function encodePieces(pieces: readonly Piece[], profile: PrinterProfile, dots: number): Uint8Array {
  const encoder = createEncoder(profile).initialize();
  for (const piece of pieces) {
    if (piece.is === 'line') writeLine(encoder, piece.line, profile);
    else if (piece.is === 'picture') writePicture(encoder, piece.picture, dots);
    else if (piece.kind === 'qr') writeQr(encoder, piece.data, profile, dots);
    else encoder.align('center').barcode(piece.data, 'code128', { height: 64, width: 1, text: false }).align('left');
  }
  leave(encoder, profile);
  return encoder.encode();
}

/** The paper's end, out of the printer. */
function leave(encoder: ReceiptPrinterEncoder, profile: PrinterProfile): void {
  if (profile.cut === null) encoder.newline(profile.feedBeforeCut);
  else encoder.cut(profile.cut);
}

function writeLine(encoder: ReceiptPrinterEncoder, line: PaperLine, profile: PrinterProfile): void {
  const page = codePageFor(line.text, profile);
  if (page === null) throw new Error('A line with letters of no code page is drawn, not written');
  encoder.codepage(page);
  if (line.bold) encoder.bold(true);
  if (line.inverse) encoder.invert(true);
  if (line.large) encoder.size(2, 2);
  if (line.text === '') encoder.newline();
  else encoder.line(line.text);
  if (line.large) encoder.size(1, 1);
  if (line.inverse) encoder.invert(false);
  if (line.bold) encoder.bold(false);
}

/** Centred by its own white margin: printers disagree on whether alignment holds for pictures. */
function writePicture(encoder: ReceiptPrinterEncoder, picture: Bitmap, dots: number): void {
  const left = (dots - picture.width) >> 1;
  const centred = left > 0 ? drawBitmap(dots, picture.height, (x, y) => isBlack(picture, x - left, y)) : picture;
  const { width, height } = centred;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isBlack(centred, x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  encoder.image({ width, height, data }, { width, height });
}

/** Dots of one module: as large as half of the paper allows, and never too small for a phone. */
function qrModule(modules: number, dots: number): number {
  return Math.min(6, Math.max(3, Math.trunc(dots / 2 / modules)));
}

function writeQr(encoder: ReceiptPrinterEncoder, data: string, profile: PrinterProfile, dots: number): void {
  const { size, data: modules } = encodeQr(data, { ecc: 'M', border: 0, boostEcc: false });
  const module = qrModule(size, dots);
  if (profile.drawsQr) {
    encoder.align('center').qrcode(data, { model: 2, size: module, errorlevel: 'm' }).align('left');
    return;
  }
  const black = (x: number, y: number) => modules[Math.trunc(y / module)]?.[Math.trunc(x / module)] === true;
  writePicture(encoder, drawBitmap(size * module, size * module, black), dots);
}

/** Dots of one module of a barcode: two, the finest that every printer and scanner can do. */
const barModule = 2;

/** A barcode that the paper is too narrow for is printed as a QR code, which every scanner of today reads too. */
function kindThatFits(kind: 'qr' | 'code128', data: string, dots: number): 'qr' | 'code128' {
  return kind === 'qr' || code128Modules(data).length * barModule > dots ? 'qr' : 'code128';
}
