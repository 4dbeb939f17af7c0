import type { LabelPart, PlacedLabel } from '@shared/labels';
import { html, type Markup } from '../html';

/** What every drawing of labels is styled with. The semi-bold face is the one that widths were measured in. */
export const labelCss = `
  html, body { margin: 0; background: #fff; }
  text { font-family: var(--paper-font), sans-serif; font-weight: 500; font-variant-numeric: tabular-nums; white-space: pre; }
  text.name, text.price { font-weight: 600; }
  path { shape-rendering: crispEdges; }
`;

const anchors = { start: 'start', center: 'middle', end: 'end' } as const;

/** A part as it stands in a drawing whose units are the label's own. */
export function partMarkup(part: LabelPart): Markup {
  if (part.is === 'bars') return html`<path d="${barsPath(part)}"/>`;
  const { what, text, size, align } = part;
  const x = part.x + (align === 'start' ? 0 : align === 'end' ? part.width : part.width >> 1);
  const y = part.y + Math.trunc((part.height * 76) / 100);
  return html`<text class="${what}" x="${String(x)}" y="${String(y)}" font-size="${String(size)}" text-anchor="${anchors[align]}">${text}</text>`;
}

/** A label in its place. Nothing of it reaches the next one. */
export function labelMarkup({ width, height, parts }: PlacedLabel, x: number, y: number): Markup {
  const [w, h] = [String(width), String(height)];
  return html`<svg x="${String(x)}" y="${String(y)}" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" overflow="hidden">${parts.map(partMarkup)}</svg>`;
}

function barsPath({ x, y, height, lead, runs }: Extract<LabelPart, { is: 'bars' }>): string {
  let path = '';
  let at = x + lead;
  for (const [index, run] of runs.entries()) {
    if (index % 2 === 0) path += `M${at} ${y}h${run}v${height}h-${run}z`;
    at += run;
  }
  return path;
}
