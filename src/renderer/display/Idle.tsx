import { readBitmap } from '@shared/paper';
import { useMemo } from 'react';
import { Picture } from '../receipt';
import type { Speech } from './speech';

interface Props {
  readonly name: string;
  readonly message: string;
  readonly logo: string | null;
  readonly speech: Speech;
}

/** Nothing is being sold: whose shop this is, and a word of welcome. */
export function Idle({ name, message, logo, speech }: Props) {
  const picture = useMemo(() => (logo === null ? null : readBitmap(logo)), [logo]);
  return (
    <main className="idle">
      {picture && <Picture picture={picture} label="" className="logo" />}
      <h1 className="shop">{name}</h1>
      <p className="message">{message || speech.words.welcome}</p>
    </main>
  );
}
