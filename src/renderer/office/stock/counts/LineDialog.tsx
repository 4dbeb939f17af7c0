import { Button } from '@mantine/core';
import type { CountLine } from '@shared/contract';
import type { Quantity } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../live';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { QuantityInput } from '../../../ui/office';
import { DialogForm, useForm } from '../../form';
import stock from '../stock.module.css';
import styles from './counts.module.css';

interface Props {
  readonly countId: string;
  readonly line: CountLine;
  readonly onClose: () => void;
}

/** One product of a sheet: counted again, or decided between those who counted it, or taken off. */
export function LineDialog({ countId, line, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm<{ quantity: Quantity | null }>({ quantity: null });
  const set = useCommand('counts.set');
  const take = useCommand('counts.take');
  const clear = useCommand('counts.clear');
  const productId = line.id;
  const done = (counted: Quantity | null) =>
    toast.done(() =>
      counted === null
        ? t('office.counts.cleared', { name: line.name })
        : t('office.counts.countedNow', { name: line.name, counted: format.quantityOf(counted, line.unit) }),
    );
  const save = async () => {
    const { quantity } = form.draft;
    if (quantity === null) return false;
    const outcome = await set.run({ countId, productId, quantity });
    if (outcome.ok) done(outcome.value.counted);
    return outcome.ok;
  };
  const onTake = async (staffId: string, terminalId: string) => {
    const outcome = await take.run({ countId, productId, staffId, terminalId });
    if (!outcome.ok) return;
    done(outcome.value.counted);
    onClose();
  };
  const onClear = async () => {
    const outcome = await clear.run({ countId, productId });
    if (!outcome.ok) return;
    done(null);
    onClose();
  };
  return (
    <DialogForm
      title={line.name}
      form={form}
      findErrors={() => (form.draft.quantity === null ? { quantity: t('office.counts.missingQuantity') } : {})}
      pending={set.pending}
      action={t('office.counts.setIt')}
      onSave={save}
      onClose={onClose}
    >
      <p className={stock.quiet}>
        {t('office.counts.lineText', {
          expected: format.quantityOf(line.expected, line.unit),
          counted: line.counted === null ? '–' : format.quantityOf(line.counted, line.unit),
        })}
      </p>
      {line.shares.length > 0 && (
        <ul className={styles.shares} aria-label={t('office.counts.people')}>
          {line.shares.map(({ staffId, terminalId, staff, terminal, quantity, at }) => (
            <li key={`${staffId} ${terminalId}`} className={styles.share}>
              <span>
                <strong>{format.quantityOf(quantity, line.unit)}</strong>{' '}
                {[staff, terminal].filter(Boolean).join(' · ')}
              </span>
              <span className={stock.quiet}>{format.dateTime(at)}</span>
              {line.shares.length > 1 && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={take.pending}
                  onClick={() => void onTake(staffId, terminalId)}
                >
                  {t('office.counts.onlyThis')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {line.shares.length > 1 && <p className={stock.quiet}>{t('office.counts.severalText')}</p>}
      <QuantityInput
        data-autofocus
        label={t('office.counts.again')}
        unit={line.unit}
        value={form.draft.quantity}
        onChange={(quantity) => form.set('quantity', quantity)}
        error={form.errors.quantity}
      />
      {line.counted !== null && (
        <Button w="fit-content" variant="subtle" color="gray" loading={clear.pending} onClick={() => void onClear()}>
          {t('office.counts.clear')}
        </Button>
      )}
    </DialogForm>
  );
}
