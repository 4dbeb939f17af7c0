import { Scroller, UnstyledButton } from '@mantine/core';
import type { ProductSummary } from '@shared/contract';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useIsUp } from '../../ready';
import { type Format, useFormat } from '../../shop';
import { StockDot } from '../../ui';
import styles from './Favourites.module.css';
import { NoTiles } from './NoTiles';

/** What the tiles show while no category is chosen. */
export const favouriteTiles = { limit: 100 };

/** Tiles of what is sold most, by category: for goods without a code, and for fingers. */
export const Favourites = memo(function Favourites({ onChoose }: { onChoose: (product: ProductSummary) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [categoryId, setCategoryId] = useState<string | null>(null);
  const categories = useLive('catalogue.categories', {});
  const tiles = useLive(
    'catalogue.favourites',
    categoryId === null ? favouriteTiles : { categoryId, ...favouriteTiles },
    {
      keep: true,
    },
  );
  // A hundred tiles come after the counter itself: nobody waits for them to scan.
  const products = useIsUp() ? tiles.data : undefined;
  const shown = categories.data?.filter((category) => category.active && category.products > 0) ?? [];
  return (
    <>
      {shown.length > 0 && (
        <fieldset className={styles.categories} aria-label={t('counter.categories')}>
          <Scroller
            classNames={{ content: styles.chips ?? '', control: styles.more ?? '' }}
            edgeGradientColor="var(--desk)"
            startControlIcon={<IconChevronLeft size={20} stroke={1.8} aria-hidden="true" />}
            endControlIcon={<IconChevronRight size={20} stroke={1.8} aria-hidden="true" />}
            startControlProps={{ 'aria-label': t('counter.categoriesBefore') }}
            endControlProps={{ 'aria-label': t('counter.categoriesAfter') }}
          >
            <Chip label={t('counter.favourites')} chosen={categoryId === null} onChoose={() => setCategoryId(null)} />
            {shown.map((category) => (
              <Chip
                key={category.id}
                label={category.name}
                chosen={category.id === categoryId}
                onChoose={() => setCategoryId(category.id)}
              />
            ))}
          </Scroller>
        </fieldset>
      )}
      {products?.length === 0 ? (
        <NoTiles />
      ) : (
        <div className={styles.tiles}>
          {products?.map((product) => (
            <Tile key={product.id} product={product} format={format} onChoose={onChoose} />
          ))}
        </div>
      )}
    </>
  );
});

function Chip({ label, chosen, onChoose }: { label: string; chosen: boolean; onChoose: () => void }) {
  return (
    <UnstyledButton className={styles.chip ?? ''} aria-pressed={chosen} onClick={onChoose}>
      {label}
    </UnstyledButton>
  );
}

interface TileProps {
  readonly product: ProductSummary;
  readonly format: Format;
  readonly onChoose: (product: ProductSummary) => void;
}

const Tile = memo(function Tile({ product, format, onChoose }: TileProps) {
  return (
    <UnstyledButton className={styles.tile ?? ''} onClick={() => onChoose(product)}>
      <span className={styles.name}>{product.name}</span>
      <span className={styles.foot}>
        <span className={styles.price}>{format.money(product.price)}</span>
        <StockDot product={product} />
      </span>
    </UnstyledButton>
  );
});
