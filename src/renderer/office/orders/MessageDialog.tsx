import { Button, Textarea } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../live';
import { Dialog } from '../../ui/office';
import { Loaded } from '../parts';
import styles from './orders.module.css';

/** Where the order stands, in the words that will go to the customer. */
export function MessageDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const message = useLive('orders.message', { id });
  const send = useCommand('orders.openMessage');
  const run = async () => {
    if ((await send.run({ id })).ok) setOpened(false);
  };
  return (
    <Dialog
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={onClose}
      title={t('office.orders.messageTitle', { name })}
    >
      <div className={styles.form}>
        <Loaded of={message} rows={3}>
          {({ text, phone }) => (
            <>
              <p className={styles.text}>
                {t('office.orders.messageText')}{' '}
                {phone === null
                  ? t('office.orders.messageUnknown')
                  : t('office.orders.messageTo', { phone: `+${phone}` })}
              </p>
              <Textarea label={t('office.orders.messageWords')} readOnly autosize minRows={3} value={text} />
            </>
          )}
        </Loaded>
        <div className={styles.ways}>
          {/* There from the start to take the focus, which the × would have otherwise; it waits for the words. */}
          <Button
            data-autofocus
            data-disabled={!message.data}
            aria-disabled={!message.data}
            leftSection={<IconBrandWhatsapp size={18} stroke={1.6} />}
            loading={send.pending}
            onClick={() => message.data && void run()}
          >
            {t('office.orders.whatsapp')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
