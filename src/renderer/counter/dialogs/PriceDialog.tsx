import { Button } from '@mantine/core';
import type { CartLine } from '@shared/contract';
import type { Money } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApproval } from '../../approval';
import { useFormat } from '../../shop';
import { failureWords } from '../../ui';
import { MoneyInput } from '../../ui/office';
import { useCartStore } from '../cart';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

/** Another price for this line of this bill. The catalogue keeps its own; who may not change one asks for a PIN. */
export function PriceDialog({ line, onClose }: { line: CartLine; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useCartStore();
  const [value, setValue] = useState<Money | null>(line.unitPrice);
  const [refused, setRefused] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const give = async (price: Money | null) => {
    setPending(true);
    const failure = await withApproval((approval) =>
      store.setPrice({ lineNo: line.lineNo, price, ...(approval === undefined ? {} : { approval }) }),
    );
    setPending(false);
    if (failure) setRefused(failureWords(failure));
    else onClose();
  };
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.priceDialog.title', { name: line.name })} size="sm">
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (value !== null && !pending) void give(value);
        }}
      >
        <MoneyInput
          data-autofocus
          size="lg"
          className={styles.number ?? ''}
          label={t('counter.priceDialog.label', { unit: format.unit(line.unit) })}
          description={t('counter.priceDialog.list', { price: format.money(line.listPrice) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={value}
          onChange={(next) => {
            setValue(next);
            setRefused(null);
          }}
          onFocus={(event) => event.currentTarget.select()}
          error={refused}
        />
        <Button type="submit" size="md" disabled={value === null} loading={pending}>
          {t('counter.priceDialog.set')}
        </Button>
        {line.unitPrice !== line.listPrice && (
          <Button variant="default" size="md" onClick={() => void give(null)}>
            {t('counter.priceDialog.back')}
          </Button>
        )}
      </form>
    </CounterDialog>
  );
}
