import type { Dashboard } from '@shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import { Card } from './Card';
import styles from './dashboard.module.css';

export function Top({ top }: Pick<Dashboard, 'top'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  return (
    <Card title={t('dashboard.top')} to="/reports/products">
      {top.length === 0 && <p className={styles.quiet}>{t('dashboard.topNone')}</p>}
      <ol className={styles.lines}>
        {top.map(({ id, name, sold, unit, net }) => (
          <li key={id} className={styles.line}>
            <Link href={`/products/${id}`} className={styles.name ?? ''}>
              {name}
            </Link>
            <span className={styles.quiet}>{format.quantityOf(sold, unit)}</span>
            <span className={styles.amount}>{format.money(net)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

export function Payments({ payments }: Pick<Dashboard, 'payments'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  return (
    <Card title={t('dashboard.payments')} to="/reports/payments">
      {payments.length === 0 && <p className={styles.quiet}>{t('dashboard.topNone')}</p>}
      <dl className={styles.lines}>
        {payments.map(({ method, amount }) => (
          <Pair key={method} name={t(`values.method.${method}`)} value={format.money(amount)} />
        ))}
      </dl>
    </Card>
  );
}

export function Stock({ stock }: Pick<Dashboard, 'stock'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const states = (['oversold', 'out', 'low'] as const).filter((state) => stock[state] > 0);
  return (
    <Card title={t('dashboard.stock')} to="/reports/shortages">
      {states.length === 0 && <p className={styles.quiet}>{t('dashboard.stockFine')}</p>}
      <dl className={styles.lines}>
        {states.map((state) => (
          <Pair
            key={state}
            name={t(`dashboard.${state}`)}
            value={<span className={styles[state]}>{format.count(stock[state])}</span>}
          />
        ))}
      </dl>
    </Card>
  );
}

export function Khata({ khata }: Pick<Dashboard, 'khata'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  return (
    <Card title={t('dashboard.khata')} to="/reports/khata">
      {khata.owed === 0 ? (
        <p className={styles.quiet}>{t('dashboard.khataNone')}</p>
      ) : (
        <dl className={styles.lines}>
          <Pair name={t('dashboard.owed')} value={format.money(khata.owed)} />
          {khata.overdue > 0 && (
            <Pair
              name={t('dashboard.overdue')}
              value={<span className={styles.low}>{format.money(khata.overdue)}</span>}
            />
          )}
        </dl>
      )}
    </Card>
  );
}

export function Drawers({ drawers }: Pick<Dashboard, 'drawers'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  return (
    <Card title={t('dashboard.drawers')} to="/shifts">
      {drawers.open === 0 ? (
        <p className={styles.quiet}>{t('dashboard.noShift')}</p>
      ) : (
        <dl className={styles.lines}>
          <Pair name={t('dashboard.inDrawer')} value={format.money(drawers.expected)} />
          <Pair name={t('dashboard.openShifts', { count: drawers.open })} value="" />
        </dl>
      )}
    </Card>
  );
}

function Pair({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div className={styles.pair}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
