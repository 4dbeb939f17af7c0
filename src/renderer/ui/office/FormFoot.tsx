import type { ReactNode } from 'react';
import styles from './FormFoot.module.css';

/** Where a form ends, in sight however long it is: the way back, and the button that saves, last. */
export function FormFoot({ children }: { children: ReactNode }) {
  return (
    <div className={styles.root} data-form-foot>
      {children}
    </div>
  );
}
