import { Select } from '@mantine/core';
import { isUnit, type UnitCode, unitCodes } from '@shared/money';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly value: UnitCode;
  readonly onChange: (unit: UnitCode) => void;
  readonly error?: string | undefined;
}

/** The counter's usual units by their names, then the rest of the GST list by their codes. */
export function UnitSelect({ label, value, onChange, error }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('office.products.noSuch')}
      data={unitCodes.map((code) => ({
        value: code,
        label: t(`office.units.${code as 'PCS'}`, { defaultValue: code }), // proof: a default stands in for the rest
      }))}
      value={value}
      onChange={(code) => {
        if (code !== null && isUnit(code)) onChange(code);
      }}
      error={error}
    />
  );
}
