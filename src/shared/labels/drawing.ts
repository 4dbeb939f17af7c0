import type { BarsPart, LinePart } from './layout';

const anchors = { start: 'start', center: 'middle', end: 'end' } as const;

/** Where a line's text stands in a drawing: its base line, and the side from which it runs. In the label's units. */
export function textAt({ x, y, width, height, align }: LinePart): {
  readonly x: number;
  readonly y: number;
  readonly anchor: (typeof anchors)[keyof typeof anchors];
} {
  const side = align === 'start' ? 0 : align === 'end' ? width : width >> 1;
  return { x: x + side, y: y + Math.trunc((height * 76) / 100), anchor: anchors[align] };
}

/** The black bars as one path of SVG. */
export function barsPath({ x, y, height, lead, runs }: BarsPart): string {
  let path = '';
  let at = x + lead;
  for (const [index, run] of runs.entries()) {
    if (index % 2 === 0) path += `M${at} ${y}h${run}v${height}h-${run}z`;
    at += run;
  }
  return path;
}
