import { UnstyledButton } from '@mantine/core';
import type { Topic } from '@shared/contract';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PagedName, type PageFilter, type PageRow, useFresh, usePages } from '../../live';
import { FailureState } from '../FailureState';
import { boxTrack, HeadBox, RowBox, type Selecting } from './Selecting';
import { useSteadyRows } from './useSteadyRows';
import styles from './VirtualTable.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** The title is for a screen reader: what stands in the cells speaks for itself. */
  readonly isUntitled?: true;
  /** A CSS grid track: `minmax(200px, 2fr)`, `120px`. */
  readonly width: string;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  /** Clicking the head sorts by this column's key. */
  readonly sortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
}

interface Props<N extends PagedName> {
  /** Names the table for a screen reader. */
  readonly label: string;
  readonly call: N;
  readonly filter: PageFilter<N>;
  readonly columns: readonly Column<PageRow<N>>[];
  /** Enter, or a click. */
  readonly onOpen?: (row: PageRow<N>) => void;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  /** What the place says when there is nothing in it. */
  readonly empty: ReactNode;
  readonly rowHeight?: number;
  readonly isMuted?: (row: PageRow<N>) => boolean;
  /** What the rows are: those that another till has made a moment ago are marked as new. */
  readonly topic?: Topic;
  /** With it each row has a box: Space ticks the row, Shift with the arrows every row on the way, Ctrl+A all. */
  readonly selecting?: Selecting<PageRow<N>>;
}

/**
 * A list of any length: only the rows in sight exist, only their pages are asked for. Arrow keys, Page, Home and End
 * move; Enter opens.
 */
export function VirtualTable<N extends PagedName>(props: Props<N>) {
  const {
    label,
    call,
    filter,
    columns,
    onOpen,
    sorting,
    onSort,
    empty,
    rowHeight = 48,
    isMuted,
    topic,
    selecting,
  } = props;
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages = usePages(call, filter, range.first, range.last);
  const count = pages.total ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    onChange: (instance) => {
      const items = instance.getVirtualItems();
      const first = items[0]?.index ?? 0;
      const last = items.at(-1)?.index ?? 0;
      setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
    },
  });
  const fresh = useFresh(topic);
  const idAt = (index: number) => idOf(pages.row(index));
  const top = Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight);
  const list = JSON.stringify(filter);
  useSteadyRows({ scroller, rowHeight, list, first: top, active, idAt, onActive: setActive });

  if (pages.failure && pages.total === null) return <FailureState failure={pages.failure} onRetry={pages.retry} />;
  if (pages.total === 0) return <>{empty}</>;

  const move = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const pick = (index: number, isRange: boolean) => {
    const [first, last] = index < active ? [index, active] : [active, index];
    const range = Array.from({ length: last - first + 1 }, (_, n) => pages.row(first + n));
    // Rows that are not loaded cannot be ticked, and half a range is not what was meant: then it is the one.
    if (isRange) selecting?.choose(range.includes(undefined) ? [pages.row(index)] : range);
    else selecting?.toggle(pages.row(index));
    setActive(index);
    scroller.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screenful,
      PageUp: active - screenful,
      Home: 0,
      End: count - 1,
    };
    const to = steps[event.key];
    const row = pages.row(active);
    if (selecting && isSelectKey(event) && event.target === event.currentTarget) {
      if (event.key === ' ') selecting.toggle(row);
      else if (to === undefined) selecting.toggleAll(true);
      else {
        selecting.choose([row, pages.row(to)]);
        move(to);
      }
    } else if (to !== undefined) move(to);
    else if (event.key === 'Enter' && row !== undefined && event.target === event.currentTarget) onOpen?.(row);
    else return;
    event.preventDefault();
  };
  const widths = [...(selecting ? [boxTrack] : []), ...columns.map((column) => column.width)];
  const tracks = { gridTemplateColumns: widths.join(' ') };
  // Head and rows are laid out apart: told the same least width, they agree also when the table has to scroll sideways.
  const minWidth = leastWidth(widths);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot hold rows that are positioned one by one
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={widths.length}
      aria-multiselectable={selecting !== undefined || undefined}
      aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      ref={scroller}
      className={styles.root}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.head} style={{ minWidth }}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row */}
        <div role="row" aria-rowindex={1} className={styles.row} style={tracks}>
          {selecting && <HeadBox selecting={selecting} />}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize(), minWidth }}>
        {virtual.getVirtualItems().map((item) => {
          const row = pages.row(item.index);
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selecting ? row !== undefined && selecting.has(row) : item.index === active}
              className={styles.row}
              data-active={item.index === active || undefined}
              data-muted={(row !== undefined && isMuted?.(row)) || undefined}
              data-opens={onOpen !== undefined || undefined}
              style={{ ...tracks, height: rowHeight, transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setActive(item.index);
                if (row !== undefined) onOpen?.(row);
              }}
            >
              {selecting && <RowBox selecting={selecting} row={row} onPick={(isRange) => pick(item.index, isRange)} />}
              {columns.map((column, place) => (
                // biome-ignore lint/a11y/useSemanticElements: see above
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <div key={column.key} role="gridcell" className={styles.cell} data-align={column.align}>
                  {place === 0 && fresh.has(idOf(row) ?? '') && (
                    <>
                      <span className={styles.fresh}>{t('network.new')}</span>{' '}
                    </>
                  )}
                  {row === undefined ? <span className={styles.ghost} title={t('common.loading')} /> : column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Space, Ctrl+A (⌘A), and the arrows with Shift. */
const isSelectKey = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === ' ' ||
  ((ctrlKey || metaKey) && key.toLowerCase() === 'a') ||
  (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp'));

function idOf(row: unknown): string | undefined {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : undefined;
}

/** What the tracks, the gaps between them and the padding (VirtualTable.module.css) take at least, in pixels. */
export function leastWidth(tracks: readonly string[]): number {
  const columns = tracks.map((track) => Number(/(\d+)px/.exec(track)?.[1] ?? 0));
  return columns.reduce((sum, width) => sum + width, 0) + (tracks.length + 1) * 16;
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: ((sorting: Sorting) => void) | undefined;
}

function HeadCell<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const sorted = sorting?.by === column.key;
  const direction = sorted ? (sorting.descending ? 'descending' : 'ascending') : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: its button is
    <div role="columnheader" className={styles.headCell} data-align={column.align} aria-sort={direction}>
      {column.sortable && onSort ? (
        <UnstyledButton
          className={styles.sort ?? ''}
          onClick={() => onSort({ by: column.key, descending: sorted ? !sorting.descending : false })}
        >
          <span>{column.title}</span>
          {sorted && (sorting.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
        </UnstyledButton>
      ) : (
        <span className={column.isUntitled && 'unseen'}>{column.title}</span>
      )}
    </div>
  );
}
