import { ActionIcon, Badge, Button, Table } from '@mantine/core';
import type { StaffMember } from '@shared/contract';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat, useMay, useTill } from '../../shop';
import { Keycap, useShortcut } from '../../shortcuts';
import { FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { useRemoval } from '../catalogue/useRemoval';
import { Skeletons } from '../Skeletons';
import { StaffDialog } from './StaffDialog';
import styles from './staff.module.css';

/** Who works here, and what each may do. */
export default function Staff() {
  const { t } = useTranslation();
  const mayEdit = useMay('staff.edit');
  const staff = useLive('staff.list', {});
  const remove = useRemoval('staff.remove');
  const [editing, setEditing] = useState<StaffMember | 'new' | null>(null);
  useShortcut('create', () => setEditing('new'), mayEdit);
  return (
    <Page
      title={t('office.staff.title')}
      note={t('office.staff.note')}
      actions={
        mayEdit && (
          <Button
            leftSection={<IconPlus size={18} />}
            rightSection={<Keycap of="create" />}
            onClick={() => setEditing('new')}
          >
            {t('office.staff.create')}
          </Button>
        )
      }
    >
      {staff.state === 'failed' && <FailureState failure={staff.failure} onRetry={staff.retry} />}
      {staff.state === 'loading' && <Skeletons rows={3} />}
      {staff.state === 'ready' && (
        <div className={styles.scroll}>
          <Table
            stickyHeader
            highlightOnHover
            borderColor="var(--line)"
            highlightOnHoverColor="var(--hover)"
            verticalSpacing="xs"
            aria-label={t('office.staff.title')}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('office.staff.name')}</Table.Th>
                <Table.Th>{t('office.staff.role')}</Table.Th>
                <Table.Th>{t('office.staff.may')}</Table.Th>
                {mayEdit && (
                  <Table.Th w={100}>
                    <span className="unseen">{t('office.catalogue.actions')}</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {staff.data.map((member) => (
                <Member
                  key={member.id}
                  member={member}
                  mayEdit={mayEdit}
                  onEdit={() => setEditing(member)}
                  onRemove={() => void remove(member.id, member.name)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {editing && <StaffDialog member={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface MemberProps {
  readonly member: StaffMember;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function Member({ member, mayEdit, onEdit, onRemove }: MemberProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useTill();
  const { name, role, active, lockedUntil } = member;
  return (
    <Table.Tr data-muted={!active || undefined}>
      <Table.Td>
        <span className={styles.name}>
          {name}
          {member.id === user.staffId && (
            <Badge size="sm" tt="none" fw={550} variant="light">
              {t('office.staff.you')}
            </Badge>
          )}
          {!active && (
            <Badge size="sm" tt="none" fw={550} variant="default">
              {t('office.staff.inactive')}
            </Badge>
          )}
          {lockedUntil !== null && (
            <Badge size="sm" tt="none" fw={550} color="yellow" variant="light">
              {t('office.staff.locked', { time: format.time(lockedUntil) })}
            </Badge>
          )}
        </span>
      </Table.Td>
      <Table.Td>{t(`common.role.${role}`)}</Table.Td>
      <Table.Td className={styles.may ?? ''}>{t(`office.staff.roles.${role}`)}</Table.Td>
      {mayEdit && (
        <Table.Td>
          <span className={styles.actions}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('office.catalogue.editNamed', { name })}
              onClick={onEdit}
            >
              <IconPencil size={18} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('office.catalogue.removeNamed', { name })}
              onClick={onRemove}
            >
              <IconTrash size={18} stroke={1.6} />
            </ActionIcon>
          </span>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
