import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../live';
import { MessageDialog } from '../parts';

/** Where the order stands, in the words that will go to the customer. */
export function TellDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const message = useLive('orders.message', { id });
  const send = useCommand('orders.openMessage');
  return (
    <MessageDialog
      title={t('office.orders.messageTitle', { name })}
      message={message}
      pending={send.pending}
      onSend={async () => (await send.run({ id })).ok}
      onClose={onClose}
    />
  );
}
