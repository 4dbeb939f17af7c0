import { Select } from '@mantine/core';
import { gstStates } from '@shared/codes';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** The states by which GST tells "within" from "between". */
export function StateSelect(props: Props) {
  const { t } = useTranslation();
  const data = Object.keys(gstStates)
    .toSorted()
    .map((code) => ({ value: code, label: `${code} ${t(`office.states.${code as '27'}`)}` })); // proof: the same codes
  return (
    <Select
      searchable
      clearable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('office.products.noSuch')}
      data={data}
      {...props}
    />
  );
}
