import type { StaffMember } from '@shared/contract';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat, useMay, useTill } from '../../shop';
import { Page } from '../../ui/office';
import { CreateButton, Loaded, RowAction, RowName, RowTable, Tag, useRemoval } from '../parts';
import { mayGo } from './mayGo';
import { StaffDialog } from './StaffDialog';
import { StaffSections } from './StaffSections';
import styles from './staff.module.css';

/** Who works here, and what each may do. */
export function People() {
  const { t } = useTranslation();
  const mayEdit = useMay('staff.edit');
  const staff = useLive('staff.list', {});
  const { user } = useTill();
  const remove = useRemoval('staff.remove');
  const [editing, setEditing] = useState<StaffMember | 'new' | null>(null);
  return (
    <Page
      title={t('office.staff.title')}
      note={<StaffSections />}
      actions={mayEdit && <CreateButton onCreate={() => setEditing('new')}>{t('office.staff.create')}</CreateButton>}
    >
      <Loaded of={staff} rows={3}>
        {(members) => (
          <RowTable
            label={t('office.staff.title')}
            columns={[
              { key: 'name', title: t('office.staff.name'), cell: (member) => <Name member={member} /> },
              { key: 'role', title: t('office.staff.role'), cell: ({ role }) => t(`common.role.${role}`) },
              {
                key: 'may',
                title: t('office.staff.may'),
                cell: ({ role }) => <span className={styles.may}>{t(`office.staff.roles.${role}`)}</span>,
              },
            ]}
            rows={members}
            isMuted={({ active }) => !active}
            actions={
              mayEdit &&
              ((member) => (
                <>
                  <RowAction
                    label={t('office.editNamed', { name: member.name })}
                    icon={IconPencil}
                    onClick={() => setEditing(member)}
                  />
                  {mayGo(member, members, user.staffId) && (
                    <RowAction
                      label={t('office.removeNamed', { name: member.name })}
                      icon={IconTrash}
                      onClick={() => void remove(member.id, member.name)}
                    />
                  )}
                </>
              ))
            }
          />
        )}
      </Loaded>
      {editing && <StaffDialog member={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function Name({ member: { id, name, active, lockedUntil } }: { member: StaffMember }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useTill();
  return (
    <RowName name={name}>
      {id === user.staffId && <Tag tone="accent">{t('office.staff.you')}</Tag>}
      {!active && <Tag>{t('office.staff.inactive')}</Tag>}
      {lockedUntil !== null && (
        <Tag tone="attention">{t('office.staff.locked', { time: format.time(lockedUntil) })}</Tag>
      )}
    </RowName>
  );
}
