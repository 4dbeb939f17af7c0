import { Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseScanner, gaps, isPrefix, useScannerSettings } from '../../counter/scanner';
import { chooseSounds, hasSounds, soundAdded } from '../../counter/sounds';
import { Cell, FormSection } from '../form';
import { DisplaySettings } from './DisplaySettings';
import { NoticeSettings } from './NoticeSettings';
import { ScannerTest } from './ScannerTest';
import { TrainingSettings } from './TrainingSettings';

/** A scanner's longest pause between two characters, in ms, as people would say it. */
const speeds = { 20: 'fastest', 35: 'usual', 50: 'slower', 80: 'slow', 120: 'slowest' } as const satisfies Record<
  (typeof gaps)[number],
  string
>;

/**
 * What hangs on this machine. Kept here, at once; there is nothing to save. What is switched often stands first; a scanner that
 * works is never set up again.
 */
export function TillSettings() {
  const { t } = useTranslation();
  const scanner = useScannerSettings();
  const [prefix, setPrefix] = useState(scanner.prefix);
  const [sounds, setSounds] = useState(hasSounds);
  return (
    <>
      <FormSection title={t('counter.device.sounds')} note={t('counter.device.soundsHint')}>
        <Cell span={12}>
          <Switch
            label={t('counter.device.soundsOn')}
            checked={sounds}
            onChange={(event) => {
              chooseSounds(event.currentTarget.checked);
              setSounds(event.currentTarget.checked);
              soundAdded();
            }}
          />
        </Cell>
      </FormSection>
      <DisplaySettings />
      <NoticeSettings />
      <FormSection title={t('counter.device.scanner')} note={t('counter.device.scannerHint')}>
        <Cell span={6}>
          <Select
            label={t('counter.device.gap')}
            allowDeselect={false}
            data={gaps.map((ms) => ({ value: String(ms), label: t(`counter.device.speeds.${speeds[ms]}`) }))}
            value={String(scanner.gap)}
            onChange={(value) => chooseScanner({ gap: Number(value), prefix: scanner.prefix })}
          />
        </Cell>
        <Cell span={6}>
          <TextInput
            label={t('counter.device.prefix')}
            description={t('counter.device.prefixHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={4}
            autoComplete="off"
            value={prefix}
            onChange={(event) => {
              const next = event.currentTarget.value;
              setPrefix(next);
              if (isPrefix(next)) chooseScanner({ gap: scanner.gap, prefix: next });
            }}
            error={isPrefix(prefix) ? undefined : t('counter.device.badPrefix')}
          />
        </Cell>
        <Cell span={12}>
          <ScannerTest settings={scanner} />
        </Cell>
      </FormSection>
      <FormSection title={t('training.section')} note={t('training.sectionNote')}>
        <Cell span={12}>
          <TrainingSettings />
        </Cell>
      </FormSection>
    </>
  );
}
