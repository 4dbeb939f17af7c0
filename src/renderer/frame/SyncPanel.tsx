import '../theme/office.css';
import { Button, Popover } from '@mantine/core';
import type { NetworkStatus } from '@shared/contract';
import { IconRefresh } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { isCatchingUp, isMatterOfTills, stuckReason, useCommand } from '../live';
import { useFormat, useMay } from '../shop';
import { ShortcutScope } from '../shortcuts';
import { useCountdown } from '../ui';
import styles from './SyncState.module.css';

interface Props {
  readonly status: NetworkStatus;
  readonly startsOpen: boolean;
  /** The button that the panel hangs from. */
  readonly children: (toggle: () => void, button: Ref<HTMLButtonElement>) => ReactElement;
}

/** What the state in the top bar means, in words, and what can be done about it. */
export default function SyncPanel({ status, startsOpen, children }: Props) {
  const [opened, setOpened] = useState(startsOpen);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    button.current?.focus();
  };
  return (
    <Popover opened={opened} onDismiss={close} withinPortal={false} trapFocus width={340} position="bottom-start">
      <Popover.Target>{children(() => setOpened((now) => !now), button)}</Popover.Target>
      <Popover.Dropdown className={styles.panel ?? ''}>
        <ShortcutScope>
          <Content status={status} onLeave={() => setOpened(false)} />
        </ShortcutScope>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where the shop has to be left before this till can come back to it. */
const mayBeLeft: ReadonlySet<string> = new Set(['revoked', 'wrong_key']);

interface ContentProps {
  readonly status: NetworkStatus;
  readonly onLeave: () => void;
}

function Content({ status, onLeave }: ContentProps) {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  const [, navigate] = useLocation();
  const toLeave = () => {
    onLeave();
    navigate('/terminals?leave');
  };
  const format = useFormat();
  const { level, role, attention, behind } = status;
  const stuck = stuckReason(status);
  const isBehind = isCatchingUp(status);
  const text = stuck ? t(`network.stuck.${stuck}`) : t(`network.text.${isBehind ? 'catchingUp' : level}`);
  return (
    <>
      <div>
        <h2 className={styles.title}>
          {isBehind
            ? t('network.catchingUpBy', { count: behind, replace: { count: format.count(behind) } })
            : t(`network.level.${level}`)}
        </h2>
        <p className={styles.text}>{text}</p>
      </div>
      {role !== 'alone' && <Facts status={status} />}
      {attention > 0 && (
        <Link href="/attention" className={styles.link ?? ''} onClick={onLeave}>
          {t('network.lookAtAttention', { count: attention })}
        </Link>
      )}
      <div className={styles.actions}>
        {role !== 'alone' && (
          <>
            {!stuck && <SyncNow />}
            {stuck && mayBeLeft.has(stuck) && mayEdit && role === 'member' && (
              <Button size="sm" variant="default" onClick={toLeave}>
                {t('network.terminals.leave')}
              </Button>
            )}
            {isMatterOfTills(stuck) && mayEdit ? (
              <Link href="/terminals" className={styles.link ?? ''} onClick={onLeave}>
                {t('network.terminals.title')}
              </Link>
            ) : (
              <Link href="/connection" className={styles.link ?? ''} onClick={onLeave}>
                {t('network.toHealth')}
              </Link>
            )}
          </>
        )}
        {role === 'alone' && mayEdit && (
          <Link href="/terminals" className={styles.link ?? ''} onClick={onLeave}>
            {t('network.connectTills')}
          </Link>
        )}
      </div>
    </>
  );
}

function Facts({ status }: { status: NetworkStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { role, hub, lastHeard, pending, behind, retryAt } = status;
  const next = useCountdown(retryAt ?? 0);
  const changes = (count: number) => t('network.changes', { count, replace: { count: format.count(count) } });
  const facts: [name: string, value: ReactNode][] = [
    [t('network.host'), role === 'host' ? t('network.here') : (hub?.name ?? '–')],
    [t('network.lastSync'), lastHeard === null ? t('network.notYet') : format.dateTime(lastHeard)],
    [t('network.toSend'), pending === 0 ? t('network.nothing') : changes(pending)],
  ];
  if (behind > 0) facts.push([t('network.toReceive'), changes(behind)]);
  if (retryAt !== null && next !== null) facts.push([t('network.nextTry'), t('network.inTime', { time: next })]);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SyncNow() {
  const { t } = useTranslation();
  const sync = useCommand('network.syncNow');
  return (
    <Button
      size="sm"
      variant="default"
      leftSection={<IconRefresh size={18} stroke={1.6} />}
      loading={sync.pending}
      onClick={() => void sync.run({})}
    >
      {t('network.syncNow')}
    </Button>
  );
}
