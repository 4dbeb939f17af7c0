// Before everything else: it hears what is scanned while the rest is being loaded. The built page has it as a script of
// its own before this one (`firstScript` in electron.vite.config.ts), because what this one imports is evaluated before it.
import './early-keys';
import './theme/mantine.css';
import './theme/fonts.css';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import type { SystemStatus } from '@shared/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { askForFrame } from './frame';
import { rememberedLanguage, speak } from './i18n';
import { askAhead, createQueryClient, keepFresh, liveKey, tellRefusals } from './live';
import { loadFonts } from './theme/fonts';
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
  await Promise.all([askForFirstScreen(), speak(rememberedLanguage()), loadFonts()]);
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

/** So that it is painted once and whole. What cannot be had is asked for again by the app, which then says so. */
async function askForFirstScreen(): Promise<void> {
  await askAhead(client, 'system.status', {});
  const status = client.getQueryData<SystemStatus>(liveKey('system.status', {}));
  if (status?.phase === 'ready') await askForFrame(client, status.user);
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
void start(root);
