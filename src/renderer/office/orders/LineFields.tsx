import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { Order } from '@shared/contract';
import { type Money, QUANTITY_SCALE, type Quantity, quantity, type UnitCode } from '@shared/money';
import { IconPencilPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, call, ids } from '../../live';
import { useFormat } from '../../shop';
import { toast } from '../../ui';
import { MoneyInput, QuantityInput } from '../../ui/office';
import { ProductPicker } from '../parts';
import styles from './orders.module.css';

/** A line as it is typed; `productId` null: only words. */
export interface TypedLine {
  readonly key: string;
  readonly productId: string | null;
  readonly name: string;
  readonly unit: UnitCode;
  readonly quantity: Quantity | null;
  readonly unitPrice: Money | null;
  readonly note: string;
}

export const emptyLines: readonly TypedLine[] = [];

export const typedLines = (lines: Order['lines']): TypedLine[] =>
  lines.map(({ lineNo, productId, name, unit, quantity: count, unitPrice, note }) => ({
    key: String(lineNo),
    productId,
    name,
    unit,
    quantity: count,
    unitPrice,
    note: note ?? '',
  }));

interface Props {
  readonly lines: readonly TypedLine[];
  readonly onChange: (lines: readonly TypedLine[]) => void;
  readonly error: string | undefined;
}

/** What is ordered: goods of the catalogue, or words that get their product before the bill. */
export function LineFields({ lines, onChange, error }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  /** The line in words that is getting its product. */
  const [choosing, setChoosing] = useState<string | null>(null);
  const one = quantity(QUANTITY_SCALE);
  const change = (key: string, fields: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...fields } : line)));
  const pick = async (productId: string) => {
    setSearch('');
    try {
      const { name, unit, price } = await call('catalogue.product', { id: productId });
      const words = lines.find(({ key }) => key === choosing);
      setChoosing(null);
      // What was agreed in words stays agreed, and the words stay as a wish.
      if (words) change(words.key, { productId, name, unit, note: words.note || words.name });
      else onChange([...lines, { key: ids.next(), productId, name, unit, quantity: one, unitPrice: price, note: '' }]);
    } catch (failure) {
      toast.refused(asFailure(failure));
    }
  };
  const inWords = () =>
    onChange([
      ...lines,
      { key: ids.next(), productId: null, name: '', unit: 'PCS', quantity: one, unitPrice: null, note: '' },
    ]);
  const wanted = lines.find(({ key }) => key === choosing);
  return (
    <fieldset className={styles.bare} aria-label={t('office.orders.lines')}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.key} className={styles.line}>
            {line.productId === null ? (
              <TextInput
                aria-label={t('office.orders.words')}
                placeholder={t('office.orders.words')}
                maxLength={200}
                autoFocus={line.name === ''}
                value={line.name}
                onChange={(event) => change(line.key, { name: event.currentTarget.value })}
                error={line.name.trim() === ''}
              />
            ) : (
              <span className={styles.lineName}>{line.name}</span>
            )}
            <QuantityInput
              aria-label={`${t('office.orders.quantity')}: ${line.name}`}
              unit={line.unit}
              value={line.quantity}
              onChange={(count) => change(line.key, { quantity: count })}
              error={line.quantity === null || line.quantity === 0}
            />
            <MoneyInput
              aria-label={`${t('office.orders.price')}: ${line.name}`}
              value={line.unitPrice}
              onChange={(unitPrice) => change(line.key, { unitPrice })}
              error={line.unitPrice === null}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('office.orders.removeLine', { name: line.name })}
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            >
              <IconTrash size={18} stroke={1.6} />
            </ActionIcon>
            <TextInput
              className={styles.lineMore ?? ''}
              aria-label={`${t('office.orders.lineNote')}: ${line.name}`}
              placeholder={t('office.orders.lineNote')}
              maxLength={1000}
              value={line.note}
              onChange={(event) => change(line.key, { note: event.currentTarget.value })}
            />
            {line.productId === null && line.name.trim() !== '' && (
              <Button
                className={styles.choose ?? ''}
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setChoosing(line.key);
                  field.current?.focus();
                }}
              >
                {t('office.orders.chooseProduct', { name: line.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.adding}>
        <ProductPicker
          ref={field}
          label={wanted ? t('office.orders.chooseProduct', { name: wanted.name }) : t('office.orders.addProduct')}
          typed={search}
          text={search.trim()}
          onType={setSearch}
          onPick={(productId) => void pick(productId)}
          nameOf={({ name, price }) => `${name} · ${format.money(price)}`}
          error={error}
        />
        <Button variant="default" leftSection={<IconPencilPlus size={18} stroke={1.6} />} onClick={inWords}>
          {t('office.orders.addWords')}
        </Button>
      </div>
    </fieldset>
  );
}
