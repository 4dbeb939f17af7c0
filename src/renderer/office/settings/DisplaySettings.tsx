import { Button, Switch, TextInput } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../live';
import { useMay } from '../../shop';
import { Cell, FormSection } from '../form';

/** The screen that customers look at: on this machine, at once. */
export function DisplaySettings() {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  const display = useLive('system.display', {}).data;
  const command = useCommand('system.setDisplay');
  const [typed, setTyped] = useState<string | null>(null);
  if (!display) return null;
  const { on, place } = display;
  const message = typed ?? display.message;
  const choose = (next: boolean) => void command.run({ on: next, message });
  const isGone = place === 'closed' || place === 'failed';
  return (
    <FormSection title={t('display.settings.section')} note={t('display.settings.note')}>
      <Cell span={12}>
        <Switch
          label={t('display.settings.on')}
          description={<span role="status">{t(`display.settings.place.${place}`)}</span>}
          checked={on}
          disabled={!mayEdit || command.pending}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      </Cell>
      {isGone && (
        <Cell span={12}>
          <Button
            variant="default"
            leftSection={<IconDeviceTv size={18} stroke={1.6} />}
            disabled={!mayEdit}
            loading={command.pending}
            onClick={() => choose(true)}
          >
            {t('display.settings.again')}
          </Button>
        </Cell>
      )}
      <Cell span={12}>
        <TextInput
          label={t('display.settings.message')}
          description={t('display.settings.messageHint')}
          placeholder={t('display.customer.welcome')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          autoComplete="off"
          value={message}
          disabled={!mayEdit}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            if (message !== display.message) choose(on);
          }}
        />
      </Cell>
    </FormSection>
  );
}
