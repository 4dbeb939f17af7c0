import styles from './Keycap.module.css';
import { keyLabel, type ShortcutId } from './keys';

/** A key as it looks on the keyboard. For the eye: the button beside it says the same in words. */
export function Keycap({ of }: { of: ShortcutId }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {keyLabel(of)}
    </span>
  );
}
