import type { CallInput, DraftLine, PurchaseDraft } from '@shared/contract';
import type { Money, Quantity, Rate } from '@shared/money';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCommand } from '../../../live';

/** A line as it stands on the screen: a number that is being typed may not be one yet. */
export interface TypedLine extends Omit<DraftLine, 'quantity' | 'unitPrice' | 'discount' | 'total'> {
  /** Of the screen alone: lines keep their fields while others go. */
  readonly key: number;
  readonly quantity: Quantity | null;
  readonly unitPrice: Money | null;
  readonly discount: Rate | null;
}

export interface TypedDraft
  extends Omit<PurchaseDraft, 'lines' | 'discount' | 'totals' | 'problem' | 'place' | 'updatedAt'> {
  readonly discount: Money | null;
  readonly lines: readonly TypedLine[];
}

export interface DraftState {
  readonly typed: TypedDraft;
  /** Main's last word: what it comes to. */
  readonly answer: PurchaseDraft;
  /** When all that stands on the screen has been answered; false: some of it could not be kept. */
  readonly settled: () => Promise<boolean>;
  readonly change: (part: Partial<TypedDraft>) => void;
  readonly changeLine: (key: number, part: Partial<TypedLine>) => void;
  readonly addLine: (line: DraftLine) => void;
  readonly removeLine: (key: number) => void;
}

type Input = CallInput<'purchases.saveDraft'>;

/** What can be kept; null while a number of it cannot be read. */
function inputOf({ id, supplier, discount: off, lines, ...rest }: TypedDraft): Input | null {
  if (off === null) return null;
  const kept: Input['lines'] = [];
  for (const { productId, unit, quantity, unitPrice, discount, taxClassId } of lines) {
    if (quantity === null || quantity === 0 || unitPrice === null || discount === null) return null;
    kept.push({ productId, unit, quantity, unitPrice, discount, taxClassId });
  }
  return { ...rest, discount: off, id, supplierId: supplier?.id ?? null, lines: kept };
}

/** A draft as it is typed: each change goes to the disk as soon as the one before is there, the last one always. */
export function useDraft(start: PurchaseDraft): DraftState {
  const nextKey = useRef(start.lines.length);
  const [typed, setTyped] = useState<TypedDraft>(() => typedOf(start));
  const [answer, setAnswer] = useState(start);
  const latest = useRef(typed);
  const kept = useRef(typed);
  const saving = useRef<Promise<void> | null>(null);
  const save = useCommand('purchases.saveDraft');

  const flush = async () => {
    for (let tried: TypedDraft | null = null; tried !== latest.current; ) {
      tried = latest.current;
      const input = inputOf(tried);
      const outcome = input && (await save.run(input));
      if (!outcome?.ok) continue;
      kept.current = tried;
      // At once, because something may follow from it that is to be kept too: what the supplier rounded by.
      flushSync(() => setAnswer(outcome.value));
    }
    saving.current = null;
  };
  const keep = () => {
    // What cannot be read is waited for by nobody.
    if (saving.current === null && inputOf(latest.current) !== null) saving.current = flush();
  };
  const change = (part: Partial<TypedDraft>) => {
    latest.current = { ...latest.current, ...part };
    setTyped(latest.current);
    keep();
  };
  const settled = async () => {
    // What was refused is tried once more.
    if (kept.current !== latest.current) keep();
    await saving.current;
    return kept.current === latest.current;
  };
  return {
    typed,
    answer,
    settled,
    change,
    changeLine: (key, part) =>
      change({ lines: latest.current.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) }),
    addLine: ({ total: _, ...line }) =>
      change({ lines: [...latest.current.lines, { ...line, key: nextKey.current++ }] }),
    removeLine: (key) => change({ lines: latest.current.lines.filter((line) => line.key !== key) }),
  };
}

function typedOf({ totals: _, problem: __, place: ___, updatedAt: ____, lines, ...draft }: PurchaseDraft): TypedDraft {
  return { ...draft, lines: lines.map(({ total: _____, ...line }, key) => ({ ...line, key })) };
}
