import { useTranslation } from 'react-i18next';
import { Sections } from '../parts';

const sections = [
  ['/products', 'products'],
  ['/products/categories', 'categories'],
  ['/products/brands', 'brands'],
  ['/products/taxes', 'taxes'],
  ['/products/labels', 'labels'],
] as const;

/** Products and what describes them: four lists side by side, and their labels. */
export function CatalogueSections() {
  const { t } = useTranslation();
  return (
    <Sections
      label={t('office.products.sections.label')}
      sections={sections.map(([path, name]) => [path, t(`office.products.sections.${name}`)])}
    />
  );
}
