import { Button } from '@mantine/core';
import type { Terminal } from '@shared/contract';
import { IconCircle, IconCircleFilled, IconCircleOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { type RowColumn, RowName, RowTable, Tag } from '../parts';
import { Rename } from './Rename';
import { Revoke } from './Revoke';
import { TillRole } from './TillRole';
import styles from './terminals.module.css';

interface Props {
  readonly terminals: readonly Terminal[];
  /** Only the host knows who is there. */
  readonly isHost: boolean;
  readonly mayEdit: boolean;
}

/** The tills of the shop. */
export function TerminalTable({ terminals, isHost, mayEdit }: Props) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState<Terminal | null>(null);
  const [changing, setChanging] = useState<Terminal | null>(null);
  const [revoking, setRevoking] = useState<Terminal | null>(null);
  const states: readonly RowColumn<Terminal>[] = [
    { key: 'state', title: t('network.terminals.state'), cell: (terminal) => <Presence terminal={terminal} /> },
  ];
  const versions: readonly RowColumn<Terminal>[] = [
    { key: 'version', title: t('network.terminals.version'), cell: ({ version }) => version },
  ];
  return (
    <>
      <RowTable
        label={t('network.terminals.title')}
        columns={[
          { key: 'name', title: t('network.terminals.name'), cell: (terminal) => <Name terminal={terminal} /> },
          ...(isHost ? states : []),
          { key: 'series', title: t('network.terminals.series'), cell: ({ series }) => series },
          ...(isHost ? versions : []),
        ]}
        rows={terminals}
        isMuted={({ revoked }) => revoked === true}
        actions={
          mayEdit &&
          ((terminal) => (
            <span className={styles.actions}>
              {/* In words: this list is short, and nobody comes here often enough to learn signs. */}
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('network.terminals.renameNamed', { name: terminal.name })}
                onClick={() => setRenaming(terminal)}
              >
                {t('network.terminals.renameAction')}
              </Button>
              {!terminal.revoked && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('network.terminals.changeRoleNamed', { name: terminal.name })}
                  onClick={() => setChanging(terminal)}
                >
                  {t('network.terminals.changeRole')}
                </Button>
              )}
              {isHost && !terminal.isHost && !terminal.revoked && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="var(--loss)"
                  aria-label={t('network.terminals.revokeNamed', { name: terminal.name })}
                  onClick={() => setRevoking(terminal)}
                >
                  {t('common.remove')}
                </Button>
              )}
            </span>
          ))
        }
      />
      {renaming && <Rename terminal={renaming} onClose={() => setRenaming(null)} />}
      {changing && <TillRole terminal={changing} onClose={() => setChanging(null)} />}
      {revoking && <Revoke terminal={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function Name({ terminal: { name, role, isSelf, isHost, revoked, online } }: { terminal: Terminal }) {
  const { t } = useTranslation();
  return (
    <>
      <RowName name={name}>
        {isSelf && <Tag tone="accent">{t('network.here')}</Tag>}
        {isHost && <Tag tone="accent">{t('network.host')}</Tag>}
        {/* Where there is no column for it. */}
        {revoked === true && online === null && <Tag tone="attention">{t('network.terminals.revoked')}</Tag>}
      </RowName>
      <span className={styles.role}>{t(`network.terminals.roles.${role}`)}</span>
    </>
  );
}

/** A shape and a word; when it was last there, if it is not. */
function Presence({ terminal: { online, revoked, lastSeen } }: { terminal: Terminal }) {
  const { t } = useTranslation();
  const format = useFormat();
  // The hub is being started: it will know in a moment.
  if (online === null) return '–';
  const [Icon, word] = revoked
    ? ([IconCircleOff, t('network.terminals.revoked')] as const)
    : online
      ? ([IconCircleFilled, t('network.terminals.online')] as const)
      : ([IconCircle, t('network.terminals.offline')] as const);
  return (
    <>
      <span className={styles.presence} data-on={(online && !revoked) || undefined}>
        <Icon size={12} stroke={2} aria-hidden="true" />
        {word}
      </span>
      {!online && lastSeen !== null && (
        <span className={styles.seen}>{t('network.terminals.lastSeen', { at: format.dateTime(lastSeen) })}</span>
      )}
    </>
  );
}
