import type { Bill, BillLine, BusinessSettings } from '@shared/contract';
import { addMoney, type Money, negMoney } from '@shared/money';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shop';
import styles from './Receipt.module.css';
import { HsnSummary, TaxSummary } from './summaries';

interface Props {
  readonly bill: Bill;
  readonly settings: BusinessSettings;
}

/** Everything as it was stored when the bill was completed; nothing here is computed again. React escapes the names. */
export function Receipt({ bill, settings }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  // Exempt goods have a rate too; nobody needs to read that nothing was charged.
  const charged = bill.taxes.filter((tax) => tax.amount !== 0);
  const { gstin, address, phone, receipt_header: header, receipt_footer: footer } = settings;
  return (
    <article className={styles.paper} aria-label={t('receipt.label', { number: bill.number })} data-selectable>
      <header className={styles.head}>
        <p className={styles.shop}>{settings.name}</p>
        {address && <p className={styles.block}>{address}</p>}
        {phone && <p>{t('receipt.phone', { phone })}</p>}
        {gstin && <p>{t('receipt.gstin', { gstin })}</p>}
        {header && <p className={styles.block}>{header}</p>}
        <p className={styles.kind}>{gstin ? t('receipt.taxInvoice') : t('receipt.bill')}</p>
      </header>
      <dl className={styles.facts}>
        <Fact name={t('receipt.number')}>{bill.number}</Fact>
        <Fact name={t('receipt.date')}>{`${format.date(bill.at)}, ${format.time(bill.at)}`}</Fact>
        <Fact name={t('receipt.cashier')}>{bill.cashier}</Fact>
        {bill.customer && <Fact name={t('receipt.customer')}>{bill.customer.name}</Fact>}
      </dl>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{t('receipt.item')}</th>
            <th scope="col">{t('receipt.quantity')}</th>
            <th scope="col">{t('receipt.rate')}</th>
            <th scope="col">{t('receipt.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map((line) => (
            <Line key={line.lineNo} line={line} />
          ))}
        </tbody>
      </table>
      <dl className={styles.totals}>
        <Sum name={t('receipt.subtotal')} amount={bill.subtotal} />
        {bill.lineDiscount !== 0 && <Sum name={t('receipt.discount')} amount={negMoney(bill.lineDiscount)} />}
        {bill.billDiscount !== 0 && <Sum name={t('receipt.billDiscount')} amount={negMoney(bill.billDiscount)} />}
        {!bill.pricesIncludeTax &&
          charged.map((tax) => (
            <Sum
              key={`${tax.kind}${tax.rate}`}
              name={`${t(`common.tax.${tax.kind}`)} ${format.rate(tax.rate)}`}
              amount={tax.amount}
            />
          ))}
        {bill.roundOff !== 0 && <Sum name={t('receipt.roundOff')} amount={bill.roundOff} />}
        <div className={styles.total}>
          <dt>{t('receipt.total')}</dt>
          <dd>{format.money(bill.total)}</dd>
        </div>
        {bill.cashRounding !== 0 && <Sum name={t('receipt.cashRounding')} amount={bill.cashRounding} />}
        {bill.payments.map((payment, index) => (
          <Sum
            // biome-ignore lint/suspicious/noArrayIndexKey: a stored bill's payments never change their order
            key={index}
            name={t('receipt.received', { method: t(`common.method.${payment.method}`) })}
            amount={payment.tendered}
          />
        ))}
        {bill.change > 0 && <Sum name={t('receipt.change')} amount={bill.change} />}
        {bill.due > 0 && <Sum name={t('receipt.due')} amount={bill.due} />}
        {bill.returns.map((each) => (
          <Sum key={each.id} name={t('receipt.returned', { amount: '', number: each.number })} amount={each.total} />
        ))}
      </dl>
      <TaxSummary taxes={charged} />
      <HsnSummary rows={bill.hsn} />
      <footer className={styles.foot}>
        {bill.pricesIncludeTax && bill.tax !== 0 && <p>{t('receipt.taxIncluded')}</p>}
        {footer && <p className={styles.block}>{footer}</p>}
      </footer>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sum({ name, amount }: { name: string; amount: Money }) {
  const format = useFormat();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{format.amount(amount)}</dd>
    </div>
  );
}

function Line({ line }: { line: BillLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <tr>
        <td colSpan={4} className={styles.name}>
          {line.name}
        </td>
      </tr>
      <tr className={styles.figures}>
        <td>{line.hsn}</td>
        <td>{format.quantityOf(line.quantity, line.unit)}</td>
        <td>{format.amount(line.unitPrice)}</td>
        <td>{format.amount(addMoney(line.net, line.discount))}</td>
      </tr>
      {line.discount !== 0 && (
        <tr className={styles.off}>
          <td colSpan={3}>{t('receipt.discount')}</td>
          <td>{format.amount(negMoney(line.discount))}</td>
        </tr>
      )}
    </>
  );
}
