import type { Customer } from '@shared/contract';
import { IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';
import { useLive } from '../../live';
import { useFormat, useMay } from '../../shop';
import { EmptyState, toast } from '../../ui';
import { type Column, Page, VirtualTable } from '../../ui/office';
import { CreateButton, NothingFound, RowName, Tag } from '../parts';
import { SearchField } from '../SearchField';
import { useKept } from '../useKept';
import { CustomerDrawer } from './CustomerDrawer';
import styles from './customers.module.css';
import type { CustomerDraft } from './draft';

/** Who is being edited; `draft` brings back what was typed before it was closed. */
type Editing = { readonly customer: Customer | null; readonly draft?: CustomerDraft };

/** The shop's customers and what they owe. */
export default function Customers() {
  const { t } = useTranslation();
  const mayEdit = useMay('customers.edit');
  const [search, setSearch] = useKept('customers.search', '');
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isLinked, linkedTo] = useRoute('/customers/:id');
  const linked = isLinked ? linkedTo : null;
  const [, navigate] = useLocation();
  const columns = useColumns();
  const text = search.trim();
  const create = () => setEditing({ customer: null });
  const newOne = <CreateButton onCreate={create}>{t('office.customers.create')}</CreateButton>;
  const onClose = (draft: CustomerDraft | null, customer = editing?.customer ?? null) => {
    setEditing(null);
    if (linked) navigate('/customers');
    if (draft) toast.undo(t('office.leave.dropped'), () => setEditing({ customer, draft }));
  };
  return (
    <Page
      title={t('office.customers.title')}
      actions={mayEdit && newOne}
      filters={<SearchField label={t('office.customers.searchFor')} value={search} onChange={setSearch} />}
    >
      <VirtualTable
        label={t('office.customers.title')}
        call="customers.list"
        topic="customer"
        filter={text === '' ? {} : { text }}
        columns={columns}
        isMuted={(customer) => customer.deleted}
        onOpen={(customer) => setEditing({ customer })}
        empty={
          text === '' ? (
            <EmptyState
              icon={<IconUsers size={40} stroke={1.5} />}
              title={t('office.customers.none')}
              action={mayEdit && newOne}
            >
              {t('office.customers.noneHint')}
            </EmptyState>
          ) : (
            <NothingFound
              title={t('office.customers.nothingFound')}
              showAll={t('office.customers.showAll')}
              onShowAll={() => setSearch('')}
            />
          )
        }
      />
      {editing && <CustomerDrawer {...editing} onClose={onClose} />}
      {linked && <LinkedCustomer key={linked.id} id={linked.id} onClose={onClose} />}
    </Page>
  );
}

interface LinkedProps {
  readonly id: string;
  readonly onClose: (draft: CustomerDraft | null, customer: Customer) => void;
}

/** Whom another page leads to: `/customers/<id>`. */
function LinkedCustomer({ id, onClose }: LinkedProps) {
  const customer = useLive('customers.get', { id }).data;
  return customer && <CustomerDrawer customer={customer} onClose={(draft) => onClose(draft, customer)} />;
}

function useColumns(): readonly Column<Customer>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.customers.name'),
        width: 'minmax(180px, 3fr)',
        cell: ({ name, deleted }) => (
          <RowName name={name}>{deleted && <Tag>{t('office.customers.deleted')}</Tag>}</RowName>
        ),
      },
      { key: 'phone', title: t('office.customers.phone'), width: 'minmax(130px, 1fr)', cell: ({ phone }) => phone },
      { key: 'gstin', title: t('office.customers.gstin'), width: 'minmax(150px, 1fr)', cell: ({ gstin }) => gstin },
      {
        key: 'limit',
        title: t('office.customers.creditLimit'),
        width: '130px',
        align: 'end',
        cell: ({ creditLimit }) => creditLimit !== null && format.money(creditLimit),
      },
      {
        key: 'balance',
        title: t('office.customers.balance'),
        width: '140px',
        align: 'end',
        cell: ({ balance, creditLimit }) => (
          <span
            className={styles.balance}
            data-over={(creditLimit !== null && balance > creditLimit) || undefined}
            data-none={balance === 0 || undefined}
          >
            {format.money(balance)}
          </span>
        ),
      },
    ],
    [t, format],
  );
}
