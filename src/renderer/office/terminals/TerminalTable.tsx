import { ActionIcon, Badge, Table } from '@mantine/core';
import type { Terminal } from '@shared/contract';
import { IconCircle, IconCircleFilled, IconCircleOff, IconPencil, IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { Rename } from './Rename';
import { Revoke } from './Revoke';
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
  const [revoking, setRevoking] = useState<Terminal | null>(null);
  return (
    <div className={styles.scroll}>
      <Table
        stickyHeader
        borderColor="var(--line)"
        verticalSpacing="xs"
        horizontalSpacing="md"
        aria-label={t('network.terminals.title')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('network.terminals.name')}</Table.Th>
            {isHost && <Table.Th>{t('network.terminals.state')}</Table.Th>}
            <Table.Th>{t('network.terminals.series')}</Table.Th>
            {isHost && <Table.Th>{t('network.terminals.version')}</Table.Th>}
            {mayEdit && (
              <Table.Th w={100}>
                <span className="unseen">{t('network.terminals.actions')}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {terminals.map((terminal) => (
            <Row
              key={terminal.id}
              terminal={terminal}
              isHost={isHost}
              mayEdit={mayEdit}
              onRename={() => setRenaming(terminal)}
              onRevoke={() => setRevoking(terminal)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {renaming && <Rename terminal={renaming} onClose={() => setRenaming(null)} />}
      {revoking && <Revoke terminal={revoking} onClose={() => setRevoking(null)} />}
    </div>
  );
}

interface RowProps {
  readonly terminal: Terminal;
  readonly isHost: boolean;
  readonly mayEdit: boolean;
  readonly onRename: () => void;
  readonly onRevoke: () => void;
}

function Row({ terminal, isHost, mayEdit, onRename, onRevoke }: RowProps) {
  const { t } = useTranslation();
  const { name, role, series, version, revoked } = terminal;
  return (
    <Table.Tr data-muted={revoked || undefined}>
      <Table.Td>
        <span className={styles.name}>
          {name}
          {terminal.isSelf && <Mark>{t('network.here')}</Mark>}
          {terminal.isHost && <Mark>{t('network.host')}</Mark>}
        </span>
        <span className={styles.role}>{t(`network.terminals.roles.${role}`)}</span>
      </Table.Td>
      {isHost && (
        <Table.Td>
          <Presence terminal={terminal} />
        </Table.Td>
      )}
      <Table.Td>{series}</Table.Td>
      {isHost && <Table.Td>{version}</Table.Td>}
      {mayEdit && (
        <Table.Td>
          <span className={styles.actions}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('network.terminals.renameNamed', { name })}
              onClick={onRename}
            >
              <IconPencil size={18} stroke={1.6} />
            </ActionIcon>
            {isHost && !terminal.isHost && !revoked && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('network.terminals.revokeNamed', { name })}
                onClick={onRevoke}
              >
                <IconPlugConnectedX size={18} stroke={1.6} />
              </ActionIcon>
            )}
          </span>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Mark({ children }: { children: string }) {
  return (
    <Badge size="sm" tt="none" fw={550} variant="light">
      {children}
    </Badge>
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
      <span className={styles.presence}>
        <Icon size={12} stroke={2} aria-hidden="true" />
        {word}
      </span>
      {!online && lastSeen !== null && (
        <span className={styles.role}>{t('network.terminals.lastSeen', { at: format.dateTime(lastSeen) })}</span>
      )}
    </>
  );
}
