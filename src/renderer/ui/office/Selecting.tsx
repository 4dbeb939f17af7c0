import { Checkbox } from '@mantine/core';
import styles from './VirtualTable.module.css';

/** Which rows of a table are chosen, and how they are. Rows that are not loaded yet are undefined, and left as they are. */
export interface Selecting<Row> {
  readonly has: (row: Row) => boolean;
  readonly all: 'all' | 'some' | 'none';
  readonly choose: (rows: readonly (Row | undefined)[]) => void;
  readonly toggle: (row: Row | undefined) => void;
  /** All that the list's filter finds, or none of them. */
  readonly toggleAll: (on: boolean) => void;
  /** What the boxes are called for a screen reader. */
  readonly allLabel: string;
  readonly rowLabel: (row: Row) => string;
}

/** The grid track of the boxes. */
export const boxTrack = '20px';

export function HeadBox<Row>({ selecting }: { readonly selecting: Selecting<Row> }) {
  const { all, allLabel, toggleAll } = selecting;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
    // biome-ignore lint/a11y/useFocusableInteractive: its box is
    <div role="columnheader" className={styles.headCell}>
      <Checkbox
        size="xs"
        aria-label={allLabel}
        checked={all === 'all'}
        indeterminate={all === 'some'}
        onChange={() => toggleAll(all !== 'all')}
      />
    </div>
  );
}

interface RowBoxProps<Row> {
  readonly selecting: Selecting<Row>;
  readonly row: Row | undefined;
  /** @param isRange with Shift: from where one stands to here */
  readonly onPick: (isRange: boolean) => void;
}

export function RowBox<Row>({ selecting, row, onPick }: RowBoxProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys
    <div
      role="gridcell"
      className={styles.box}
      // All around the box is the box too: a row that opens by a slip costs more than one that is ticked by one.
      onClick={(event) => {
        event.stopPropagation();
        onPick(event.shiftKey);
      }}
      // The focus is the grid's, whose keys go on from here; and Shift marks no text.
      onMouseDown={(event) => event.preventDefault()}
    >
      {row !== undefined && (
        <Checkbox size="xs" tabIndex={-1} aria-label={selecting.rowLabel(row)} checked={selecting.has(row)} readOnly />
      )}
    </div>
  );
}
