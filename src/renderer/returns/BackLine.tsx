import { Checkbox, Table } from '@mantine/core';
import type { BillLine } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shop';
import { QuantityInput } from '../ui/office';
import type { BackDraft } from './draft';
import styles from './returns.module.css';

interface Props {
  readonly line: BillLine;
  readonly draft: BackDraft;
  readonly first: boolean;
  readonly onChange: (draft: BackDraft) => void;
}

/** Whether it comes back, how much of it, and whether it can be sold again. */
export function BackLine({ line, draft, first, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lineNo, name, returnable, unit } = line;
  const quantity = draft.quantities[lineNo];
  const isChosen = quantity !== undefined;
  const left = format.quantityOf(returnable, unit);
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
          label={name}
          checked={isChosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td className={styles.left ?? ''} ta="end">
        {t('counter.returns.left', { quantity: left })}
      </Table.Td>
      <Table.Td w={150}>
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
      <Table.Td w={130}>
        {isChosen && (
          <Checkbox
            label={t('counter.returns.damaged')}
            aria-label={t('counter.returns.damagedOf', { name })}
            checked={draft.damaged[lineNo] === true}
            onChange={(event) =>
              onChange({ ...draft, damaged: { ...draft.damaged, [lineNo]: event.currentTarget.checked } })
            }
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
