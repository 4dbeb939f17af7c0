import { Button } from '@mantine/core';
import { IconPackage, IconStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../live';
import { useMay } from '../../shop';
import { EmptyState } from '../../ui';

/** No tiles yet: in a shop with goods because none is a favourite, in a new one because there are no goods. */
export function NoTiles() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayAdd = useMay('catalogue.edit');
  const products = useLive('catalogue.products', { limit: 1 });
  if (products.state !== 'ready') return null;
  if (products.data.total > 0) {
    return (
      <EmptyState icon={<IconStar size={32} stroke={1.5} />} title={t('counter.favouritesEmpty')}>
        {t('counter.favouritesEmptyText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconPackage size={32} stroke={1.5} />}
      title={t('counter.noProducts')}
      action={
        mayAdd && (
          <>
            <Button variant="default" size="md" onClick={() => navigate('/import')}>
              {t('counter.importProducts')}
            </Button>
            <Button size="md" onClick={() => navigate('/products/new?sell')}>
              {t('counter.scan.add')}
            </Button>
          </>
        )
      }
    >
      {mayAdd ? t('counter.noProductsText') : t('counter.noProductsAsk')}
    </EmptyState>
  );
}
