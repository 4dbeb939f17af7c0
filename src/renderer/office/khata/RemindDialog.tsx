import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../live';
import { MessageDialog } from '../parts';
import type { PartyOnPage } from './calls';

/** The words of a reminder as they will go, and where to. Opening it is put on record. */
export function RemindDialog({ party: { id, name }, onClose }: { party: PartyOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const reminder = useLive('customerKhata.reminder', { id });
  const remind = useCommand('customerKhata.remind');
  return (
    <MessageDialog
      title={t('office.khata.remindTitle', { name })}
      message={reminder}
      pending={remind.pending}
      onSend={async (by) => (await remind.run({ id, by })).ok}
      onClose={onClose}
    />
  );
}
