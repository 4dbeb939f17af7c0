import type { NetworkEvent } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import styles from './connection.module.css';

/** What happened to the line, the newest first. */
export function EventLog({ events }: { events: readonly NetworkEvent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useEventWords();
  return (
    <section className={styles.log} aria-labelledby="connection-log">
      <h2 id="connection-log" className={styles.heading}>
        {t('network.connection.events')}
      </h2>
      {events.length === 0 ? (
        <p className={styles.empty}>{t('network.connection.noEvents')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ol className={styles.events} data-selectable tabIndex={0} aria-label={t('network.connection.events')}>
          {events.map((event, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may happen in one millisecond; rows have no state
            <li key={`${event.at}-${index}`}>
              <time>{format.dateTime(event.at)}</time>
              <span>{wordsOf(event)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** One event as a sentence: what happened, why if there is a reason, and whatever names it carries. */
export function useEventWords(): (event: NetworkEvent) => string {
  const { t } = useTranslation();
  // proof of both casts: a reason without words of its own is shown as it is
  const whyNot = (reason: string) =>
    t(`network.connection.reasons.${reason as 'line_lost'}`, {
      defaultValue: t(`network.adding.failed.${reason as 'expired'}.title`, { defaultValue: reason }),
    });
  return ({ kind, params: { reason, ...names } }) =>
    [
      t(`network.connection.kinds.${kind}`),
      ...(reason === undefined ? [] : [whyNot(String(reason))]),
      ...Object.values(names).map(String),
    ].join(' · ');
}
