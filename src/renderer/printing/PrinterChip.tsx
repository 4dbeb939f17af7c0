import { IconPrinter, IconPrinterOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shop';
import { labelOf, useKeyOf, useShortcut } from '../shortcuts';
import { BarChip } from '../ui';
import styles from './PrinterChip.module.css';
import { usePrinting } from './usePrinting';

const PapersDialog = lazy(() => import('./PapersDialog'));

/**
 * The printer, always in sight: quiet while all is well, in words as soon as it is not. Whoever sells gets behind it, to
 * say of a paper whether it is there.
 */
export function PrinterChip() {
  const { t } = useTranslation();
  const printing = usePrinting();
  const maySell = useMay('sell');
  const [opened, setOpened] = useState(false);
  const key = labelOf(useKeyOf('papers'));
  useShortcut('papers', () => setOpened(true), maySell && printing !== null);
  if (!printing) return null;
  const { status, text } = printing;
  const isTrouble = status.state === 'trouble' || status.attention > 0;
  const Icon = status.state === 'none' || isTrouble ? IconPrinterOff : IconPrinter;
  const label = t('counter.print.chip', { printer: status.printer ?? t('counter.print.printer'), text });
  return (
    <>
      <span role="status" className={styles.place}>
        <BarChip
          icon={Icon}
          tone={isTrouble ? 'attention' : 'quiet'}
          title={maySell ? `${label} · ${key}` : label}
          {...(maySell && { 'aria-haspopup': 'dialog', onClick: () => setOpened(true) })}
        >
          {isTrouble || status.state === 'waiting' ? (
            <span className={styles.text}>{text}</span>
          ) : (
            <span className="unseen">{label}</span>
          )}
        </BarChip>
      </span>
      {opened && (
        <Suspense fallback={null}>
          <PapersDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
