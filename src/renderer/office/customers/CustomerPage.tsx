import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useLive } from '../../live';
import { useMay } from '../../shop';
import { toast } from '../../ui';
import { Page } from '../../ui/office';
import { PartyPage } from '../khata';
import { BackButton, Loaded, useRemoval } from '../parts';
import { CustomerDialog } from './CustomerDialog';
import type { CustomerDraft } from './draft';
import { takeBack, useTakenBack } from './taken-back';

interface Props {
  readonly id: string;
  /** The form is open: `/customers/<id>/edit`. */
  readonly editing: boolean;
}

/** `/customers/<id>`: what they owe, and how it came to be. */
export function CustomerPage({ id, editing }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayEdit = useMay('customers.edit');
  const customer = useLive('customers.get', { id });
  const draft = useTakenBack(id);
  const remove = useRemoval('customers.remove');
  const restore = useCommand('customers.restore');
  const here = `/customers/${id}`;
  const isOpen = editing && customer.data !== undefined;
  useEffect(() => {
    // The form has it now.
    if (isOpen && draft) takeBack(id, null);
  }, [isOpen, draft, id]);
  const back = <BackButton to="/customers">{t('office.khata.toCustomers')}</BackButton>;
  if (!customer.data) {
    return (
      <Page title={t('office.customers.title')} actions={back}>
        <Loaded of={customer} rows={8}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const { name, phone, gstin, deleted } = customer.data;
  const onRemove = async () => {
    if (await remove(id, name)) navigate('/customers');
  };
  const onRestore = async () => {
    if ((await restore.run({ id })).ok) toast.done(() => t('common.restored', { name }));
  };
  const onClose = (left: CustomerDraft | null) => {
    navigate(here);
    if (!left) return;
    toast.undo(
      () => t('office.leave.dropped'),
      () => {
        takeBack(id, left);
        navigate(`${here}/edit`);
      },
    );
  };
  return (
    <>
      <PartyPage
        party={{ kind: 'customer', id, name, phone, gstin, deleted }}
        back={back}
        onEdit={mayEdit ? () => navigate(`${here}/edit`) : null}
        onRemove={mayEdit ? () => void onRemove() : null}
        onRestore={mayEdit ? () => void onRestore() : null}
      />
      {editing && mayEdit && <CustomerDialog customer={customer.data} {...(draft && { draft })} onClose={onClose} />}
    </>
  );
}
