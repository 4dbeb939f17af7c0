import { Button } from '@mantine/core';
import type { BulkPreview } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { firstPage, useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { FormFoot, VirtualTable } from '../../../ui/office';
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
export function Preview({ selection, change, isSettled, onSave, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {change === null ? (
        <div className={styles.nothing}>{t('office.bulk.nothing')}</div>
      ) : (
        <Previewed selection={selection} change={change} />
      )}
      <FormFoot>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {change === null ? (
          <Button disabled>{t('office.bulk.saveNone')}</Button>
        ) : (
          <SaveButton selection={selection} change={change} isSettled={isSettled} onSave={onSave} />
        )}
      </FormFoot>
    </>
  );
}

interface Asked {
  readonly selection: Selection;
  readonly change: Change;
}

/** The first page's own question, so that it is asked only once. */
const useFirstPage = (asked: Asked) => useLive('bulk.preview', firstPage<'bulk.preview'>(asked), { keep: true });

function Previewed({ selection, change }: Asked) {
  const { t } = useTranslation();
  const preview = useFirstPage({ selection, change }).data;
  const columns = usePreviewColumns(change.field);
  return (
    <>
      <div className={styles.counts} role="status">
        {preview && <Counts counts={preview.counts} />}
      </div>
      <div className={styles.table}>
        <VirtualTable
          label={t('office.bulk.preview')}
          call="bulk.preview"
          filter={{ selection, change }}
          columns={columns}
          rowHeight={44}
          isMuted={({ verdict }) => verdict !== 'change'}
          empty={<div className={styles.nothing}>{t('office.bulk.noneLeft')}</div>}
        />
      </div>
    </>
  );
}

function SaveButton({ selection, change, isSettled, onSave }: Asked & Pick<Props, 'isSettled' | 'onSave'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const live = useFirstPage({ selection, change });
  const changes = live.data?.counts.change ?? 0;
  const isSeen = isSettled && live.state === 'ready' && !live.isPrevious;
  return (
    <Button disabled={!isSeen || changes === 0} onClick={() => live.data && void onSave(live.data.stamp, change)}>
      {changes === 0
        ? t('office.bulk.saveNone')
        : t('office.bulk.save', { count: changes, number: format.count(changes) })}
    </Button>
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
