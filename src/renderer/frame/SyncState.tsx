import type { NetworkStatus } from '@shared/contract';
import {
  IconAlertTriangle,
  IconDeviceDesktop,
  IconPlugConnected,
  IconPlugConnectedX,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { lazy, type Ref, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCatchingUp, useSyncStatus } from '../live';
import { whenUp } from '../ready';
import { useFormat, useTill } from '../shop';
import { BarChip } from '../ui';
import styles from './SyncState.module.css';

/** When the counter has been painted: it is what is waited for. */
const SyncPanel = lazy(() => whenUp().then(() => import('./SyncPanel')));

const icons: Record<NetworkStatus['level'], TablerIcon> = {
  alone: IconDeviceDesktop,
  live: IconPlugConnected,
  connecting: IconRefresh,
  offline: IconPlugConnectedX,
  attention: IconAlertTriangle,
};

const tones = {
  alone: 'quiet',
  live: 'quiet',
  connecting: 'plain',
  offline: 'plain',
  attention: 'attention',
} as const satisfies Record<NetworkStatus['level'], string>;

/** Which till this is, how it stands to the others, and what waits to be sent; always visible, never in the way. */
export function SyncState() {
  const status = useSyncStatus().data;
  /** Pressed before the panel was there: it opens when it comes. */
  const [wanted, setWanted] = useState(false);
  const { t } = useTranslation();
  if (!status) return null;
  return (
    <>
      {/* Said when it changes, to whoever looks elsewhere. */}
      <span className="unseen" role="status">
        {t(`network.level.${isCatchingUp(status) ? 'catchingUp' : status.level}`)}
      </span>
      <Suspense fallback={<StateButton status={status} onClick={() => setWanted(true)} />}>
        <SyncPanel status={status} startsOpen={wanted}>
          {(toggle, button) => <StateButton ref={button} status={status} onClick={toggle} />}
        </SyncPanel>
      </Suspense>
    </>
  );
}

interface ButtonProps {
  readonly status: NetworkStatus;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
}

function StateButton({ status, ...props }: ButtonProps) {
  const { t } = useTranslation();
  const { terminal } = useTill();
  const format = useFormat();
  const { level, pending, attention } = status;
  const isBehind = isCatchingUp(status);
  const word =
    level === 'attention' && attention > 0
      ? t('network.wantsAttention', { count: attention })
      : t(`network.level.${isBehind ? 'catchingUp' : level}`);
  // What is to be known stays readable however full the bar is.
  const tone = isBehind || pending > 0 ? 'plain' : tones[level];
  return (
    <BarChip
      {...props}
      data-gives-way="first"
      icon={isBehind ? IconRefresh : icons[level]}
      tone={level === 'attention' ? 'attention' : tone}
    >
      <span className={styles.terminal}>{terminal}</span>
      <span className={styles.word} data-level={level}>
        {word}
      </span>
      {pending > 0 && (
        <span className={styles.pending}>
          {t('network.waiting', { count: pending, replace: { count: format.count(pending) } })}
        </span>
      )}
    </BarChip>
  );
}
