import { useTranslation } from 'react-i18next';
import { useMay } from '../../shop';
import { Sections } from '../parts';

/** The tills, and the line between them. */
export function TerminalSections() {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  return (
    <Sections
      label={t('network.terminals.sections')}
      sections={[
        ...(mayEdit ? [['/terminals', t('network.terminals.title')] as const] : []),
        ['/connection', t('network.connection.title')],
      ]}
    />
  );
}
