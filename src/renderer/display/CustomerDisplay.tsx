import type { DisplayScreen } from '@shared/contract';
import { useEffect } from 'react';
import { Bill } from './Bill';
import { Done } from './Done';
import { Idle } from './Idle';
import { Payment } from './Payment';
import { type Speech, useSpeech } from './speech';
import { useView } from './useView';

/** The whole of the customer's page. It shows what main says, and has nothing to press. */
export function CustomerDisplay() {
  const view = useView();
  const speech = useSpeech(view?.shop ?? null);
  const screen = view?.screen ?? nothing;
  const isShown = speech !== null;
  useEffect(() => {
    if (isShown) document.documentElement.dataset.ready = screen.show;
  }, [isShown, screen.show]);
  if (!speech) return null;
  return (
    <div className="display" data-training={view?.training || undefined}>
      {view?.training && (
        <aside className="training" aria-label={speech.training}>
          <strong>{speech.training}</strong>
        </aside>
      )}
      <Screen screen={screen} name={view?.shop?.name ?? 'Galla'} speech={speech} />
    </div>
  );
}

const nothing: DisplayScreen = { show: 'idle', message: '', logo: null };

function Screen({ screen, name, speech }: { screen: DisplayScreen; name: string; speech: Speech }) {
  switch (screen.show) {
    case 'idle':
      return <Idle {...screen} name={name} speech={speech} />;
    case 'bill':
      return <Bill bill={screen} name={name} speech={speech} />;
    case 'pay':
      return <Payment {...screen} name={name} speech={speech} />;
    case 'done':
      return <Done {...screen} name={name} speech={speech} />;
  }
}
