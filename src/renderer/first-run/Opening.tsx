import { useTranslation } from 'react-i18next';
import { Mark } from '../ui';
import styles from './FirstRun.module.css';

/** While the shop is made: a moment for an empty one, a few seconds for the sample. */
export function Opening({ sample }: { sample: boolean }) {
  const { t } = useTranslation();
  return (
    <main className={styles.opening} aria-busy="true">
      <Mark size={48} />
      <h1 className={styles.title}>{t('firstRun.opening')}</h1>
      {sample && <p className={styles.text}>{t('firstRun.openingSample')}</p>}
    </main>
  );
}
