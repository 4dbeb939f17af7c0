import type { TaxClass } from '@shared/contract';
import { IconPercentage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat, useMay, useTill } from '../../shop';
import { EmptyState } from '../../ui';
import { useRemoval } from '../parts';
import styles from './catalogue.module.css';
import { RecordPage } from './RecordPage';
import { periodsOn, periodWords, today } from './rates';
import { TaxClassDialog } from './TaxClassDialog';

/** What taxes there are, and from when. */
export function TaxClasses() {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  const classes = useLive('catalogue.taxClasses', {});
  const remove = useRemoval('catalogue.removeTaxClass');
  const [editing, setEditing] = useState<TaxClass | 'new' | null>(null);
  return (
    <RecordPage
      records={classes}
      label={t('office.products.sections.taxes')}
      columns={[{ key: 'rates', title: t('office.taxes.rates'), cell: (taxClass) => <Rates of={taxClass} /> }]}
      mayEdit={mayEdit}
      create={t('office.taxes.create')}
      onCreate={() => setEditing('new')}
      onEdit={setEditing}
      onRemove={(id, name) => void remove(id, name)}
      empty={
        <EmptyState icon={<IconPercentage size={40} stroke={1.5} />} title={t('office.taxes.none')}>
          {t('office.taxes.noneHint')}
        </EmptyState>
      }
    >
      {editing && <TaxClassDialog taxClass={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </RecordPage>
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
