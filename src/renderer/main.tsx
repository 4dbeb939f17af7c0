import './theme/mantine.css';
import './theme/fonts.css';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { rememberedLanguage, speak } from './i18n';
import { call, createQueryClient, keepFresh, liveKey, tellRefusals } from './live';
import { theme, tokenVariables } from './theme/theme';
import { reportStrayErrors, toast } from './ui';

performance.mark('galla:script');

/** The policy lets in only styles that carry the nonce of this very answer; the libraries that make some are told. */
const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';
setNonce(nonce);

const client = createQueryClient();

async function start(root: HTMLElement): Promise<void> {
  reportStrayErrors();
  keepFresh(client);
  tellRefusals(toast.refused);
  // A status that cannot be had is asked for again by the app, which then says so.
  const status = call('system.status', {}).then(
    (value) => void client.setQueryData(liveKey('system.status', {}), value),
    () => undefined,
  );
  await Promise.all([status, speak(rememberedLanguage())]);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={tokenVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
void start(root);
