import type { DisplayView } from '@shared/contract';
import { useEffect, useState } from 'react';

/** Another shop is being opened, or the file is in trouble: it may be over at any time. */
const againMs = 1_000;

/**
 * What main lets customers see, asked again whenever main says so. Null until there is something, and while there is no shop
 * to ask: what was true of it before may not stay on the glass.
 */
export function useView(): DisplayView | null {
  const [view, setView] = useState<DisplayView | null>(null);
  useEffect(() => {
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      asked += 1;
      const mine = asked;
      const answer = await window.galla.call('display.view', {});
      // Overtaken: the later one knows more.
      if (mine !== asked) return;
      setView(answer.ok ? answer.value : null);
      if (!answer.ok) timer = setTimeout(() => void ask(), againMs);
      else if (answer.value.screen.show === 'done') timer = setTimeout(() => void ask(), answer.value.screen.forMs);
    };
    const stop = window.galla.on((event) => {
      if (event.type === 'changes') void ask();
    });
    void ask();
    return () => {
      asked += 1;
      clearTimeout(timer);
      stop();
    };
  }, []);
  return view;
}
