import { barsPath, type LabelPart, type PlacedLabel, textAt } from '@shared/labels';
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

function Part({ part }: { part: LabelPart }) {
  if (part.is === 'bars') return <path d={barsPath(part)} shapeRendering="crispEdges" />;
  const { x, y, anchor } = textAt(part);
  return (
    <text
      x={x}
      y={y}
      fontSize={part.size}
      fontWeight={part.what === 'name' || part.what === 'price' ? 600 : 500}
      textAnchor={anchor}
    >
      {part.text}
    </text>
  );
}
