import { useTranslation } from 'react-i18next';
import { useCommand } from '../live';
import { toast } from './toast';

/** The file for whoever helps: asks where to, and says where it is. */
export function useSaveDiagnostics(): { readonly save: () => void; readonly pending: boolean } {
  const { t } = useTranslation();
  const { run, pending } = useCommand('system.saveDiagnostics');
  const save = async () => {
    const outcome = await run({});
    const file = outcome.ok && outcome.value.file;
    if (file) toast.done(() => t('frame.diagnosticsSaved', { file }));
  };
  return { save: () => void save(), pending };
}
