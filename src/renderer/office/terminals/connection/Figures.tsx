import type { ConnectionHealth, NetworkStatus } from '@shared/contract';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import styles from './connection.module.css';
import { durationWords } from './duration';
import { Messages } from './Messages';

interface Props {
  readonly status: NetworkStatus;
  readonly health: ConnectionHealth;
}

/** How the line is; what only whoever helps wants to know is folded away. A dash where there is nothing to measure yet. */
export function Figures({ status, health }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const uptime = useUptime(health);
  const none = '–';
  const number = (value: number) => value.toLocaleString(format.locale);
  const at = (value: number | null) => (value === null ? none : format.dateTime(value));
  const { hub } = health;
  const figures: Figure[] = [
    [t('network.connection.state'), t(`network.level.${status.level}`)],
    [t('network.connection.doing'), t(`network.connection.phases.${status.phase}`)],
  ];
  if (status.reason !== null) {
    figures.push([t('network.connection.reason'), t(`network.connection.reasons.${status.reason}`)]);
  }
  if (hub) {
    figures.push([t('network.connection.hub'), status.hub ? `${status.hub.name} · ${status.hub.address}` : none]);
  }
  figures.push(
    [t('network.connection.since'), at(health.connectedSince)],
    [t('network.toSend'), number(health.pending)],
    [t('network.connection.refused'), number(health.refused)],
  );
  const details: Figure[] = [
    [t('network.connection.uptime'), durationWords(uptime, format.locale)],
    [t('network.connection.heartbeat'), at(health.lastHeartbeat)],
    [
      t('network.connection.latency'),
      health.latency === null ? none : t('network.connection.ms', { count: Math.round(health.latency) }),
    ],
  ];
  if (status.key !== null) details.push([t('network.connection.key'), t(`network.connection.keys.${status.key}`)]);
  if (hub) {
    details.push(
      [t('network.connection.hubVersion'), hub.version],
      [t('network.connection.schema'), number(hub.schema)],
      [t('network.connection.epoch'), hub.epoch],
      [
        t('network.connection.log'),
        t('network.connection.readOf', { cursor: number(hub.cursor), head: number(hub.head) }),
      ],
    );
  }
  return (
    <>
      <FigureList figures={figures} />
      <details className={styles.details}>
        <summary>{t('network.connection.details')}</summary>
        <FigureList figures={details} />
        <Messages messages={health.messages} />
      </details>
    </>
  );
}

type Figure = [name: string, value: ReactNode];

function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={styles.figures} data-selectable>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const tickMs = 10_000;

/** Ms since the app was started, as time goes by. `uptime` is what it was when main was asked. */
function useUptime({ uptime }: ConnectionHealth): number {
  const [now, setNow] = useState(uptime);
  useEffect(() => {
    const started = performance.now() - uptime;
    setNow(uptime);
    const timer = setInterval(() => setNow(performance.now() - started), tickMs);
    return () => clearInterval(timer);
  }, [uptime]);
  return now;
}
