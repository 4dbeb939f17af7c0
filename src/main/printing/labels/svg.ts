import { barsPath, type LabelPart, type PlacedLabel, textAt } from '@shared/labels';
import { html, type Markup } from '../html';

/** What every drawing of labels is styled with. The semi-bold face is the one that widths were measured in. */
export const labelCss = `
  html, body { margin: 0; background: #fff; }
  text { font-family: var(--paper-font), sans-serif; font-weight: 500; font-variant-numeric: tabular-nums; white-space: pre; }
  text.name, text.price { font-weight: 600; }
  path { shape-rendering: crispEdges; }
`;

/** A part as it stands in a drawing whose units are the label's own. */
export function partMarkup(part: LabelPart): Markup {
  if (part.is === 'bars') return html`<path d="${barsPath(part)}"/>`;
  const { what, text, size } = part;
  const { x, y, anchor } = textAt(part);
  return html`<text class="${what}" x="${String(x)}" y="${String(y)}" font-size="${String(size)}" text-anchor="${anchor}">${text}</text>`;
}

/** A label in its place. Nothing of it reaches the next one. */
export function labelMarkup({ width, height, parts }: PlacedLabel, x: number, y: number): Markup {
  const [w, h] = [String(width), String(height)];
  return html`<svg x="${String(x)}" y="${String(y)}" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" overflow="hidden">${parts.map(partMarkup)}</svg>`;
}
