import type { DisplayScreen } from '@shared/contract';
import { absMoney, ZERO } from '@shared/money';
import Qr from '../ui/qr';
import { Saved } from './Bill';
import { Figure } from './Figure';
import { fill, type Speech } from './speech';

type Props = Extract<DisplayScreen, { show: 'pay' }> & { readonly name: string; readonly speech: Speech };

/** What is to be paid, and the code that a payment app reads: exactly that amount. */
export function Payment({ due, received, saved, code, name, speech }: Props) {
  const { words, format } = speech;
  return (
    <main className="pay" data-with-code={code !== null || undefined}>
      <header className="head">
        <h1>{name}</h1>
      </header>
      <div className="figure">
        <span className="what">{due < ZERO ? words.giveBack : received > ZERO ? words.left : words.toPay}</span>
        <Figure className="large" text={format.money(absMoney(due))} />
        {received > ZERO && <span>{fill(words.received, { amount: format.money(received) })}</span>}
        {saved > ZERO && <Saved amount={saved} inAll speech={speech} />}
      </div>
      {code && (
        <figure className="code">
          <Qr data={code.link} size={400} label={fill(words.code, { amount: format.money(code.amount) })} />
          <figcaption>
            {code.amount === due ? words.scan : fill(words.scanPart, { amount: format.money(code.amount) })}
          </figcaption>
        </figure>
      )}
    </main>
  );
}
