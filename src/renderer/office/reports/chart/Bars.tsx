import styles from './chart.module.css';
import type { Bar } from './scale';
import { scaleOf } from './scale';

interface Props {
  /** What the bars say, for who does not see them: the figures stand in a table as well. */
  readonly label: string;
  /** What they are, above them, where nothing else on the page says it. */
  readonly title?: string;
  readonly bars: readonly Bar[];
  /** Behind each bar, what it is held against; the same number of them. */
  readonly behind?: readonly number[];
  /** The first and the last bar's names, below them. */
  readonly axis: { readonly first: string; readonly last: string };
  /** What is to be said of the picture, above it. */
  readonly note?: string;
  /** What the bars are, and those behind them. */
  readonly legend?: { readonly bars: string; readonly behind: string };
}

/** Bars that stand side by side: days, hours. What is below nothing hangs from the line. */
export function Bars({ label, title = '', bars, behind = [], axis, note = '', legend }: Props) {
  const scale = scaleOf([...bars.map(({ value }) => value), ...behind]);
  // One alone is a bar and not a wall.
  const width = 100 / (bars.length > 1 ? bars.length : 8);
  // Many bars have no room for gaps.
  const gap = bars.length > 120 ? 0 : width * 0.2;
  return (
    <div className={styles.bars}>
      {(title !== '' || note !== '' || legend) && (
        <div className={styles.head} aria-hidden="true">
          {legend ? (
            <span className={styles.legend}>
              <span className={styles.swatch}>{legend.bars}</span>
              <span className={styles.swatch} data-behind>
                {legend.behind}
              </span>
            </span>
          ) : (
            <span className={styles.title}>{title}</span>
          )}
          <span className={styles.note}>{note}</span>
        </div>
      )}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label} className={styles.plot}>
        <line x1="0" x2="100" y1={scale.zero} y2={scale.zero} className={styles.zero} />
        {bars.map(({ key, title, value }, index) => {
          const then = behind[index];
          const x = index * width + gap / 2;
          return (
            <g key={key}>
              <title>{title}</title>
              {then !== undefined && <rect x={x} width={width - gap} {...scale.span(then)} className={styles.then} />}
              <rect
                x={then === undefined ? x : x + (width - gap) * 0.2}
                width={then === undefined ? width - gap : (width - gap) * 0.6}
                {...scale.span(value)}
                className={value < 0 ? styles.below : styles.bar}
              />
            </g>
          );
        })}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{axis.first}</span>
        <span>{axis.last}</span>
      </div>
    </div>
  );
}
