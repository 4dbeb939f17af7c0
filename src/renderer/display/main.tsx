import '../theme/fonts.css';
import '../theme/tokens.css';
import './display.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadFonts } from '../theme/fonts';
import { CustomerDisplay } from './CustomerDisplay';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
await loadFonts();
createRoot(root).render(
  <StrictMode>
    <CustomerDisplay />
  </StrictMode>,
);
