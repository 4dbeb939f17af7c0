import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { FoundHub } from '@shared/contract';
import { IconChevronRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liveKey, useCommand, useLive } from '../../live';
import { failureWords } from '../../ui';
import styles from './join.module.css';

/** While somebody watches, the network is looked over again and again. Ms. */
const lookAgainMs = 4000;

/** The shops that can be seen from here, as they come and go; for a network that hides them, the address by hand. */
export function FindShop({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const found = useLive('network.discover', {});
  useEffect(() => {
    const look = () => client.refetchQueries({ queryKey: liveKey('network.discover', {}) }, { cancelRefetch: false });
    const timer = setInterval(() => void look(), lookAgainMs);
    return () => clearInterval(timer);
  }, [client]);
  const [address, setAddress] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const join = useCommand('network.join', { onRefused: () => true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(address.trim() === '');
    if (address.trim() !== '') void join.run({ address: address.trim() });
  };
  const problem = join.failure ? failureWords(join.failure) : isMissing && t('network.join.addressMissing');
  return (
    <>
      <p className={styles.text}>{t('network.join.how')}</p>
      <Shops
        shops={found.data ?? []}
        isBusy={join.pending}
        onChoose={(shop) => void join.run({ address: shop.address })}
      />
      <form className={styles.address} onSubmit={submit} noValidate>
        <TextInput
          autoFocus
          size="md"
          label={t('network.join.address')}
          description={t('network.join.addressHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={address}
          error={problem}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setIsMissing(false);
            join.reset();
          }}
        />
        <Button type="submit" size="md" loading={join.pending}>
          {t('network.join.ask')}
        </Button>
      </form>
      <div className={styles.foot}>
        <Button variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
      </div>
    </>
  );
}

interface ShopsProps {
  readonly shops: readonly FoundHub[];
  readonly isBusy: boolean;
  readonly onChoose: (shop: FoundHub) => void;
}

function Shops({ shops, isBusy, onChoose }: ShopsProps) {
  const { t } = useTranslation();
  if (shops.length === 0) return <p className={styles.looking}>{t('network.join.looking')}</p>;
  return (
    <ul className={styles.shops} aria-label={t('network.join.found')}>
      {shops.map((shop) => (
        <li key={shop.address}>
          <UnstyledButton className={styles.shop ?? ''} disabled={isBusy} onClick={() => onChoose(shop)}>
            <span>
              <span className={styles.shopName}>{shop.shop}</span>
              <span className={styles.host}>{t('network.join.at', { host: shop.host, address: shop.address })}</span>
            </span>
            <IconChevronRight size={20} stroke={1.6} aria-hidden="true" />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
