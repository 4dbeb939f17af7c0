import { Button } from '@mantine/core';
import type { BulkResult } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { FormFoot } from '../../../ui/office';
import styles from './bulk.module.css';
import { undoBulk } from './undo';

interface Props {
  readonly result: BulkResult;
  readonly onClose: () => void;
}

/** A change that not all of the chosen products took: how many did, which did not, and why. */
export function Result({ result: { requestId, changed, refused, left, refusals }, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isUndoing, setUndoing] = useState(false);
  const counted = (count: number) => ({ count, number: format.count(count) });
  const undo = async () => {
    setUndoing(true);
    const isUndone = await undoBulk(requestId, t, format);
    setUndoing(false);
    if (isUndone) onClose();
  };
  return (
    <div className={styles.ask}>
      <div role="status">
        <strong>{t('office.bulk.done', counted(changed))}</strong>
        {left > 0 && <div>{t('office.bulk.left', counted(left))}</div>}
        {refused > 0 && <div data-kind="refused">{t('office.bulk.refused', counted(refused))}</div>}
      </div>
      {refusals.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get there
        <ul className={styles.refusals} aria-label={t('office.bulk.refusals')} tabIndex={0}>
          {refusals.map(({ id, name, reason }) => (
            <li key={id}>
              <span>{name === '' ? t('office.bulk.unknown') : name}</span>
              <span className={styles.reason}>{t(`office.bulk.reasons.${reason}`)}</span>
            </li>
          ))}
          {refused > refusals.length && <li>{t('office.bulk.more', counted(refused - refusals.length))}</li>}
        </ul>
      )}
      <FormFoot>
        {changed > 0 && (
          <Button variant="default" loading={isUndoing} onClick={() => void undo()}>
            {t('office.bulk.undo')}
          </Button>
        )}
        <Button autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </FormFoot>
    </div>
  );
}
