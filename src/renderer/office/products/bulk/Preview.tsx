import { Button } from '@mantine/core';
import type { BulkPreview } from '@shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { firstPage, useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { VirtualTable } from '../../../ui/office';
import { FormFoot } from '../../form';
import styles from './bulk.module.css';
import type { Change } from './change';
import type { Selection } from './chosen';
import { usePreviewColumns } from './usePreviewColumns';

interface Props {
  readonly selection: Selection;
  /** Null: nobody has said yet what is to change. */
  readonly change: Change | null;
  /** Nobody is typing: the preview is of what the fields say. */
  readonly isSettled: boolean;
  readonly onSave: (stamp: string, change: Change) => Promise<void>;
  readonly onClose: () => void;
}

/** What would become of each product, before anything does. Enter in a field changes nothing: it is looked at first. */
export function Preview({ change, onClose, ...props }: Props) {
  const { t } = useTranslation();
  if (change !== null) return <Previewed change={change} onClose={onClose} {...props} />;
  return (
    <>
      <div className={styles.nothing}>{t('office.bulk.nothing')}</div>
      <Foot onClose={onClose}>
        <Button disabled>{t('office.bulk.saveNone')}</Button>
      </Foot>
    </>
  );
}

function Previewed({ selection, change, isSettled, onSave, onClose }: Props & { readonly change: Change }) {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = { selection, change };
  // The first page's own question, so that it is asked only once.
  const live = useLive('bulk.preview', firstPage<'bulk.preview'>(filter), { keep: true });
  const columns = usePreviewColumns(change.field);
  const preview = live.data;
  const changes = preview?.counts.change ?? 0;
  return (
    <>
      <div className={styles.counts} role="status">
        {preview && <Counts counts={preview.counts} />}
      </div>
      <div className={styles.table}>
        <VirtualTable
          label={t('office.bulk.preview')}
          call="bulk.preview"
          filter={filter}
          columns={columns}
          rowHeight={44}
          isMuted={({ verdict }) => verdict !== 'change'}
          empty={<div className={styles.nothing}>{t('office.bulk.noneLeft')}</div>}
        />
      </div>
      <Foot onClose={onClose}>
        <Button
          disabled={!isSettled || live.state !== 'ready' || live.isPrevious || changes === 0}
          onClick={() => preview && void onSave(preview.stamp, change)}
        >
          {changes === 0
            ? t('office.bulk.saveNone')
            : t('office.bulk.save', { count: changes, number: format.count(changes) })}
        </Button>
      </Foot>
    </>
  );
}

function Counts({ counts: { change, same, refused, warned } }: { readonly counts: BulkPreview['counts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = (['change', 'same', 'refused', 'warned'] as const).flatMap((key) => {
    const count = { change, same, refused, warned }[key];
    return count === 0 ? [] : [{ key, words: t(`office.bulk.counts.${key}`, { count, number: format.count(count) }) }];
  });
  return said.map(({ key, words }) => (
    <span key={key} data-kind={key}>
      {words}
    </span>
  ));
}

function Foot({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <FormFoot>
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      {children}
    </FormFoot>
  );
}
