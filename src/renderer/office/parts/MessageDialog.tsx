import { Button, Textarea } from '@mantine/core';
import { spacedPhone } from '@shared/codes';
import { IconBrandWhatsapp, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Live } from '../../live';
import { Dialog, FormFoot } from '../../ui/office';
import { Loaded } from './Loaded';
import styles from './MessageDialog.module.css';

interface Message {
  readonly text: string;
  /** In full, with the country's code; null: none that could be dialled. */
  readonly phone: string | null;
  /** Where it may go by mail as well. */
  readonly email?: string | null;
}

interface Props {
  readonly title: string;
  readonly message: Live<Message>;
  readonly pending: boolean;
  /** Opens it in the other program; true when that has been done and the dialog may go. */
  readonly onSend: (by: 'whatsapp' | 'mail') => Promise<boolean>;
  /** The dialog has gone. */
  readonly onClose: () => void;
}

/** A message to somebody, in the words that will go and with where they go to. The person presses send in the other program. */
export function MessageDialog({ title, message, pending, onSend, onClose }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const send = async (by: 'whatsapp' | 'mail') => {
    if (await onSend(by)) setOpened(false);
  };
  const isMail = message.data !== undefined && (message.data.email ?? null) !== null;
  return (
    <Dialog opened={opened} onClose={() => setOpened(false)} onExitTransitionEnd={onClose} title={title}>
      <div className={styles.root}>
        <Loaded of={message} rows={3}>
          {({ text, phone }) => (
            <>
              <p className={styles.text}>
                {t(isMail ? 'office.message.aboutMail' : 'office.message.about')}{' '}
                {phone === null ? t('office.message.unknown') : t('office.message.to', { phone: spacedPhone(phone) })}
              </p>
              <Textarea label={t('office.message.words')} readOnly autosize minRows={3} value={text} />
            </>
          )}
        </Loaded>
        <FormFoot>
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('common.cancel')}
          </Button>
          {isMail && (
            <Button
              variant="default"
              leftSection={<IconMail size={18} stroke={1.6} />}
              loading={pending}
              onClick={() => void send('mail')}
            >
              {t('office.message.mail')}
            </Button>
          )}
          {/* There from the start to take the focus, which the × would have otherwise; it waits for the words. */}
          <Button
            data-autofocus
            data-disabled={!message.data}
            aria-disabled={!message.data}
            leftSection={<IconBrandWhatsapp size={18} stroke={1.6} />}
            loading={pending}
            onClick={() => message.data && void send('whatsapp')}
          >
            {t('office.message.whatsapp')}
          </Button>
        </FormFoot>
      </div>
    </Dialog>
  );
}
