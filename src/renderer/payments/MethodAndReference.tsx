import { TextInput } from '@mantine/core';
import type { MoneyMethod } from '@shared/entities';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Method, MethodField } from './MethodField';
import styles from './payments.module.css';

interface Props {
  readonly method: Method;
  readonly onMethod: (method: MoneyMethod) => void;
  /** What the other side calls the payment; cash has no such thing. */
  readonly reference: string;
  readonly onReference: (reference: string) => void;
  readonly error?: string | undefined;
  /** A field that stands beside the reference. */
  readonly children?: ReactNode;
}

/** How money changes hands, and what it can be found by later. */
export function MethodAndReference({ method, onMethod, reference, onReference, error, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <MethodField method={method} onChange={onMethod} />
      <div className={styles.pair}>
        {method.value !== 'cash' && (
          <TextInput
            size="md"
            label={t(`pay.reference.${method.value}`)}
            maxLength={100}
            autoComplete="off"
            value={reference}
            onChange={(event) => onReference(event.currentTarget.value)}
            error={error}
          />
        )}
        {children}
      </div>
    </>
  );
}
