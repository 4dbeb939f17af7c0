import type { Product, StockMovement } from '@shared/contract';
import type { StockReason } from '@shared/entities';
import {
  IconArrowBackUp,
  IconBan,
  IconBottleOff,
  IconCalendarX,
  IconChefHat,
  IconClipboardCheck,
  IconEyeSearch,
  IconFlag,
  IconHistory,
  IconHome,
  IconReceipt,
  IconScale,
  IconSoup,
  IconTransfer,
  IconTruckDelivery,
  IconTruckReturn,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import { type Column, VirtualTable } from '../../ui/office';
import type { Days } from '../parts';
import styles from './movements.module.css';

const icons: Record<StockReason, TablerIcon> = {
  opening: IconFlag,
  sale: IconReceipt,
  return: IconArrowBackUp,
  void: IconBan,
  purchase: IconTruckDelivery,
  purchase_return: IconTruckReturn,
  production: IconChefHat,
  consumption: IconSoup,
  adjustment: IconScale,
  damage: IconBottleOff,
  expiry: IconCalendarX,
  own_use: IconHome,
  found: IconEyeSearch,
  count: IconClipboardCheck,
  transfer: IconTransfer,
};

/** Where the document of a movement is shown; what takes it back is shown there too, and its id begins with the document's. */
const pages: Partial<Record<StockReason, string>> = {
  sale: '/bills',
  purchase: '/stock/purchases',
  production: '/stock/production',
  consumption: '/stock/production',
};

interface Props {
  readonly product: Product;
  /** Only of these days; all of it unless given. */
  readonly days?: Partial<Days>;
}

/** The movements of a product, newest first, each with the stock after it. */
export function StockHistory({ product, days }: Props) {
  const { t } = useTranslation();
  const columns = useColumns(product.unit);
  return (
    <VirtualTable
      label={t('office.stock.history')}
      call="stock.history"
      filter={{ productId: product.id, ...days }}
      columns={columns}
      empty={
        <EmptyState icon={<IconHistory size={32} stroke={1.5} />} title={t('office.stock.noHistory')}>
          {t('office.stock.noHistoryHint')}
        </EmptyState>
      }
    />
  );
}

function useColumns(unit: string): readonly Column<StockMovement>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'reason',
        title: t('office.stock.reason'),
        width: 'minmax(136px, 1.5fr)',
        cell: ({ reason }) => {
          const Icon = icons[reason];
          return (
            <span className={styles.reason}>
              <Icon size={18} stroke={1.6} aria-hidden="true" />
              {t(`office.stock.reasons.${reason}`)}
            </span>
          );
        },
      },
      {
        key: 'quantity',
        title: t('office.stock.change'),
        width: '100px',
        align: 'end',
        cell: ({ quantity }) => (
          <span className={styles.move}>
            {quantity > 0 ? '+' : ''}
            {format.quantityOf(quantity, unit)}
          </span>
        ),
      },
      {
        key: 'balance',
        title: t('office.stock.balance'),
        width: '100px',
        align: 'end',
        cell: ({ balance }) => (
          <span className={balance < 0 ? styles.below : undefined}>{format.quantityOf(balance, unit)}</span>
        ),
      },
      {
        key: 'document',
        title: t('office.stock.document'),
        width: 'minmax(164px, 1fr)',
        cell: ({ reason, documentId, documentNumber }) => {
          const page = pages[reason];
          if (page === undefined || documentId === null) return documentNumber;
          return (
            <Link href={`${page}/${documentId.replace(/:reversed$/, '')}`} className={styles.link ?? ''}>
              {documentNumber}
            </Link>
          );
        },
      },
      { key: 'at', title: t('office.stock.at'), width: '124px', cell: ({ at }) => format.dateTime(at) },
      { key: 'staff', title: t('office.stock.staff'), width: 'minmax(80px, 1fr)', cell: ({ staff }) => staff },
      { key: 'note', title: t('office.stock.note'), width: 'minmax(72px, 2fr)', cell: ({ note }) => note },
    ],
    [t, format, unit],
  );
}
