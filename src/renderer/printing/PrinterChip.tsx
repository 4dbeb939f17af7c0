import { IconPrinter, IconPrinterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../shop';
import styles from './PrinterChip.module.css';
import { usePrinting } from './usePrinting';

/** The printer, always in sight: quiet while all is well, in words as soon as it is not. */
export function PrinterChip() {
  const { t } = useTranslation();
  const printing = usePrinting();
  const mayEdit = useMay('settings.edit');
  if (!printing) return null;
  const { status, text } = printing;
  const isTrouble = status.state === 'trouble' || status.attention > 0;
  const Icon = status.state === 'none' || isTrouble ? IconPrinterOff : IconPrinter;
  const label = t('counter.print.chip', { printer: status.printer ?? t('counter.print.printer'), text });
  const content = (
    <>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      {isTrouble || status.state === 'waiting' ? text : <span className="unseen">{label}</span>}
    </>
  );
  const shown = { className: styles.root ?? '', title: label, 'data-trouble': isTrouble || undefined };
  return mayEdit ? (
    <Link href="/settings?tab=printers" {...shown}>
      {content}
    </Link>
  ) : (
    <span role="status" {...shown}>
      {content}
    </span>
  );
}
