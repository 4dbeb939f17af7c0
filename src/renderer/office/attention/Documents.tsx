import { useTranslation } from 'react-i18next';
import styles from './attention.module.css';

interface Props {
  readonly documents: readonly { readonly from: string; readonly to: string }[];
  /** All of them; the list may be shorter. */
  readonly count: number;
}

/** Old number → new number, for whoever holds a printed receipt with the old one. */
export function Documents({ documents, count }: Props) {
  const { t } = useTranslation();
  if (documents.length === 0) return null;
  return (
    <details>
      <summary>{t('network.attention.showNumbers')}</summary>
      <ul className={styles.documents} data-selectable>
        {documents.map(({ from, to }) => (
          <li key={from}>{t('network.attention.fromTo', { from, to })}</li>
        ))}
        {count > documents.length && <li>{t('network.attention.more', { count: count - documents.length })}</li>}
      </ul>
    </details>
  );
}
