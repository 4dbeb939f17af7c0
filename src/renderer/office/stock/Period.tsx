import type { Product, StockPeriod } from '@shared/contract';
import {
  IconArrowBackUp,
  IconChefHat,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconReceipt,
  IconScale,
  IconTruckDelivery,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat } from '../../shop';
import type { Days } from '../parts';
import styles from './stock.module.css';

const figures: readonly (readonly [keyof StockPeriod, TablerIcon])[] = [
  ['atStart', IconPlayerSkipBack],
  ['received', IconTruckDelivery],
  ['sold', IconReceipt],
  ['returned', IconArrowBackUp],
  ['used', IconChefHat],
  ['adjusted', IconScale],
  ['atEnd', IconPlayerSkipForward],
];

/** From what there was to what there is: each figure of the middle is a part of the way. */
export function Period({ product, days }: { product: Product; days: Partial<Days> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = useLive('stock.period', { productId: product.id, ...days }, { keep: true }).data;
  return (
    <dl className={styles.period} aria-label={t('office.stock.period.label')}>
      {figures.map(([name, Icon]) => {
        const figure = period?.[name];
        // Few goods are ingredients.
        if (name === 'used' && (figure ?? 0) === 0) return null;
        const isChange = name !== 'atStart' && name !== 'atEnd';
        return (
          <div key={name} className={styles.figure} data-end={!isChange || undefined}>
            <dt>
              <Icon size={16} stroke={1.6} aria-hidden="true" />
              {t(`office.stock.period.${name}`)}
            </dt>
            <dd>
              {figure === undefined
                ? '–'
                : `${isChange && figure > 0 ? '+' : ''}${format.quantityOf(figure, product.unit)}`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
