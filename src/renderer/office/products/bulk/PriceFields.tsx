import { SegmentedControl, Select } from '@mantine/core';
import { type PriceEnding, priceEndings } from '@shared/bill';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { MoneyInput, RateInput } from '../../../ui/office';
import styles from './bulk.module.css';
import { type BulkDraft, isBeyond } from './change';

const ways = ['percent', 'amount', 'set', 'margin'] as const;
const directions = ['up', 'down'] as const;
const roundings = ['nearest', 'up', 'down'] as const;

interface Props {
  readonly draft: BulkDraft;
  readonly onChange: (part: Partial<BulkDraft>) => void;
}

/** How the new prices come about, and which prices the shop likes. */
export function PriceFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { by, way } = draft;
  const endings = priceEndings(format.currency);
  const hasDirection = by === 'percent' || by === 'amount';
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('office.bulk.how')}
        value={by}
        onChange={(chosen) => onChange({ by: ways.find((each) => each === chosen) ?? 'percent' })}
        data={ways.map((each) => ({ value: each, label: t(`office.bulk.by.${each}`) }))}
      />
      <div className={styles.fields}>
        {hasDirection && (
          <Select
            label={t('office.bulk.way')}
            allowDeselect={false}
            data={directions.map((each) => ({ value: each, label: t(`office.bulk.ways.${each}`) }))}
            value={way}
            onChange={(chosen) => onChange({ way: chosen ?? 'up' })}
          />
        )}
        {by === 'percent' || by === 'margin' ? (
          <RateInput
            key={by}
            data-autofocus
            label={t(by === 'margin' ? 'office.bulk.margin' : 'office.bulk.percent')}
            value={draft.rate}
            onChange={(part) => onChange({ rate: part })}
            error={isBeyond(by, way, draft.rate) && t(`office.bulk.beyond.${by === 'margin' ? by : way}`)}
          />
        ) : (
          <MoneyInput
            key={by}
            data-autofocus
            label={t(by === 'set' ? 'office.bulk.newPrice' : 'office.bulk.amount')}
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
          />
        )}
        {by !== 'set' && (
          <Select
            label={t('office.bulk.ending')}
            allowDeselect={false}
            data={endings.map((each) => ({ value: each.key, label: endingWords(each) }))}
            value={draft.ending}
            onChange={(ending) => onChange({ ending: ending ?? 'exact' })}
          />
        )}
        {by !== 'set' && draft.ending !== 'exact' && (
          <Select
            label={t('office.bulk.to')}
            allowDeselect={false}
            data={roundings.map((each) => ({ value: each, label: t(`office.bulk.tos.${each}`) }))}
            value={draft.to}
            onChange={(to) => onChange({ to: to ?? 'nearest' })}
          />
        )}
      </div>
      {by === 'margin' && <p className={styles.note}>{t('office.bulk.marginHint')}</p>}
    </>
  );

  function endingWords({ key, step, ending }: PriceEnding): string {
    if (key === 'exact') return t('office.bulk.endings.exact');
    if (key === 'nine' || key === 'ninetyNine') {
      return t('office.bulk.endings.in', { ending: key === 'nine' ? format.note(ending) : format.amount(ending) });
    }
    return t('office.bulk.endings.step', { step: format.money(step) });
  }
}
