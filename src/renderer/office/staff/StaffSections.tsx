import { useTranslation } from 'react-i18next';
import { Sections } from '../parts';

/** Who works here, when they did, and what it is worth. */
export function StaffSections() {
  const { t } = useTranslation();
  return (
    <Sections
      label={t('office.hours.sections.label')}
      sections={[
        ['/staff', t('office.hours.sections.people')],
        ['/staff/hours', t('office.hours.sections.hours')],
        ['/staff/pay', t('office.hours.sections.pay')],
      ]}
    />
  );
}
