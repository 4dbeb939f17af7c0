import { Button } from '@mantine/core';
import type { Money } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids, useCommand } from '../live';
import { failureWords } from '../ui';
import { MoneyInput } from '../ui/office';
import styles from './shift.module.css';
import { useLargeCash } from './useLargeCash';

interface Props {
  /** Something cannot go on without a shift. */
  readonly isWanted: boolean;
  readonly onOpened: () => void;
}

/** What lies in the drawer before the first sale. */
export function OpenDrawer({ isWanted, onOpened }: Props) {
  const { t } = useTranslation();
  const [shiftId] = useState(() => ids.next());
  const [float, setFloat] = useState<Money | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const large = useLargeCash(float);
  const open = useCommand('shift.open', { onRefused: () => true });
  const submit = async () => {
    if (float === null || open.pending || !large.check()) return;
    const outcome = await open.run({ shiftId, float, confirm: [...large.confirm] });
    if (outcome.ok) onOpened();
    else setRefused(failureWords(outcome.failure));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={styles.about}>{isWanted ? t('counter.shift.wanted') : t('counter.shift.openAbout')}</p>
      <MoneyInput
        data-autofocus
        size="lg"
        className={styles.number ?? ''}
        label={t('counter.shift.float')}
        value={float}
        onChange={(next) => {
          setFloat(next);
          setRefused(null);
        }}
        error={refused ?? large.warning}
      />
      <Button type="submit" size="md" loading={open.pending} disabled={float === null}>
        {t('counter.shift.open')}
      </Button>
    </form>
  );
}
