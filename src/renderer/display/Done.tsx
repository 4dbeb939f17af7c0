import type { DisplayDone } from '@shared/contract';
import { ZERO } from '@shared/money';
import { Saved } from './Bill';
import { Figure } from './Figure';
import { fill, type Speech } from './speech';

type Props = DisplayDone & { readonly name: string; readonly speech: Speech };

/** Thanks, and what the customer's hand should now hold. */
export function Done({ total, received, change, due, refunded, saved, name, speech }: Props) {
  const { words, format } = speech;
  const back = refunded > ZERO ? refunded : change;
  const facts = [
    fill(words.billTotal, { amount: format.money(total) }),
    ...(received > ZERO && refunded === ZERO ? [fill(words.paid, { amount: format.money(received) })] : []),
    ...(due > ZERO ? [fill(words.due, { amount: format.money(due) })] : []),
  ];
  return (
    <main className="done">
      <header className="head">
        <h1>{name}</h1>
      </header>
      <div className="figure">
        {back > ZERO ? (
          <>
            <span className="what">{refunded > ZERO ? words.giveBack : words.change}</span>
            <Figure className="large" text={format.money(back)} />
            <strong className="thanks">{words.thanks}</strong>
          </>
        ) : (
          <strong className="large">{words.thanks}</strong>
        )}
        <p className="facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {saved > ZERO && <Saved amount={saved} inAll speech={speech} />}
      </div>
    </main>
  );
}
