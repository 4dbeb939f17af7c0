import type { DisplayBill, DisplayLine } from '@shared/contract';
import { absMoney, type Money, ZERO } from '@shared/money';
import { Figure } from './Figure';
import { fill, type Speech } from './speech';

interface Props {
  readonly bill: DisplayBill;
  readonly name: string;
  readonly speech: Speech;
}

/** The bill as it grows: what was scanned last is large, so that nobody has to look for it. */
export function Bill({ bill, name, speech }: Props) {
  const { words, format } = speech;
  const { lines, latest, earlier, saved, tax, credit, advance, toPay } = bill;
  const last = lines.find(({ lineNo }) => lineNo === latest);
  const rest = lines.filter((line) => line !== last);
  return (
    <main className="bill">
      <header className="head">
        <h1>{name}</h1>
        <span>{fill(words.lines, { count: lines.length + earlier })}</span>
      </header>
      <div className="before">
        <ul>
          {rest.map((line) => (
            <li key={line.lineNo}>
              <span className="name">{line.name}</span>
              <span className="times">{timesOf(line, speech)}</span>
              <span className="amount">{format.amount(line.amount)}</span>
            </li>
          ))}
        </ul>
      </div>
      {last && (
        <section className="last" aria-label={words.last} key={`${last.lineNo} ${last.quantity} ${last.amount}`}>
          <span className="name">{last.name}</span>
          <span className="amount">{format.money(last.amount)}</span>
          <span className="times">{timesOf(last, speech)}</span>
          {last.saved > ZERO && <Saved amount={last.saved} speech={speech} />}
        </section>
      )}
      <footer className="foot">
        <div className="notes">
          {saved > ZERO && <Saved amount={saved} inAll speech={speech} />}
          {tax !== null && tax > ZERO && <span>{fill(words.tax, { amount: format.money(tax) })}</span>}
          {credit > ZERO && <span>{fill(words.credit, { amount: format.money(credit) })}</span>}
          {advance > ZERO && <span>{fill(words.advance, { amount: format.money(advance) })}</span>}
        </div>
        <div className="total">
          <span>{toPay < ZERO ? words.giveBack : words.total}</span>
          <Figure text={format.money(absMoney(toPay))} />
        </div>
      </footer>
    </main>
  );
}

const timesOf = ({ quantity, unit, price }: DisplayLine, { format }: Speech): string =>
  `${format.quantityOf(quantity, unit)} × ${format.money(price)}`;

interface SavedProps {
  readonly amount: Money;
  /** On the whole bill. */
  readonly inAll?: boolean;
  readonly speech: Speech;
}

/** A gain, in words: the colour says nothing by itself. */
export function Saved({ amount, inAll = false, speech: { words, format } }: SavedProps) {
  return (
    <span className="saved">{fill(inAll ? words.savedInAll : words.saved, { amount: format.money(amount) })}</span>
  );
}
