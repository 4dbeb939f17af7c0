import styles from './chart.module.css';
import type { Bar } from './scale';

interface Props {
  readonly label: string;
  readonly bars: readonly (Bar & { readonly text: string })[];
}

/** Bars that lie under each other, with their names: the highest of many. */
export function Rows({ label, bars }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className={styles.rows} aria-label={label}>
      {bars.map(({ key, title, value, text }) => (
        <li key={key} className={styles.row}>
          <span className={styles.name}>{title}</span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.fill} style={{ width: `${(100 * value) / most}%` }} />
          </span>
          <span className={styles.value}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
