import { UnstyledButton } from '@mantine/core';
import type { ShopSummary, StaffMember } from '@shared/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';
import { markReady } from '../ready';
import { TrainingBand } from '../training';
import { EmptyState, Mark } from '../ui';
import { PinPad } from './PinPad';
import styles from './SignIn.module.css';

interface Props {
  readonly shop: ShopSummary;
  readonly terminal: string;
  readonly training: boolean;
}

/** Tiles of people, then a PIN. With one person in the shop, the PIN at once. */
export function SignIn({ shop, terminal, training }: Props) {
  const { t } = useTranslation();
  const staff = useLive('staff.list', {});
  const people = staff.data?.filter((person) => person.active) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const person = people.find((each) => each.id === chosen) ?? (people.length === 1 ? people[0] : undefined);
  const ready = staff.state === 'ready';
  useEffect(() => {
    if (ready) markReady('sign-in');
  }, [ready]);
  return (
    <div className={styles.root} data-training={training || undefined}>
      {training && <TrainingBand withPin />}
      <header className={styles.head}>
        <Mark size={32} />
        <div>
          <div className={styles.shop}>{shop.name}</div>
          <div className={styles.terminal}>{terminal}</div>
        </div>
      </header>
      <main className={styles.sheet}>
        {ready && people.length === 0 && <EmptyState title={t('signIn.nobody')}>{t('signIn.nobodyText')}</EmptyState>}
        {person ? (
          <PinPad
            key={person.id}
            person={person}
            shop={shop}
            {...(people.length > 1 ? { onBack: () => setChosen(null) } : {})}
          />
        ) : (
          people.length > 0 && <People people={people} onChoose={setChosen} />
        )}
      </main>
    </div>
  );
}

interface PeopleProps {
  readonly people: readonly StaffMember[];
  readonly onChoose: (id: string) => void;
}

function People({ people, onChoose }: PeopleProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={styles.title}>{t('signIn.title')}</h1>
      <div className={styles.people}>
        {people.map((person, index) => (
          <UnstyledButton
            key={person.id}
            className={styles.person ?? ''}
            autoFocus={index === 0}
            onClick={() => onChoose(person.id)}
          >
            <span className={styles.initial} aria-hidden="true">
              {[...person.name][0]}
            </span>
            <span>
              <span className={styles.name}>{person.name}</span>
              <span className={styles.role}>{t(`common.role.${person.role}`)}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </>
  );
}
