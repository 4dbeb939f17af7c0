import { useTranslation } from 'react-i18next';
import { Sections } from './parts';

/** Everything the app has to say, and its two large parts by themselves. */
export function AlertSections() {
  const { t } = useTranslation();
  return (
    <Sections
      label={t('office.alerts.sections.label')}
      sections={[
        ['/alerts', t('office.alerts.sections.everything')],
        ['/alerts/stock', t('office.alerts.sections.stock')],
        ['/attention', t('network.attention.title')],
      ]}
    />
  );
}
