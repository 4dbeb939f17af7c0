import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './join.module.css';

interface Props {
  readonly shop: string;
  /** Null until the first rows have come, and when the last have. */
  readonly progress: { readonly rows: number; readonly total: number | null } | null;
}

/** How much of the shop is here. Nobody has to wait beside it. */
export function Copying({ shop, progress }: Props) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => value.toLocaleString(i18n.language);
  const total = progress?.total ?? null;
  const share = progress && total ? Math.min(1, progress.rows / total) : null;
  return (
    <div className={styles.copying}>
      <div className={styles.copyingWords}>
        <span className={styles.lead}>{t('network.join.copying', { shop })}</span>
        {share !== null && <span>{share.toLocaleString(i18n.language, { style: 'percent' })}</span>}
      </div>
      <Progress
        size="lg"
        value={share === null ? 100 : share * 100}
        animated={share === null}
        transitionDuration={120}
        aria-label={t('network.join.copying', { shop })}
      />
      {progress && (
        <p className={styles.text}>
          {total === null
            ? t('network.join.rowsSoFar', { rows: count(progress.rows) })
            : t('network.join.rows', {
                rows: count(progress.rows),
                total: count(total),
                left: count(Math.max(0, total - progress.rows)),
              })}
        </p>
      )}
      <p className={styles.text}>{t('network.join.copyingHint')}</p>
    </div>
  );
}
