import type { LabelPart, PlacedLabel } from '@shared/labels';
import styles from './labels.module.css';

/** A label as it will be printed, on paper that is white in the dark too. */
export function LabelPicture({ label, name }: { label: PlacedLabel; name: string }) {
  return (
    <svg className={styles.label} viewBox={`0 0 ${label.width} ${label.height}`} role="img" aria-label={name}>
      {label.parts.map((part) => (
        <Part key={`${part.x} ${part.y}`} part={part} />
      ))}
    </svg>
  );
}

const anchors = { start: 'start', center: 'middle', end: 'end' } as const;

function Part({ part }: { part: LabelPart }) {
  if (part.is === 'bars') return <path d={barsPath(part)} shapeRendering="crispEdges" />;
  const { text, what, align, size, width, height } = part;
  return (
    <text
      x={part.x + (align === 'start' ? 0 : align === 'end' ? width : width >> 1)}
      y={part.y + Math.trunc((height * 76) / 100)}
      fontSize={size}
      fontWeight={what === 'name' || what === 'price' ? 600 : 500}
      textAnchor={anchors[align]}
    >
      {text}
    </text>
  );
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
