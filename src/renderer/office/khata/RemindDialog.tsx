import { Button, Textarea } from '@mantine/core';
import { spacedPhone } from '@shared/codes';
import { IconBrandWhatsapp, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../live';
import { Dialog } from '../../ui/office';
import { FormFoot } from '../form';
import { Loaded } from '../parts';
import type { PartyOnPage } from './calls';
import styles from './khata.module.css';

/** The words of a reminder as they will go, and where to. Opening it is put on record. */
export function RemindDialog({ party: { id, name }, onClose }: { party: PartyOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const reminder = useLive('customerKhata.reminder', { id });
  const remind = useCommand('customerKhata.remind');
  const run = async (by: 'whatsapp' | 'mail') => {
    if ((await remind.run({ id, by })).ok) setOpened(false);
  };
  return (
    <Dialog
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={onClose}
      title={t('office.khata.remindTitle', { name })}
    >
      <div className={styles.form}>
        <Loaded of={reminder} rows={3}>
          {({ text, phone }) => (
            <>
              <p className={styles.text}>
                {t('office.khata.remindText')}{' '}
                {phone === null
                  ? t('office.khata.remindUnknown')
                  : t('office.khata.remindTo', { phone: spacedPhone(phone) })}
              </p>
              <Textarea label={t('office.khata.message')} readOnly autosize minRows={3} value={text} />
            </>
          )}
        </Loaded>
        <FormFoot>
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('common.cancel')}
          </Button>
          {reminder.data && reminder.data.email !== null && (
            <Button
              variant="default"
              leftSection={<IconMail size={18} stroke={1.6} />}
              loading={remind.pending}
              onClick={() => void run('mail')}
            >
              {t('office.khata.mail')}
            </Button>
          )}
          {/* There from the start to take the focus, which the × would have otherwise; it waits for the words. */}
          <Button
            data-autofocus
            data-disabled={!reminder.data}
            aria-disabled={!reminder.data}
            leftSection={<IconBrandWhatsapp size={18} stroke={1.6} />}
            loading={remind.pending}
            onClick={() => reminder.data && void run('whatsapp')}
          >
            {t('office.khata.whatsapp')}
          </Button>
        </FormFoot>
      </div>
    </Dialog>
  );
}
