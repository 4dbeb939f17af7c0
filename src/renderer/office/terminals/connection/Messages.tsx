import type { ConnectionHealth } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import styles from './connection.module.css';

/** How much was said over the line, by the protocol's own names. */
export function Messages({ messages }: Pick<ConnectionHealth, 'messages'>) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  if (messages.length === 0) return null;
  return (
    <table className={styles.messages}>
      <thead>
        <tr>
          <th scope="col">{t('network.connection.message')}</th>
          <th scope="col">{t('network.connection.sent')}</th>
          <th scope="col">{t('network.connection.received')}</th>
        </tr>
      </thead>
      <tbody>
        {messages.map(({ type, sent, received }) => (
          <tr key={type}>
            <th scope="row">{type}</th>
            <td>{sent.toLocaleString(locale)}</td>
            <td>{received.toLocaleString(locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
