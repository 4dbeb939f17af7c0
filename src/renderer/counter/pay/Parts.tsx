import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import styles from './PayPane.module.css';
import type { Tender } from './tender';

interface Props {
  readonly taken: readonly Tender[];
  readonly onRemove: (index: number) => void;
}

/** What was taken so far of a bill that is paid in parts; each can be given back. */
export function Parts({ taken, onRemove }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (taken.length === 0) return null;
  return (
    <ul className={styles.parts} aria-label={t('pay.parts')}>
      {taken.map((tender, index) => {
        const method = t(`common.method.${tender.method}`);
        const amount = format.money(tender.amount);
        // Parts are told apart by their place: two equal ones are two.
        const place = `${index}:${tender.method}:${tender.amount}`;
        return (
          <li key={place} className={styles.part}>
            <span className={styles.partName}>
              {method}
              {tender.reference && ` · ${tender.reference}`}
            </span>
            <span className={styles.partAmount}>{amount}</span>
            <UnstyledButton
              className={styles.partRemove ?? ''}
              aria-label={t('pay.removePart', { method, amount })}
              onClick={() => onRemove(index)}
            >
              <IconX size={18} stroke={1.6} aria-hidden="true" />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
