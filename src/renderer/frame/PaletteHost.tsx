import { lazy, Suspense, useState } from 'react';
import { learn } from '../i18n';
import { useShortcut } from '../shortcuts';
import type { Screen } from './screens';

/** With the words of both languages: what is searched for in one is found in the other. */
export const loadPalette = async () => {
  const [palette] = await Promise.all([import('../palette'), learn('hi')]);
  return palette;
};
const Palette = lazy(loadPalette);

/**
 * Ctrl+K on every screen, for the screens that this person may see. Under a dialog it sleeps, as every key does; what must
 * not be left half done takes the key for itself. What comes up is fetched when the counter has nothing else to do.
 */
export function PaletteHost({ screens }: { screens: readonly Screen[] }) {
  const [isOpen, setOpen] = useState(false);
  useShortcut('palette', () => setOpen(true));
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Palette places={screens} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
