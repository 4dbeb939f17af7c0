import type { ProductSummary } from '@shared/contract';
import type { Quantity } from '@shared/money';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useLive } from '../../live';
import { useCartStore } from '../cart';
import { soundUnknown } from '../sounds';
import { Favourites } from './Favourites';
import styles from './FindPane.module.css';
import { Notices } from './Notices';
import { Results } from './Results';
import { SearchField } from './SearchField';
import { isCode, mayBeName, readTimes } from './times';
import { useSettled } from './useSettled';

/** What the rest of the counter may do with the search. */
export interface Finder {
  readonly field: HTMLInputElement | null;
  focus(): void;
  clear(): void;
  /** The quantity typed before a scan, taken out of the field. */
  takeTimes(): Quantity | null;
}

interface Props {
  readonly ref: Ref<Finder>;
  readonly hidden: boolean;
  /** A scan is under way: its characters are no search. */
  readonly isBusy: () => boolean;
}

const limit = 40;

export function FindPane({ ref, hidden, isBusy }: Props) {
  const store = useCartStore();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  /** Enter was pressed before the answer had come: it is meant for the first of it. */
  const [eager, setEager] = useState(false);
  const settled = useSettled(typed, isBusy);
  const { times, text } = readTimes(settled);
  const search = useLive('catalogue.search', { text, limit }, { enabled: text !== '', keep: true });
  const found = useDeferredValue(text === '' ? undefined : search.data);
  const isCurrent = text === readTimes(typed).text && search.state === 'ready' && !search.isPrevious;

  const change = useCallback((next: string) => {
    setTyped(next);
    setMarked(0);
    setEager(false);
  }, []);
  useImperativeHandle(
    ref,
    () => ({
      get field() {
        return field.current;
      },
      focus: () => field.current?.select(),
      clear: () => change(''),
      takeTimes: () => {
        const before = readTimes(field.current?.value ?? '');
        if (before.times === null || before.text !== '') return null;
        change('');
        return before.times;
      },
    }),
    [change],
  );

  const add = useCallback(
    (product: ProductSummary) => {
      change('');
      void store.add(product, times);
    },
    [store, times, change],
  );
  /** Enter: the marked one, or what was typed as a code. A name that is not found is no unknown code. */
  const enter = async (products: readonly ProductSummary[]) => {
    const product = products[Math.min(marked, products.length - 1)];
    if (product) return add(product);
    const result = isCode(text) ? await store.scan(text, times) : null;
    if (result?.outcome === 'added') return change('');
    soundUnknown();
    // It says already that nothing is called that, and who adds it.
    if (result?.outcome === 'unknown' && mayBeName(text)) store.notify(null);
  };
  const answered = eager && isCurrent ? search.data : undefined;
  const enterLate = useEffectEvent(enter);
  useEffect(() => {
    if (!answered) return;
    setEager(false);
    void enterLate(answered);
  }, [answered]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (typed === '') return;
    const count = found?.length ?? 0;
    if (event.key === 'ArrowDown') setMarked((now) => Math.min(now + 1, Math.max(0, count - 1)));
    else if (event.key === 'ArrowUp') setMarked((now) => Math.max(now - 1, 0));
    else if (event.key === 'Escape') change('');
    else if (event.key === 'Enter') {
      if (isCurrent && search.data) void enter(search.data);
      else setEager(text !== '' || readTimes(typed).text !== '');
    } else {
      // While there is text, + and − and Del are text keys, not keys of the bill.
      if (event.key === '+' || event.key === '-' || event.key === 'Delete') event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className={styles.root} hidden={hidden}>
      <SearchField
        ref={field}
        list={list}
        typed={typed}
        times={times}
        marked={found?.[marked] ? `${list}-${marked}` : undefined}
        isOpen={found !== undefined && found.length > 0}
        onChange={change}
        onKeyDown={onKeyDown}
      />
      <Notices />
      {found === undefined ? (
        <Favourites onChoose={add} />
      ) : (
        <Results list={list} products={found} text={text} times={times} marked={marked} onChoose={add} />
      )}
    </section>
  );
}
