import { Button } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { Product } from '@shared/contract';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../live';
import { useMay, useTill } from '../../shop';
import { Keycap, useShortcut } from '../../shortcuts';
import { FailureState, StockBar } from '../../ui';
import { Page } from '../../ui/office';
import { AdjustStock, StockHistory } from '../movements';
import { DayRange, daysQuery } from '../parts';
import { Skeletons } from '../Skeletons';
import { useKept } from '../useKept';
import { BackButton } from './BackButton';
import { Period } from './Period';
import styles from './stock.module.css';

/** `/stock/<id>`: what became of one product's stock, and how. */
export function StockPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const product = useLive('catalogue.product', { id });
  if (product.data) return <History product={product.data} />;
  return (
    <Page title={t('office.stock.title')} actions={<BackButton to="/stock">{t('office.stock.toList')}</BackButton>}>
      {product.state === 'failed' ? (
        <FailureState failure={product.failure} onRetry={product.retry} />
      ) : (
        <Skeletons rows={8} />
      )}
    </Page>
  );
}

function History({ product }: { product: Product }) {
  const { t } = useTranslation();
  const { shop } = useTill();
  const mayAdjust = useMay('stock.edit') && product.trackStock && !product.deleted;
  const [adjusting, setAdjusting] = useState(false);
  const today = dayOf(Date.now(), shop.timeZone);
  const [days, setDays] = useKept('stock.days', { from: `${today.slice(0, 8)}01`, to: '' });
  const [, navigate] = useLocation();
  return (
    <Page
      title={product.name}
      note={
        <div className={styles.facts}>
          <StockBar product={product} />
          {product.category && <span>{product.category}</span>}
        </div>
      }
      actions={
        <>
          <BackButton to="/stock">{t('office.stock.toList')}</BackButton>
          <Button variant="default" onClick={() => navigate(`/products/${product.id}`)}>
            {t('office.stock.toProduct')}
          </Button>
          {mayAdjust && <Adjust onAdjust={() => setAdjusting(true)} />}
        </>
      }
      filters={<DayRange {...days} onChange={setDays} />}
    >
      <div className={styles.page}>
        <Period product={product} days={daysQuery(days)} />
        <div className={styles.rest}>
          <StockHistory product={product} days={daysQuery(days)} />
        </div>
      </div>
      {adjusting && <AdjustStock product={product} onClose={() => setAdjusting(false)} />}
    </Page>
  );
}

function Adjust({ onAdjust }: { onAdjust: () => void }) {
  const { t } = useTranslation();
  useShortcut('create', onAdjust);
  return (
    <Button
      leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.6} />}
      rightSection={<Keycap of="create" />}
      onClick={onAdjust}
    >
      {t('office.stock.adjust')}
    </Button>
  );
}
