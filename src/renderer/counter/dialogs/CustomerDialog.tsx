import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toast } from '../../ui';
import { useCart, useCartStore } from '../cart';
import { CounterDialog } from './CounterDialog';
import { CustomerFinder } from './CustomerFinder';

/** Whose bill it is; a new customer without leaving the sale. */
export function CustomerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const store = useCartStore();
  const chosen = useCart((state) => state.cart?.customer ?? null);
  const choose = async (id: string | null) => {
    const failure = await store.setCustomer(id);
    if (failure) toast.refused(failure);
    else onClose();
  };
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.customerDialog.title')}>
      <CustomerFinder onChoose={({ id }) => void choose(id)}>
        {chosen && (
          <Button variant="default" size="md" onClick={() => void choose(null)}>
            {t('counter.customerDialog.take')}
          </Button>
        )}
      </CustomerFinder>
    </CounterDialog>
  );
}
