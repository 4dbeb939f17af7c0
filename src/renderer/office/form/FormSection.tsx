import type { ReactNode } from 'react';
import styles from './FormSection.module.css';

interface Props {
  readonly title: string;
  /** One sentence: what this is for. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A group of fields that belong together: its name at the side, the fields in a grid of twelve beside it. */
export function FormSection({ title, note, children }: Props) {
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.layout}>
        <div className={styles.side}>
          <div className={styles.title} aria-hidden="true">
            {title}
          </div>
          {note && <div className={styles.note}>{note}</div>}
        </div>
        <div className={styles.fields}>{children}</div>
      </div>
    </fieldset>
  );
}

/** How much of a row a field takes, of twelve. */
export function Cell({ span = 6, children }: { span?: 3 | 4 | 6 | 8 | 12; children: ReactNode }) {
  return (
    <div className={styles.cell} data-span={span}>
      {children}
    </div>
  );
}
