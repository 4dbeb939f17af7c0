import { Button } from '@mantine/core';
import type { TaxClass } from '@shared/contract';
import { IconPercentage, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat, useMay, useTill } from '../../shop';
import { Keycap, useShortcut } from '../../shortcuts';
import { EmptyState, FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { Skeletons } from '../Skeletons';
import styles from './catalogue.module.css';
import { RecordTable } from './RecordTable';
import { periodsOn, periodWords, today } from './rates';
import { Sections } from './Sections';
import { TaxClassDialog } from './TaxClassDialog';
import { useRemoval } from './useRemoval';

/** What taxes there are, and from when. */
export function TaxClasses() {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  const classes = useLive('catalogue.taxClasses', {});
  const remove = useRemoval('catalogue.removeTaxClass');
  const [editing, setEditing] = useState<TaxClass | 'new' | null>(null);
  useShortcut('create', () => setEditing('new'), mayEdit);
  const list = classes.data ?? [];
  return (
    <Page
      title={t('office.products.title')}
      note={<Sections />}
      actions={
        mayEdit && (
          <Button
            leftSection={<IconPlus size={18} />}
            rightSection={<Keycap of="create" />}
            onClick={() => setEditing('new')}
          >
            {t('office.taxes.create')}
          </Button>
        )
      }
    >
      {classes.state === 'failed' && <FailureState failure={classes.failure} onRetry={classes.retry} />}
      {classes.state === 'loading' && <Skeletons />}
      {classes.state === 'ready' && list.length === 0 && (
        <EmptyState icon={<IconPercentage size={40} stroke={1.5} />} title={t('office.taxes.none')}>
          {t('office.taxes.noneHint')}
        </EmptyState>
      )}
      {list.length > 0 && (
        <RecordTable
          label={t('office.products.sections.taxes')}
          columns={[{ title: t('office.taxes.rates') }]}
          rows={list.map((taxClass) => ({ ...taxClass, cells: [<Rates key="rates" of={taxClass} />] }))}
          mayEdit={mayEdit}
          onEdit={(id) => setEditing(list.find((each) => each.id === id) ?? null)}
          onRemove={(id) => void remove(id, list.find((each) => each.id === id)?.name ?? '')}
        />
      )}
      {editing && <TaxClassDialog taxClass={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

/** "GST 18% from 22 Sep 2025", and below it what was before. */
function Rates({ of }: { of: TaxClass }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useTill();
  return (
    <>
      {periodsOn(of, today(shop.timeZone)).map(({ period, holds }) => (
        <div key={period.effectiveFrom} className={styles.period} data-holds={holds || undefined}>
          {periodWords(period, { t, format })}
        </div>
      ))}
    </>
  );
}
