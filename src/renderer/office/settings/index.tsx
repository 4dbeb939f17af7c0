import type { BusinessSettings } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { useLive } from '../../live';
import { useMay } from '../../shop';
import { Page } from '../../ui/office';
import { onThePage } from '../leave/guard';
import { Loaded, PageTabs } from '../parts';
import { settingsPages } from '../settings-pages';
import { About } from './About';
import { CounterSettings } from './CounterSettings';

import { Printers } from './printers';
import { ReceiptSettings } from './ReceiptSettings';
import { SellingSettings } from './SellingSettings';
import { ShopSettings } from './ShopSettings';
import { TaxSettings } from './TaxSettings';
import { TillSettings } from './TillSettings';

/** `/settings/<page>`: what is true of the whole shop, and of this till. */
export default function Settings() {
  const { t } = useTranslation();
  const mayEdit = useMay('settings.edit');
  const settings = useLive('settings.get', {});
  const page = usePage();
  const [, navigate] = useLocation();
  return (
    <Page title={t('office.settings.title')}>
      <Loaded of={settings}>
        {(data) => (
          <PageTabs
            value={page}
            onChange={(name) => navigate(`/settings/${name}`, onThePage)}
            tabs={settingsPages.map((name) => ({
              name,
              title: t(`office.settings.tabs.${name}`),
              content: contentOf(name, data, mayEdit),
            }))}
          />
        )}
      </Loaded>
    </Page>
  );
}

function usePage() {
  const { '*': below = '' } = useParams();
  return settingsPages.find((name) => name === below) ?? 'shop';
}

function contentOf(page: (typeof settingsPages)[number], settings: BusinessSettings, mayEdit: boolean) {
  switch (page) {
    case 'shop':
      return <ShopSettings settings={settings} mayEdit={mayEdit} />;
    case 'tax':
      return <TaxSettings settings={settings} mayEdit={mayEdit} />;
    case 'receipt':
      return <ReceiptSettings settings={settings} mayEdit={mayEdit} />;
    case 'selling':
      return <SellingSettings settings={settings} mayEdit={mayEdit} />;
    case 'counter':
      return <CounterSettings settings={settings} mayEdit={mayEdit} />;
    case 'till':
      return <TillSettings />;
    case 'printers':
      return <Printers mayEdit={mayEdit} />;
    case 'about':
      return <About />;
  }
}
