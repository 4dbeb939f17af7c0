import { Button, Group } from '@mantine/core';
import type { ProductSummary } from '@shared/contract';
import type { Quantity } from '@shared/money';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Format, useFormat, useMay } from '../../shop';
import { EmptyState, StockDot } from '../../ui';
import styles from './Results.module.css';
import { isCode, mayBeName, newProductAddress } from './times';

interface Props {
  readonly list: string;
  readonly products: readonly ProductSummary[];
  readonly text: string;
  /** How many of it were asked for. */
  readonly times: Quantity | null;
  readonly marked: number;
  readonly onChoose: (product: ProductSummary) => void;
}

export function Results({ list, products, text, times, marked, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  if (products.length === 0) {
    return <Nothing text={text} times={times} />;
  }
  return (
    <div ref={root} id={list} role="listbox" aria-label={t('counter.search.results')} className={styles.root}>
      {products.map((product, index) => (
        <Result
          key={product.id}
          id={`${list}-${index}`}
          product={product}
          marked={index === marked}
          format={format}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

/** Nothing is called that: what else to type, and who adds what is new. */
function Nothing({ text, times }: Pick<Props, 'text' | 'times'>) {
  const { t } = useTranslation();
  const mayAdd = useMay('catalogue.edit');
  const [, navigate] = useLocation();
  // Of what can only be a code Enter says so, with the same way on.
  const add = mayAdd && mayBeName(text) && (
    <Group gap="sm" justify="center">
      <Button variant="default" size="md" onClick={() => navigate(newProductAddress({ name: text }, times))}>
        {t('counter.scan.add')}
      </Button>
      {isCode(text) && (
        <Button variant="default" size="md" onClick={() => navigate(newProductAddress({ barcode: text }, times))}>
          {t('counter.scan.addWithCode')}
        </Button>
      )}
    </Group>
  );
  return (
    <EmptyState title={t('counter.search.none', { text })} action={add}>
      {t('counter.search.noneText')} {!mayAdd && t('counter.search.noneAsk')}
    </EmptyState>
  );
}

interface ResultProps {
  readonly id: string;
  readonly product: ProductSummary;
  readonly marked: boolean;
  readonly format: Format;
  readonly onChoose: (product: ProductSummary) => void;
}

const Result = memo(function Result({ id, product, marked, format, onChoose }: ResultProps) {
  const about = [product.brand, product.sku ?? product.barcode].filter(Boolean).join(' · ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys and names the marked one
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div id={id} role="option" aria-selected={marked} className={styles.result} onClick={() => onChoose(product)}>
      <span className={styles.what}>
        <span className={styles.name}>{product.name}</span>
        {about && <span className={styles.about}>{about}</span>}
      </span>
      {product.trackStock && (
        <span className={styles.stock}>
          {format.quantityOf(product.stock, product.unit)}
          <StockDot product={product} />
        </span>
      )}
      <span className={styles.price}>{format.amount(product.price)}</span>
    </div>
  );
});
