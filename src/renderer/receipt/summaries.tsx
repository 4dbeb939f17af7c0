import type { BillTaxLine, HsnRow } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shop';
import styles from './Receipt.module.css';

/** What of the bill is tax, by kind and rate: the law wants it on the paper. */
export function TaxSummary({ taxes }: { taxes: readonly BillTaxLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (taxes.length === 0) return null;
  return (
    <table className={styles.summary}>
      <caption>{t('receipt.taxSummary')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('receipt.tax')}</th>
          <th scope="col">{t('receipt.taxable')}</th>
          <th scope="col">{t('receipt.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {taxes.map((tax) => (
          <tr key={`${tax.kind}${tax.rate}`}>
            <td>
              {t(`common.tax.${tax.kind}`)} {format.rate(tax.rate)}
            </td>
            <td>{format.amount(tax.taxable)}</td>
            <td>{format.amount(tax.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same by the kind of goods, where the shop keeps HSN codes. */
export function HsnSummary({ rows }: { rows: readonly HsnRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <table className={styles.summary}>
      <caption>{t('receipt.hsnSummary')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('receipt.hsn')}</th>
          <th scope="col">{t('receipt.quantity')}</th>
          <th scope="col">{t('receipt.rate')}</th>
          <th scope="col">{t('receipt.taxable')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.hsn}${row.unit}${row.rate}`}>
            <td>{row.hsn}</td>
            <td>{format.quantityOf(row.quantity, row.unit)}</td>
            <td>{format.rate(row.rate)}</td>
            <td>{format.amount(row.taxable)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
