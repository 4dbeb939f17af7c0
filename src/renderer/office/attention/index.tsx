import { Button } from '@mantine/core';
import type { AttentionAction, AttentionItem } from '@shared/contract';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconHandStop,
  IconHourglass,
  IconListNumbers,
  IconReceipt2,
  IconReceiptRefund,
  type TablerIcon,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCommand, useLive } from '../../live';
import { useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import { Page } from '../../ui/office';
import { AlertSections } from '../AlertSections';
import { Loaded } from '../parts';
import styles from './attention.module.css';
import { Documents } from './Documents';
import { useAttentionWords } from './words';

export { useAttentionWords } from './words';

const icons: Record<AttentionItem['kind'], TablerIcon> = {
  rejected: IconArrowBackUp,
  quarantined: IconHourglass,
  held_taken_twice: IconHandStop,
  numbered_elsewhere: IconListNumbers,
  returned_twice: IconReceiptRefund,
  order_billed_twice: IconReceipt2,
  oversold: IconAlertTriangle,
  renumbered: IconListNumbers,
};

/** What went on without asking, or went another way than it was done here, and that somebody should know of. */
export default function Attention() {
  const { t } = useTranslation();
  const items = useLive('attention.list', {});
  const focus = useRef<HTMLUListElement>(null);
  const act = useCommand('attention.act');
  const answer = async (item: AttentionItem, action: AttentionAction) => {
    if ((await act.run({ id: item.id, action })).ok) focus.current?.focus();
  };
  return (
    <Page title={t('office.alerts.title')} note={<AlertSections />}>
      <Loaded of={items} rows={3}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<IconHandStop size={40} stroke={1.5} />} title={t('network.attention.none')}>
              {t('network.attention.noneHint')}
            </EmptyState>
          ) : (
            // The focus stays in the list when the item it was on is gone.
            <ul ref={focus} tabIndex={-1} className={styles.items} aria-label={t('network.attention.title')}>
              {list.map((item) => (
                <Item key={item.id} item={item} isBusy={act.pending} onAct={(action) => void answer(item, action)} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

interface ItemProps {
  readonly item: AttentionItem;
  readonly isBusy: boolean;
  readonly onAct: (action: AttentionAction) => void;
}

function Item({ item, isBusy, onAct }: ItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, text, why } = useAttentionWords(item);
  const Icon = icons[item.kind];
  const by = 'by' in item ? item.by : null;
  return (
    <li className={styles.item} data-kind={item.kind}>
      <Icon className={styles.icon ?? ''} size={22} stroke={1.6} aria-hidden="true" />
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        <p>{text}</p>
        {why !== null && <p>{why}</p>}
        {item.kind === 'renumbered' && <Documents documents={item.documents} count={item.count} />}
        <p className={styles.when}>
          {by === null ? format.dateTime(item.at) : t('network.attention.byAt', { by, at: format.dateTime(item.at) })}
        </p>
      </div>
      <div className={styles.actions}>
        {item.link !== null && (
          <Link href={item.link} className={styles.link ?? ''}>
            {t('network.attention.look')}
          </Link>
        )}
        {item.actions.includes('retry') && (
          <Button
            size="compact-md"
            variant="default"
            disabled={isBusy}
            aria-label={t('network.attention.named', { action: t('network.attention.retry'), title })}
            onClick={() => onAct('retry')}
          >
            {t('network.attention.retry')}
          </Button>
        )}
        {item.actions.includes('dismiss') && (
          <Button
            size="compact-md"
            variant="default"
            disabled={isBusy}
            aria-label={t('network.attention.named', { action: t('network.attention.dismiss'), title })}
            onClick={() => onAct('dismiss')}
          >
            {t('network.attention.dismiss')}
          </Button>
        )}
      </div>
    </li>
  );
}
