import { useTranslation } from 'react-i18next';
import styles from './hours.module.css';
import { signOf } from './signs';

const marks = ['full', 'half', 'short', 'here', 'open', 'absent', 'off'] as const;

/** What the signs mean, in words: colour alone says nothing. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {marks.map((mark) => (
        <li key={mark}>
          <span className={styles.cell} data-mark={mark} aria-hidden="true">
            {mark === 'full' ? '8:00' : mark === 'half' ? '4:00' : mark === 'short' ? '1:00' : signOf[mark]}
          </span>
          {t(`office.hours.marks.${mark}`)}
        </li>
      ))}
      <li>
        <span className={styles.cell} data-mark="full" data-corrected aria-hidden="true">
          8:00
        </span>
        {t('office.hours.corrected')}
      </li>
    </ul>
  );
}
