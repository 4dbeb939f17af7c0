import { Button, UnstyledButton } from '@mantine/core';
import { IconBarcodeOff, IconX } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useMay } from '../../shop';
import { failureWords } from '../../ui';
import { type Notice, useCart, useCartStore } from '../cart';
import styles from './FindPane.module.css';
import { newProductAddress } from './times';

/** What the last scan could not do, until the next one. It takes no focus, so that scanning can go on. */
export function Notices() {
  const { t } = useTranslation();
  const store = useCartStore();
  const notice = useCart((state) => state.notice);
  const mayAdd = useMay('catalogue.edit');
  const [, navigate] = useLocation();
  if (!notice || notice.kind === 'ambiguous') return <div role="alert" />;
  const { title, text } = noticeWords(notice, t);
  const addProduct = () => {
    store.notify(null);
    navigate(newProductAddress({ barcode: notice.code }, notice.kind === 'unknown' ? (notice.quantity ?? null) : null));
  };
  return (
    <div role="alert">
      <NoticeBox title={title} text={text}>
        {notice.kind === 'unknown' && mayAdd && (
          <Button variant="default" size="md" onClick={addProduct}>
            {t('counter.scan.add')}
          </Button>
        )}
      </NoticeBox>
    </div>
  );
}

type Words = TFunction;

/** The sentences of a notice. */
export function noticeWords(notice: Exclude<Notice, { kind: 'ambiguous' }>, t: Words): { title: string; text: string } {
  const { code } = notice;
  switch (notice.kind) {
    case 'unknown':
      return { title: t('counter.scan.unknown', { code }), text: t('counter.scan.unknownText') };
    case 'damaged':
      return { title: t('counter.scan.damaged', { code }), text: t('counter.scan.damagedText') };
    case 'refused':
      return { title: t('counter.scan.refused', { code }), text: '' };
    case 'missed':
      return { title: t('counter.scan.missed', { code, reason: failureWords(notice.failure) }), text: '' };
  }
}

/** The box itself; payment shows it too. */
export function NoticeBox({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const store = useCartStore();
  return (
    <div className={styles.notice}>
      <IconBarcodeOff size={24} stroke={1.6} aria-hidden="true" />
      <div>
        <p className={styles.noticeTitle} data-selectable>
          {title}
        </p>
        {text && <p className={styles.noticeText}>{text}</p>}
      </div>
      {children}
      <UnstyledButton
        className={styles.dismiss ?? ''}
        aria-label={t('counter.scan.dismiss')}
        onClick={() => store.notify(null)}
      >
        <IconX size={20} stroke={1.6} aria-hidden="true" />
      </UnstyledButton>
    </div>
  );
}
