import { ActionIcon, Select } from '@mantine/core';
import { rate } from '@shared/money';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { MoneyInput, QuantityInput, RateInput } from '../../../ui/office';
import styles from './purchases.module.css';
import type { DraftState } from './useDraft';

/** A choice among the tax classes, and no id of one. */
const noTax = 'none';

/** The lines of the bill, each with its fields in a row. */
export function DraftLines({ draft }: { draft: DraftState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { typed, answer, changeLine, removeLine } = draft;
  const taxes = useLive('catalogue.taxClasses', {}).data ?? [];
  if (typed.lines.length === 0) return <p className={styles.none}>{t('office.purchases.noLines')}</p>;
  const isSame = answer.lines.length === typed.lines.length;
  return (
    <div className={styles.scroller}>
      <table className={styles.lines} aria-label={t('office.purchases.lines')}>
        <thead>
          <tr>
            {(['product', 'quantity', 'unit', 'unitPrice', 'off', 'tax', 'lineTotal'] as const).map((name) => (
              <th key={name} scope="col" className={styles.column} data-of={name}>
                {t(`office.purchases.${name}`)}
              </th>
            ))}
            <th className={styles.column} data-of="remove">
              <span className="unseen">{t('office.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {typed.lines.map((line, index) => {
            const total = isSame ? answer.lines[index]?.total : null;
            return (
              <tr key={line.key}>
                <th scope="row" className={styles.product} title={line.name}>
                  {line.name}
                </th>
                <td>
                  <QuantityInput
                    aria-label={`${t('office.purchases.quantity')}: ${line.name}`}
                    unit={line.unit}
                    rightSection={null}
                    value={line.quantity}
                    onChange={(quantity) => changeLine(line.key, { quantity })}
                    error={line.quantity === null || line.quantity === 0}
                  />
                </td>
                <td>
                  <Select
                    aria-label={`${t('office.purchases.unit')}: ${line.name}`}
                    allowDeselect={false}
                    data={line.units.map(({ unit }) => ({ value: unit, label: format.unit(unit) }))}
                    value={line.unit}
                    onChange={(chosen) => {
                      const found = line.units.find(({ unit }) => unit === chosen);
                      if (found) changeLine(line.key, { unit: found.unit });
                    }}
                  />
                </td>
                <td>
                  <MoneyInput
                    aria-label={`${t('office.purchases.unitPrice')}: ${line.name}`}
                    value={line.unitPrice}
                    onChange={(unitPrice) => changeLine(line.key, { unitPrice })}
                    error={line.unitPrice === null}
                  />
                </td>
                <td>
                  <RateInput
                    aria-label={`${t('office.purchases.off')}: ${line.name}`}
                    value={line.discount === 0 ? null : line.discount}
                    onChange={(discount, isReadable) =>
                      changeLine(line.key, { discount: discount ?? (isReadable ? rate(0) : null) })
                    }
                  />
                </td>
                <td>
                  <Select
                    aria-label={`${t('office.purchases.tax')}: ${line.name}`}
                    allowDeselect={false}
                    data={[
                      ...taxes
                        .filter(({ id, active }) => active || id === line.taxClassId)
                        .map(({ id, name }) => ({ value: id, label: name })),
                      { value: noTax, label: t('office.taxes.nothing') },
                    ]}
                    value={line.taxClassId ?? noTax}
                    onChange={(chosen) => changeLine(line.key, { taxClassId: chosen === noTax ? null : chosen })}
                    title={taxes.find(({ id }) => id === line.taxClassId)?.name ?? t('office.taxes.nothing')}
                    comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
                  />
                </td>
                <td className={styles.total}>{total === null || total === undefined ? '–' : format.money(total)}</td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={36}
                    aria-label={t('office.removeNamed', { name: line.name })}
                    onClick={() => removeLine(line.key)}
                  >
                    <IconTrash size={18} stroke={1.6} />
                  </ActionIcon>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
