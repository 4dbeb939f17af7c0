import styles from './chart.module.css';
import type { Bar } from './scale';

interface Props {
  readonly label: string;
  /** What they are, above them, where nothing else on the page says it. */
  readonly title?: string;
  readonly bars: readonly (Bar & { readonly text: string })[];
}

/** Bars that lie under each other, with their names: the highest of many. */
export function Rows({ label, title = '', bars }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div className={styles.bars}>
      {title !== '' && (
        <div className={styles.head} aria-hidden="true">
          <span className={styles.title}>{title}</span>
        </div>
      )}
      <ul className={styles.rows} aria-label={label}>
        {bars.map(({ key, title: name, value, text }) => (
          <li key={key} className={styles.row}>
            <span className={styles.name}>{name}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ width: `${(100 * value) / most}%` }} />
            </span>
            <span className={styles.value}>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
