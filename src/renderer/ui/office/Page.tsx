import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  readonly title: string;
  /** One line under the title: counts, what this is. */
  readonly note?: ReactNode;
  /** The page's own actions; the primary one last. */
  readonly actions?: ReactNode;
  /** Search and filters. */
  readonly filters?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of an office screen: title, actions, filters, and the rest of the height for the content. */
export function Page({ title, note, actions, filters, children }: Props) {
  return (
    <div className={styles.root}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title} title={title}>
            {title}
          </h1>
          {note && <div className={styles.note}>{note}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {filters && <div className={styles.filters}>{filters}</div>}
      <div className={styles.content}>{children}</div>
    </div>
  );
}
