import { Button } from '@mantine/core';
import type { Alert, AttentionItem, PrintJob } from '@shared/contract';
import {
  IconAlertTriangle,
  IconHandStop,
  IconNotebook,
  IconPackageOff,
  IconPrinterOff,
  IconTrendingDown,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat, useMay } from '../../shop';
import { useAttentionWords } from '../attention';
import styles from './alerts.module.css';
import type { Notice } from './useNotices';

interface Props {
  readonly notice: Notice;
  /** Null: it goes when somebody has decided. */
  readonly onMark: (() => void) | null;
  /** It is being marked. */
  readonly isMarking: boolean;
}

type Marking = Pick<Props, 'onMark' | 'isMarking'>;

export function NoticeRow({ notice, ...marking }: Props) {
  switch (notice.kind) {
    case 'stock':
      return <StockNotice alert={notice.alert} {...marking} />;
    case 'attention':
      return <AttentionNotice item={notice.item} {...marking} />;
    case 'printer':
      return <PrinterNotice job={notice.job} />;
    case 'overdue':
      return <OverdueRow overdue={notice.overdue} {...marking} />;
  }
}

function StockNotice({ alert, ...marking }: { alert: Alert } & Marking) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, product, productId, stock, unit, raisedAt } = alert;
  const name = product ?? '';
  return (
    <Row
      icon={kind === 'low_stock' ? IconTrendingDown : IconPackageOff}
      isGrave={kind !== 'low_stock'}
      title={`${t(`office.alerts.kinds.${kind}`)} · ${name}`}
      text={stock === null || unit === null ? '' : t('office.alerts.left', { stock: format.quantityOf(stock, unit) })}
      at={format.dateTime(raisedAt)}
      to={productId === null ? null : `/products/${productId}`}
      {...marking}
    />
  );
}

function AttentionNotice({ item, ...marking }: { item: AttentionItem } & Marking) {
  const format = useFormat();
  const { title, text } = useAttentionWords(item);
  const isStock = item.kind === 'oversold';
  return (
    <Row
      icon={isStock ? IconAlertTriangle : IconHandStop}
      isGrave={isStock || item.kind === 'rejected'}
      title={title}
      text={text}
      at={format.dateTime(item.at)}
      to={isStock ? item.link : '/attention'}
      {...marking}
    />
  );
}

function PrinterNotice({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayLook = useMay('settings.edit');
  const { printer, label, state, trouble, at } = job;
  return (
    <Row
      icon={IconPrinterOff}
      title={[printer, label].filter((part) => part !== '').join(' · ')}
      text={t(state === 'uncertain' ? 'office.alerts.paperUncertain' : 'office.alerts.paperFailed', {
        trouble: t(`printing.trouble.${trouble ?? 'printer_error'}`),
      })}
      at={format.dateTime(at)}
      to={mayLook ? '/settings/printers' : null}
      onMark={null}
      isMarking={false}
    />
  );
}

type OverdueProps = { overdue: Extract<Notice, { kind: 'overdue' }>['overdue'] } & Marking;

function OverdueRow({ overdue: { customers, amount, latest }, ...marking }: OverdueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySeeReports = useMay('reports.view');
  return (
    <Row
      icon={IconNotebook}
      title={t('office.alerts.overdue', { count: customers })}
      text={t('office.alerts.overdueText', { amount: format.money(amount) })}
      at={latest === null ? '' : format.day(latest)}
      to={maySeeReports ? '/reports/khata' : '/customers'}
      {...marking}
    />
  );
}

interface RowProps extends Marking {
  readonly icon: TablerIcon;
  readonly isGrave?: boolean;
  readonly title: string;
  readonly text: string;
  readonly at: string;
  readonly to: string | null;
}

function Row({ icon: Icon, isGrave = false, title, text, at, to, onMark, isMarking }: RowProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.notice} data-grave={isGrave || undefined}>
      <Icon size={20} stroke={1.6} aria-hidden="true" className={styles.icon ?? ''} />
      <div className={styles.said}>
        {to === null ? (
          <strong>{title}</strong>
        ) : (
          <Link href={to} className={styles.to ?? ''}>
            {title}
          </Link>
        )}
        <span className={styles.text}>{text}</span>
      </div>
      <time className={styles.at}>{at}</time>
      {onMark && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('office.alerts.acknowledgeNamed', { name: title })}
          loading={isMarking}
          onClick={onMark}
        >
          {t('office.alerts.acknowledge')}
        </Button>
      )}
    </li>
  );
}
