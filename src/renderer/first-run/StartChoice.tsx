import { Radio } from '@mantine/core';
import { IconBuildingStore, IconFileSpreadsheet, IconSquarePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './FirstRun.module.css';

export type Start = 'empty' | 'import' | 'sample';

const starts = [
  { value: 'empty', icon: IconSquarePlus },
  { value: 'import', icon: IconFileSpreadsheet },
  { value: 'sample', icon: IconBuildingStore },
] as const;

/** Three ways to begin; none of them is for ever. */
export function StartChoice({ value, onChange }: { value: Start; onChange: (start: Start) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      className={styles.wide ?? ''}
      label={t('firstRun.start')}
      value={value}
      onChange={(next) => onChange(starts.find((start) => start.value === next)?.value ?? 'empty')}
    >
      <div className={styles.starts}>
        {starts.map(({ value: start, icon: Icon }) => (
          <Radio.Card key={start} value={start} className={styles.start ?? ''}>
            <Icon size={24} stroke={1.5} aria-hidden="true" />
            <span className={styles.startName}>{t(`firstRun.${start}`)}</span>
            <span className={styles.startText}>{t(`firstRun.${start}Text`)}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
