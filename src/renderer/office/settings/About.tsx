import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat, useTill } from '../../shop';
import { useSaveDiagnostics } from '../../ui';
import styles from './settings.module.css';

/** What this is, and what to hand to somebody who helps. */
export function About() {
  const { t } = useTranslation();
  const { shop, terminal, version } = useTill();
  const { currency, locale } = useFormat();
  const diagnostics = useSaveDiagnostics();
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(shop.country) ?? shop.country;
  const facts = [
    [t('office.settings.version'), version],
    [t('office.settings.terminal'), terminal],
    [t('office.settings.country'), `${country} · ${currency}`],
    [t('office.settings.timeZone'), shop.timeZone],
  ] as const;
  return (
    <div className={styles.about}>
      <p>{t('office.settings.aboutText')}</p>
      <dl className={styles.facts} data-selectable>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button
          variant="default"
          leftSection={<IconLifebuoy size={18} stroke={1.6} />}
          loading={diagnostics.pending}
          onClick={diagnostics.save}
        >
          {t('frame.saveDiagnostics')}
        </Button>
        <p>{t('office.settings.diagnosticsHint')}</p>
      </div>
    </div>
  );
}
