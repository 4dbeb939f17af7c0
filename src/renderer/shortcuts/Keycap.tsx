import styles from './Keycap.module.css';
import { keyLabel, type ShortcutId } from './keys';

interface Props {
  readonly of: ShortcutId;
  /** Nothing beside it says the same in words, so it is read out too. */
  readonly spoken?: boolean;
}

/** A key as it looks on the keyboard. */
export function Keycap({ of, spoken = false }: Props) {
  return (
    <kbd className={styles.key} aria-hidden={!spoken}>
      {keyLabel(of)}
    </kbd>
  );
}
