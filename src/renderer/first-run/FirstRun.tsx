import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { findCountry } from '@shared/countries';
import type { Language } from '@shared/entities';
import { IconDevices } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../i18n';
import { liveKey, useCommand } from '../live';
import { markReady } from '../ready';
import { failureWords, Mark } from '../ui';
import { PinInput } from '../ui/fields';
import styles from './FirstRun.module.css';
import { Opening } from './Opening';
import { countryChoices, guessCountry, guessLanguage, zoneOf } from './places';
import { type Start, StartChoice } from './StartChoice';

interface Draft {
  readonly name: string;
  readonly country: string;
  readonly language: Language;
  readonly owner: string;
  readonly pin: string;
  readonly again: string;
}

type Problems = Partial<Record<keyof Draft, string>>;

interface Props {
  readonly locale: string;
  /** True from the moment the shop is being made until it can be used. */
  readonly onOpening: (isOpening: boolean) => void;
  /** The shop is on another till already. */
  readonly onJoin: () => void;
}

/** One window between the first start and the first sale. */
export function FirstRun({ locale, onOpening, onJoin }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ name: '', owner: '', pin: '', again: '' },
    country: guessCountry(locale),
    language: guessLanguage(locale),
  }));
  const [start, setStart] = useState<Start>('empty');
  const form = useRef<HTMLFormElement>(null);
  /** Nothing is called wrong before the person says that they are done. */
  const [tried, setTried] = useState(false);
  const create = useCommand('shop.create', { onRefused: (failure) => failure.code === 'pin_too_weak' });
  const choices = useMemo(() => countryChoices(draft.language), [draft.language]);

  useEffect(() => {
    void speak(draft.language);
  }, [draft.language]);
  useEffect(() => markReady('first-run'), []);

  const problems = check(draft, t);
  const shown: Problems = tried ? problems : {};
  const pinProblem = create.failure?.code === 'pin_too_weak' ? failureWords(create.failure) : shown.pin;
  const set = (change: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...change }));
    create.reset();
  };
  const open = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) {
      // Once the fields are marked, the first of them is where the hands should be.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const { name, country, language, owner, pin } = draft;
    onOpening(true);
    const outcome = await create.run({
      ...{ name: name.trim(), country, language, owner: owner.trim(), pin },
      timeZone: zoneOf(country),
      start: start === 'sample' ? 'sample' : 'empty',
    });
    if (outcome.ok) {
      if (start === 'import') location.hash = '/import';
      client.setQueryData(liveKey('system.status', {}), outcome.value);
    }
    onOpening(false);
  };

  if (create.pending) return <Opening sample={start === 'sample'} />;
  return (
    <main className={styles.root}>
      <div className={styles.intro}>
        <Mark size={40} />
        <h1 className={styles.title}>{t('firstRun.title')}</h1>
        <p className={styles.text}>{t('firstRun.text')}</p>
        <p className={styles.join}>{t('network.join.offer')}</p>
        <Button variant="default" leftSection={<IconDevices size={20} stroke={1.6} />} onClick={onJoin}>
          {t('network.join.open')}
        </Button>
      </div>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextInput
          autoFocus
          size="md"
          className={styles.wide ?? ''}
          label={t('firstRun.shop')}
          placeholder={t('firstRun.shopHint')}
          maxLength={200}
          autoComplete="off"
          value={draft.name}
          error={shown.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Select
          size="md"
          label={t('firstRun.country')}
          description={<CountryNote code={draft.country} language={draft.language} />}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          allowDeselect={false}
          data={choices}
          value={draft.country}
          onChange={(country) => country && set({ country })}
        />
        <div>
          <span className={styles.label}>{t('firstRun.language')}</span>
          <SegmentedControl
            fullWidth
            size="md"
            className={styles.segments ?? ''}
            aria-label={t('firstRun.language')}
            value={draft.language}
            onChange={(value) => set({ language: value === 'hi' ? 'hi' : 'en' })}
            data={[
              { value: 'en', label: 'English' },
              { value: 'hi', label: 'हिन्दी' },
            ]}
          />
        </div>
        <TextInput
          size="md"
          className={styles.wide ?? ''}
          label={t('firstRun.owner')}
          maxLength={200}
          autoComplete="off"
          value={draft.owner}
          error={shown.owner}
          onChange={(event) => set({ owner: event.currentTarget.value })}
        />
        <PinInput
          size="md"
          label={t('firstRun.pin')}
          placeholder={t('firstRun.pinHint')}
          value={draft.pin}
          error={pinProblem}
          onChange={(pin) => set({ pin })}
        />
        <PinInput
          size="md"
          label={t('firstRun.pinAgain')}
          value={draft.again}
          error={shown.again}
          onChange={(again) => set({ again })}
        />
        <StartChoice value={start} onChange={setStart} />
        <Button type="submit" size="lg" className={styles.wide ?? ''}>
          {t('firstRun.open')}
        </Button>
      </form>
    </main>
  );
}

/** "Prices in Indian Rupee, with GST." */
function CountryNote({ code, language }: { code: string; language: Language }) {
  const { t } = useTranslation();
  const country = findCountry(code);
  if (!country) return null;
  const currency = new Intl.DisplayNames(language, { type: 'currency' }).of(country.currency) ?? country.currency;
  return t('firstRun.countryNote', { currency, tax: t(`firstRun.taxes.${country.regime}`) });
}

function check(draft: Draft, t: TFunction): Problems {
  return {
    ...(draft.name.trim() === '' && { name: t('firstRun.needed') }),
    ...(draft.owner.trim() === '' && { owner: t('firstRun.needed') }),
    ...(draft.pin.length < 4 && { pin: t('firstRun.pinShort') }),
    ...(draft.pin !== draft.again && { again: t('firstRun.pinsDiffer') }),
  };
}
