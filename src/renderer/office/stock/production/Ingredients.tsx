import { ActionIcon } from '@mantine/core';
import type { Quantity, UnitCode } from '@shared/money';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, call } from '../../../live';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { QuantityInput } from '../../../ui/office';
import { ProductPicker } from '../../parts';
import styles from './production.module.css';

export interface TypedIngredient {
  readonly productId: string;
  readonly name: string;
  readonly unit: UnitCode;
  readonly quantity: Quantity | null;
  /** How much there is; null where its stock is not counted, or does not matter here. */
  readonly stock: Quantity | null;
}

interface Props {
  readonly label: string;
  readonly lines: readonly TypedIngredient[];
  readonly onChange: (lines: readonly TypedIngredient[]) => void;
  /** What is made, which goes into nothing here. */
  readonly made: string | null;
  /** Says beside each how much there is, and where that is less than goes in. */
  readonly saysStock?: boolean;
  /** What stands there without any. */
  readonly none?: string;
  /** Where they come from, or the way back to that. */
  readonly hint?: ReactNode;
  readonly error: string | undefined;
}

/** What goes into something: goods of the catalogue, each once, and how much. */
export function Ingredients({ label, lines, onChange, made, saysStock = false, none, hint, error }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const pick = async (productId: string) => {
    setSearch('');
    if (lines.some((line) => line.productId === productId)) {
      list.current?.querySelector<HTMLInputElement>(`[data-product="${productId}"] input`)?.focus();
      return;
    }
    try {
      const { name, unit, stock, trackStock } = await call('catalogue.product', { id: productId });
      onChange([...lines, { productId, name, unit, quantity: null, stock: trackStock ? stock : null }]);
    } catch (failure) {
      toast.refused(asFailure(failure));
    }
  };
  return (
    <fieldset className={styles.bare}>
      <legend className={styles.legend}>{label}</legend>
      {lines.length > 0 && hint && <div className={styles.quiet}>{hint}</div>}
      {lines.length === 0 && none && <p className={styles.quiet}>{none}</p>}
      <ul ref={list} className={styles.lines}>
        {lines.map((line) => (
          <li key={line.productId} className={styles.line} data-product={line.productId}>
            <span className={styles.lineName}>
              <span className={styles.name} title={line.name}>
                {line.name}
              </span>
              {saysStock && <Shelf line={line} />}
            </span>
            <QuantityInput
              aria-label={t('office.production.amountOf', { name: line.name })}
              unit={line.unit}
              autoFocus={line.quantity === null}
              value={line.quantity}
              onChange={(quantity) =>
                onChange(lines.map((each) => (each.productId === line.productId ? { ...each, quantity } : each)))
              }
              error={error !== undefined && (line.quantity === null || line.quantity === 0)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('office.removeNamed', { name: line.name })}
              onClick={() => {
                onChange(lines.filter(({ productId }) => productId !== line.productId));
                field.current?.focus();
              }}
            >
              <IconTrash size={18} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ProductPicker
        ref={field}
        label={t('office.production.addIngredient')}
        typed={search}
        text={search.trim()}
        onType={setSearch}
        onPick={(productId) => productId !== made && void pick(productId)}
        nameOf={({ name, stock, trackStock, unit }) =>
          trackStock ? `${name} · ${format.quantityOf(stock, unit)}` : name
        }
        error={error}
      />
    </fieldset>
  );
}

/** How much there is of it; where that is less than goes in it says so, and lets it be. */
function Shelf({ line: { stock, quantity, unit } }: { line: TypedIngredient }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (stock === null) return null;
  const there = format.quantityOf(stock, unit);
  if (quantity === null || quantity <= stock) {
    return <span className={styles.quiet}>{t('office.production.there', { stock: there })}</span>;
  }
  return (
    <span className={styles.short}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      {t(stock < 0 ? 'office.production.shortBelow' : 'office.production.short', { stock: there })}
    </span>
  );
}
