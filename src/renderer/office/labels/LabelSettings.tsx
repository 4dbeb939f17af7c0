import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import type { Printer } from '@shared/contract';
import {
  type Extent,
  labelKinds,
  labelsPerSheet,
  rollSizeNames,
  rollSizes,
  sheetNames,
  sheets,
} from '@shared/label-media';
import { labelProfileNames } from '@shared/printers';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { DateField } from '../../ui/office';
import { CountInput } from './CountInput';
import { beginOf, type Choice, type Target } from './choice';
import styles from './labels.module.css';

interface Props {
  readonly choice: Choice;
  readonly onChange: (part: Partial<Choice>) => void;
  readonly printers: readonly Printer[];
  /** Somebody has to say whether labels without a code are wanted. */
  readonly asksWithoutCode: boolean;
}

/** What the labels are, and what they go out on. */
export function LabelSettings({ choice, onChange, printers, asksWithoutCode }: Props) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const millimetres = ({ width, height }: Extent) =>
    [width, height].map((tenths) => (tenths / 10).toLocaleString(locale)).join(' × ');
  const targets: { value: Target; label: string }[] = [
    { value: 'pdf', label: t('office.labels.target.pdf') },
    ...printers.map(({ id, name }) => ({ value: `printer:${id}` as const, label: name })),
    ...labelProfileNames.map((name) => ({ value: `file:${name}` as const, label: t(`office.labels.target.${name}`) })),
  ];
  return (
    <div className={styles.settings}>
      <SegmentedControl
        fullWidth
        aria-label={t('office.labels.kind')}
        data={labelKinds.map((kind) => ({ value: kind, label: t(`office.labels.kinds.${kind}`) }))}
        value={choice.kind}
        onChange={(kind) => onChange({ kind: labelKinds.find((each) => each === kind) ?? 'shelf' })}
      />
      <Select
        label={t('office.labels.on')}
        allowDeselect={false}
        data={targets}
        value={choice.target}
        onChange={(value) => {
          const target = targets.find((each) => each.value === value)?.value;
          if (target) onChange({ target });
        }}
      />
      {choice.target === 'pdf' ? (
        <div className={styles.pair}>
          <Select
            label={t('office.labels.sheet')}
            allowDeselect={false}
            data={sheetNames.map((name) => ({
              value: name,
              label: t('office.labels.perSheet', {
                count: labelsPerSheet(sheets[name]),
                size: millimetres(sheets[name]),
              }),
            }))}
            value={choice.sheet}
            onChange={(value) => onChange({ sheet: sheetNames.find((name) => name === value) ?? choice.sheet })}
          />
          <CountInput
            label={t('office.labels.begin')}
            value={choice.begin}
            error={beginOf(choice) === null}
            onChange={(begin) => onChange({ begin })}
          />
        </div>
      ) : (
        <Select
          label={t('office.labels.size')}
          allowDeselect={false}
          data={rollSizeNames.map((name) => ({
            value: name,
            label: t('office.labels.millimetres', { size: millimetres(rollSizes[name]) }),
          }))}
          value={choice.size}
          onChange={(value) => onChange({ size: rollSizeNames.find((name) => name === value) ?? choice.size })}
        />
      )}
      {choice.kind === 'item' && (
        <DateField
          label={t('office.labels.packedOn')}
          value={choice.packedOn}
          onChange={(packedOn) => onChange({ packedOn })}
        />
      )}
      <Checkbox
        label={t('office.labels.bars')}
        checked={choice.bars}
        onChange={(event) => onChange({ bars: event.currentTarget.checked })}
      />
      {asksWithoutCode && (
        <Checkbox
          label={t('office.labels.withoutCode')}
          checked={choice.withoutCode}
          onChange={(event) => onChange({ withoutCode: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
