/** Markup of the hidden pages. Every text goes through `escaped`; nothing else makes markup out of what people typed. */
import type { Bitmap } from '@shared/paper';
import { encode as encodeQr } from 'uqr';
import { pngOf } from './simulator';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (char) => entities[char] ?? '');
}

/** Markup that is already safe. */
export type Markup = { readonly markup: string };

/** A template whose holes are escaped, unless they are markup already or lists of it. */
export function html(parts: TemplateStringsArray, ...holes: readonly (string | Markup | readonly Markup[])[]): Markup {
  const text = parts.reduce((whole, part, index) => whole + fillOf(holes[index - 1] ?? '') + part);
  return { markup: text };
}

function fillOf(hole: string | Markup | readonly Markup[]): string {
  if (typeof hole === 'string') return escaped(hole);
  return 'markup' in hole ? hole.markup : hole.map(({ markup }) => markup).join('');
}

/** A QR code as a drawing of one path. */
export function qrDrawing(data: string): Markup {
  const { size, data: modules } = encodeQr(data, { ecc: 'M', border: 2 });
  const path = modules.flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class="qr" viewBox="0 0 ${String(size)} ${String(size)}" role="img"><path d="${path}"/></svg>`;
}

export function pictureElement(picture: Bitmap, className: string): Markup {
  const source = `data:image/png;base64,${pngOf(picture).toString('base64')}`;
  return html`<img class="${className}" src="${source}" alt="">`;
}
