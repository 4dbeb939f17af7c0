import type { ModalProps } from '@mantine/core';
import { IconBarcodeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/office';
import { useScans } from '../scanner';
import { soundRefused } from '../sounds';
import styles from './dialogs.module.css';

interface Props extends ModalProps {
  /** What a scan means here. Without it a scan is refused, by ear and in words: the bill below is not to be seen. */
  readonly onScan?: (code: string) => void;
}

/** A dialog of the counter: no scan is lost in it without a word. */
export function CounterDialog({ onScan, children, ...props }: Props) {
  const { t } = useTranslation();
  const [missed, setMissed] = useState<string | null>(null);
  useScans((code) => {
    if (onScan) return onScan(code);
    soundRefused();
    setMissed(code);
  });
  return (
    <Dialog {...props}>
      <div role="alert">
        {missed !== null && (
          <p className={styles.missed}>
            <IconBarcodeOff size={20} stroke={1.6} aria-hidden="true" />
            {t('counter.scan.inDialog', { code: missed })}
          </p>
        )}
      </div>
      {children}
    </Dialog>
  );
}
