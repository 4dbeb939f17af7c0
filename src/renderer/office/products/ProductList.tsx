import { Button } from '@mantine/core';
import { mostLabelProducts } from '@shared/contract';
import { IconFileImport, IconPackage } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../live';
import { useFormat, useMay } from '../../shop';
import { EmptyState } from '../../ui';
import { Page, VirtualTable } from '../../ui/office';
import { CatalogueSections } from '../catalogue/CatalogueSections';
import { LabelsButton, labelsOfList } from '../labels';
import { CreateButton, NothingFound, useScannedProduct } from '../parts';
import { useKept } from '../useKept';
import { BulkBar } from './bulk/BulkBar';
import { useChosenProducts } from './bulk/chosen';
import { useProductColumns } from './columns';
import { isFiltered, noFilter, ProductFilters, productQuery } from './ProductFilters';
import styles from './products.module.css';

/** Every product of the shop, however many there are. */
export function ProductList() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const mayEdit = useMay('catalogue.edit');
  const format = useFormat();
  const [filter, setFilter] = useKept('products.filter', noFilter);
  const [sorting, setSorting] = useKept('products.sorting', { by: 'name', descending: false });
  const columns = useProductColumns();
  const query = productQuery(filter, sorting);
  // The first page's own question, so that it is asked only once.
  const total = useLive('catalogue.products', { ...query, offset: 0, limit: 100 }, { keep: true }).data?.total;
  const isEmpty = total === 0 && !isFiltered(filter);
  // What was removed is brought back one by one.
  const maySelect = mayEdit && !filter.deleted;
  const { sort: _sort, descending: _descending, deleted: _deleted, ...found } = query;
  const chosen = useChosenProducts(found, total ?? 0);
  const { selection } = chosen;
  const ticked = maySelect ? chosen.count : 0;
  /** Of what is ticked; of all that is found while nothing is. What was removed gets none. */
  const labels = () => {
    if (ticked === 0) return labelsOfList(query);
    if (selection.of === 'filter') return labelsOfList(query, selection.except);
    return Promise.resolve(selection.ids.map((id) => ({ productId: id, copies: 1 })));
  };
  const labelled = filter.deleted ? 0 : ticked === 0 ? (total ?? 0) : ticked;
  const list = useRef<HTMLDivElement>(null);
  const create = () => navigate('/products/new');
  useScannedProduct(
    (id) => navigate(`/products/${id}`),
    (code) => setFilter({ ...noFilter, text: code }),
  );

  return (
    <Page
      title={t('office.products.title')}
      note={<CatalogueSections />}
      actions={
        <>
          {labelled > 0 && labelled <= mostLabelProducts && <LabelsButton choose={labels} />}
          {mayEdit && !isEmpty && (
            <>
              <Button
                variant="default"
                leftSection={<IconFileImport size={18} stroke={1.6} />}
                onClick={() => navigate('/import')}
              >
                {t('office.products.import')}
              </Button>
              <CreateButton onCreate={create}>{t('office.products.create')}</CreateButton>
            </>
          )}
        </>
      }
      filters={
        <ProductFilters value={filter} onChange={setFilter}>
          {total !== undefined && t('office.products.count', { count: total, number: format.count(total) })}
        </ProductFilters>
      }
    >
      <div ref={list} className={styles.list}>
        <VirtualTable
          label={t('office.products.title')}
          call="catalogue.products"
          topic="product"
          filter={query}
          columns={columns}
          {...(maySelect && { selecting: chosen.selecting })}
          sorting={sorting}
          onSort={setSorting}
          rowHeight={52}
          isMuted={(product) => product.deleted || !product.active}
          onOpen={(product) => navigate(`/products/${product.id}`)}
          empty={
            isFiltered(filter) ? (
              <NothingFound
                title={t('office.products.nothingFound')}
                showAll={t('office.products.clearFilters')}
                onShowAll={() => setFilter(noFilter)}
              >
                {t('office.products.nothingFoundHint')}
              </NothingFound>
            ) : (
              <NoProducts mayEdit={mayEdit} onCreate={create} onImport={() => navigate('/import')} />
            )
          }
        />
        {maySelect && (
          <BulkBar chosen={chosen} onGone={() => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()} />
        )}
      </div>
    </Page>
  );
}

interface NoProductsProps {
  readonly mayEdit: boolean;
  readonly onCreate: () => void;
  readonly onImport: () => void;
}

function NoProducts({ mayEdit, onCreate, onImport }: NoProductsProps): ReactNode {
  const { t } = useTranslation();
  const action = (
    <>
      <Button variant="default" leftSection={<IconFileImport size={18} stroke={1.6} />} onClick={onImport}>
        {t('office.products.import')}
      </Button>
      <CreateButton onCreate={onCreate}>{t('office.products.create')}</CreateButton>
    </>
  );
  return (
    <EmptyState
      icon={<IconPackage size={40} stroke={1.5} />}
      title={t('office.products.none')}
      action={mayEdit ? action : undefined}
    >
      {t('office.products.noneHint')}
    </EmptyState>
  );
}
