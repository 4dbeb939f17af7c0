import { a4, labelsPerSheet, type Sheet } from '@shared/label-media';
import styles from './labels.module.css';

interface Props {
  readonly sheet: Sheet;
  readonly begin: number;
  readonly labels: number;
  /** What it shows, in words. */
  readonly name: string;
}

/** The first sheet: which stickers are gone, which are printed, which stay. */
export function SheetPicture({ sheet, begin, labels, name }: Props) {
  return (
    <svg className={styles.sheet} viewBox={`0 0 ${a4.width} ${a4.height}`} role="img" aria-label={name}>
      {Array.from({ length: labelsPerSheet(sheet) }, (_, place) => {
        const position = place + 1;
        const state = position < begin ? 'gone' : position < begin + labels ? 'printed' : 'free';
        return (
          <rect
            key={position}
            data-state={state}
            x={sheet.left + (place % sheet.columns) * sheet.stepX}
            y={sheet.top + Math.trunc(place / sheet.columns) * sheet.stepY}
            width={sheet.width}
            height={sheet.height}
            rx={20}
          />
        );
      })}
    </svg>
  );
}
