import { TextInput } from '@mantine/core';
import { isGstin } from '@shared/codes';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateSelect } from './StateSelect';

interface Props {
  readonly gstin: string;
  readonly stateCode: string | null;
  readonly errors: { readonly gstin?: string | undefined; readonly stateCode?: string | undefined };
  readonly onGstin: (gstin: string) => void;
  readonly onState: (code: string | null) => void;
  /** Around each of the two, where a layout needs it. */
  readonly cell?: (field: ReactNode) => ReactNode;
}

/** GSTIN and state of whoever is registered in India: the first two digits of the one are the other. */
export function GstFields({ gstin, stateCode, errors, onGstin, onState, cell = (field) => field }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {cell(
        <TextInput
          label={t('office.customers.gstin')}
          maxLength={15}
          spellCheck={false}
          value={gstin}
          onChange={({ currentTarget: { value } }) => {
            onGstin(value);
            if (isGstin(value)) onState(value.trim().slice(0, 2));
          }}
          error={errors.gstin}
        />,
      )}
      {cell(
        <StateSelect
          label={t('office.customers.state')}
          value={stateCode}
          onChange={onState}
          error={errors.stateCode}
        />,
      )}
    </>
  );
}
