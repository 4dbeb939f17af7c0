import { Checkbox, Table } from '@mantine/core';
import type { BillLine } from '@shared/contract';
import type { Money } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shop';
import { QuantityInput } from '../ui/office';
import type { BackDraft } from './draft';
import styles from './returns.module.css';

interface Props {
  readonly line: BillLine;
  readonly draft: BackDraft;
  readonly first: boolean;
  /** What of it comes back brings; undefined while nobody knows. */
  readonly worth: Money | undefined;
  readonly onChange: (draft: BackDraft) => void;
}

/** Whether it comes back, how much of it, whether it can be sold again, and what it brings. */
export function BackLine({ line, draft, first, worth, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lineNo, name, returnable, unit } = line;
  const quantity = draft.quantities[lineNo];
  const isChosen = quantity !== undefined;
  const left = format.quantityOf(returnable, unit);
  const bought = t('counter.returns.bought', {
    quantity: format.quantityOf(line.quantity, unit),
    amount: format.money(line.total),
  });
  const choose = (chosen: boolean) => {
    const { [lineNo]: _, ...others } = draft.quantities;
    onChange({ ...draft, quantities: chosen ? { ...others, [lineNo]: returnable } : others });
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          data-autofocus={first || undefined}
          autoFocus={first}
          classNames={{ body: styles.tick ?? '' }}
          label={name}
          description={
            returnable === line.quantity ? bought : `${bought} · ${t('counter.returns.left', { quantity: left })}`
          }
          checked={isChosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td w={140}>
        {isChosen && (
          <QuantityInput
            size="sm"
            aria-label={t('counter.returns.quantityOf', { name })}
            unit={unit}
            value={quantity}
            onChange={(next) => onChange({ ...draft, quantities: { ...draft.quantities, [lineNo]: next } })}
            error={
              quantity !== null && quantity > returnable
                ? t('counter.returns.tooMuch', { quantity: left })
                : quantity === null || quantity === 0
                  ? t('common.number.missing')
                  : undefined
            }
          />
        )}
      </Table.Td>
      <Table.Td w={150}>
        {isChosen && (
          <Checkbox
            classNames={{ body: styles.tick ?? '' }}
            label={t('counter.returns.unsaleable')}
            aria-label={t('counter.returns.unsaleableOf', { name })}
            checked={draft.unsaleable[lineNo] === true}
            onChange={(event) =>
              onChange({ ...draft, unsaleable: { ...draft.unsaleable, [lineNo]: event.currentTarget.checked } })
            }
          />
        )}
      </Table.Td>
      <Table.Td w={110} className={styles.worth ?? ''}>
        {isChosen && worth !== undefined && format.money(worth)}
      </Table.Td>
    </Table.Tr>
  );
}
