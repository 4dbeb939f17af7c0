import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useMay } from '../../shop';
import { FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { Skeletons } from '../Skeletons';
import { About } from './About';
import { CounterSettings } from './CounterSettings';
import { Printers } from './printers';
import { ReceiptSettings } from './ReceiptSettings';
import { SellingSettings } from './SellingSettings';
import { ShopSettings } from './ShopSettings';
import styles from './settings.module.css';
import { TaxSettings } from './TaxSettings';
import { TillSettings } from './TillSettings';

const tabs = ['shop', 'tax', 'receipt', 'selling', 'counter', 'till', 'printers', 'about'] as const;

/** What is true of the whole shop. */
export default function Settings() {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  const settings = useLive('settings.get', {});
  const [tab, setTab] = useState<string | null>('shop');
  return (
    <Page title={t('office.settings.title')}>
      {settings.state === 'failed' && <FailureState failure={settings.failure} onRetry={settings.retry} />}
      {settings.state === 'loading' && <Skeletons />}
      {settings.state === 'ready' && (
        <Tabs value={tab} onChange={setTab} className={styles.tabs ?? ''}>
          <Tabs.List>
            {tabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`office.settings.tabs.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {/* All stay on the screen's back: what was typed in one is still there after a look at another. */}
          <Tabs.Panel value="shop" className={styles.panel ?? ''}>
            <ShopSettings settings={settings.data} mayEdit={mayEdit} />
          </Tabs.Panel>
          <Tabs.Panel value="tax" className={styles.panel ?? ''}>
            <TaxSettings settings={settings.data} mayEdit={mayEdit} />
          </Tabs.Panel>
          <Tabs.Panel value="receipt" className={styles.panel ?? ''}>
            <ReceiptSettings settings={settings.data} mayEdit={mayEdit} />
          </Tabs.Panel>
          <Tabs.Panel value="selling" className={styles.panel ?? ''}>
            <SellingSettings settings={settings.data} mayEdit={mayEdit} />
          </Tabs.Panel>
          <Tabs.Panel value="counter" className={styles.panel ?? ''}>
            <CounterSettings settings={settings.data} mayEdit={mayEdit} />
          </Tabs.Panel>
          <Tabs.Panel value="till" className={styles.panel ?? ''}>
            <TillSettings />
          </Tabs.Panel>
          <Tabs.Panel value="printers" className={styles.panel ?? ''}>
            <Printers mayEdit={mayEdit} />
          </Tabs.Panel>
          <Tabs.Panel value="about" className={styles.panel ?? ''}>
            <About />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}
