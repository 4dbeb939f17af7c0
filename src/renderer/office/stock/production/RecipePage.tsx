import { Alert, Button } from '@mantine/core';
import type { Recipe } from '@shared/contract';
import { IconChefHat, IconEdit, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { FailureState } from '../../../ui';
import { Page } from '../../../ui/office';
import { BackButton, RowTable, Tag, useRemoval } from '../../parts';
import { Skeletons } from '../../Skeletons';
import { LogDialog } from './LogDialog';
import styles from './production.module.css';
import { RecipeDialog } from './RecipeDialog';
import { useBatchCost } from './useBatchCost';

/** `/stock/recipes/<id>`: what goes into a batch, and what that comes to. */
export function RecipePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const recipe = useLive('recipes.get', { id });
  if (recipe.data) return <Opened recipe={recipe.data} />;
  return (
    <Page title={t('office.recipes.title')} actions={<ToList />}>
      {recipe.state === 'failed' ? (
        <FailureState failure={recipe.failure} onRetry={recipe.retry} />
      ) : (
        <Skeletons rows={6} />
      )}
    </Page>
  );
}

function Opened({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'edit' | 'log' | null>(null);
  const remove = useRemoval('recipes.remove');
  const { id, name, productId, unit, deleted } = recipe;
  return (
    <Page
      title={name}
      note={
        <div className={styles.facts}>
          {deleted && <Tag>{t('office.recipes.removed')}</Tag>}
          <Link href={`/products/${productId}`} className={styles.link ?? ''}>
            {t('office.stock.toProduct')}
          </Link>
          <Link href={`/stock/${productId}`} className={styles.link ?? ''}>
            {t('office.stock.history')}
          </Link>
        </div>
      }
      actions={
        <>
          <ToList />
          {!deleted && (
            <>
              <Button
                variant="default"
                leftSection={<IconTrash size={18} stroke={1.6} />}
                onClick={() => void remove(id, name).then((isGone) => isGone && navigate('/stock/recipes'))}
              >
                {t('office.recipes.remove')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconEdit size={18} stroke={1.6} />}
                onClick={() => setDialog('edit')}
              >
                {t('office.recipes.edit')}
              </Button>
              {!recipe.removed && (
                <Button leftSection={<IconChefHat size={18} stroke={1.6} />} onClick={() => setDialog('log')}>
                  {t('office.production.create')}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <div className={styles.page}>
        <Warnings recipe={recipe} />
        <Figures recipe={recipe} />
        <Lines recipe={recipe} />
        {recipe.note && <p className={styles.text}>{recipe.note}</p>}
      </div>
      {dialog === 'edit' && <RecipeDialog recipe={recipe} onClose={() => setDialog(null)} />}
      {dialog === 'log' && (
        <LogDialog
          start={{ product: { id: productId, name, unit }, quantity: recipe.batch }}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  );
}

function Warnings({ recipe: { circular, twice, deleted } }: { recipe: Recipe }) {
  const { t } = useTranslation();
  if (deleted) return null;
  return (
    <>
      {circular && (
        <Alert color="yellow" title={t('office.recipes.circular')}>
          {t('office.recipes.circularText')}
        </Alert>
      )}
      {twice && (
        <Alert color="yellow" title={t('office.recipes.twice')}>
          {t('office.recipes.twiceText')}
        </Alert>
      )}
    </>
  );
}

function Figures({ recipe: { batch, unit, cost } }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const format = useFormat();
  const batchCost = useBatchCost();
  return (
    <div className={styles.costs}>
      <dl className={styles.sums}>
        <div className={styles.figure}>
          <dt>{t('office.recipes.batch')}</dt>
          <dd>{format.quantityOf(batch, unit)}</dd>
        </div>
        {cost.state !== 'hidden' && (
          <div className={styles.figure}>
            <dt>{t('office.recipes.batchCost')}</dt>
            <dd>{batchCost(cost)}</dd>
          </div>
        )}
        {cost.state === 'known' && (
          <div className={styles.figure}>
            <dt>{t('office.recipes.eachCost', { unit: format.unit(unit) })}</dt>
            <dd>{format.money(cost.each)}</dd>
          </div>
        )}
      </dl>
      {cost.state !== 'hidden' && (
        <p className={styles.quiet}>
          {cost.state === 'known'
            ? t('office.recipes.costHint')
            : cost.missing.length > 0 && t('office.recipes.notKnownOf', { names: cost.missing.join(', ') })}
        </p>
      )}
    </div>
  );
}

function Lines({ recipe: { lines, cost } }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <RowTable
      label={t('office.recipes.ingredients')}
      rows={lines.map((line) => ({ ...line, id: line.productId }))}
      isMuted={({ removed }) => removed}
      columns={[
        {
          key: 'name',
          title: t('office.recipes.ingredient'),
          cell: ({ name, productId, removed }) => (
            <>
              <Link href={`/stock/${productId}`} className={styles.link ?? ''}>
                {name}
              </Link>{' '}
              {removed && <Tag>{t('office.recipes.gone')}</Tag>}
            </>
          ),
        },
        {
          key: 'quantity',
          title: t('office.recipes.quantity'),
          align: 'end',
          cell: ({ quantity, unit }) => format.quantityOf(quantity, unit),
        },
        ...(cost.state === 'hidden'
          ? []
          : [
              {
                key: 'cost',
                title: t('office.recipes.cost'),
                align: 'end' as const,
                cell: (line: Recipe['lines'][number]) =>
                  line.cost === null ? t('office.recipes.notKnown') : format.money(line.cost),
              },
            ]),
      ]}
    />
  );
}

function ToList() {
  const { t } = useTranslation();
  return <BackButton to="/stock/recipes">{t('office.recipes.toList')}</BackButton>;
}
