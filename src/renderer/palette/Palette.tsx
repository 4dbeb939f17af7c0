import { TextInput } from '@mantine/core';
import { isAllowed } from '@shared/roles';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';
import { useTill } from '../shop';
import { FailureState } from '../ui';
import { Dialog } from '../ui/office';
import { entriesFor, type Place } from './entries';
import { List } from './List';
import styles from './palette.module.css';
import { remember } from './recent';
import { type Row, useRows } from './useRows';
import { useRun } from './useRun';
import { languageOf, languages } from './words';

interface Props {
  readonly places: readonly Place[];
  readonly onClose: () => void;
}

/** Every page, every frequent action and every record, by a few letters of its name. */
export default function Palette({ places, onClose }: Props) {
  const { t, i18n } = useTranslation('palette');
  const { user } = useTill();
  const isAlone = useLive('network.status', {}).data?.role === 'alone';
  const [text, setText] = useState('');
  /** By its name: rows come and go above it. Null: the first. */
  const [markedId, setMarkedId] = useState<string | null>(null);
  /** Enter was pressed before the answer had come: it is meant for what is marked in it, else for its first. */
  const [eager, setEager] = useState(false);
  const id = useId();
  const entries = useMemo(() => {
    const others = languages.filter((each) => each !== i18n.language).map(languageOf);
    const all = entriesFor(places, (needed) => isAllowed(user.role, needed), languageOf(i18n.language), others);
    // A till by itself has nobody to agree with.
    return isAlone ? all.filter(({ id: name }) => name !== 'sync') : all;
  }, [places, user.role, isAlone, i18n.language]);
  const { groups, isSettled, failure } = useRows(entries, text.trim());
  const rows = groups.flatMap((group) => group.rows);
  const marked = Math.max(
    0,
    rows.findIndex((row) => row.id === markedId),
  );
  const mark = (index: number) => setMarkedId(rows[index]?.id ?? null);
  const run = useRun();

  const choose = (row: Row) => {
    // The page below is awake again before it is asked for anything.
    flushSync(onClose);
    if (row.entry) remember(user.staffId, row.entry.id);
    run(row.does);
  };
  const chooseMarked = useEffectEvent(() => {
    setEager(false);
    const row = rows[marked];
    // Not within the effect: the palette cannot be flushed away from there.
    if (row) queueMicrotask(() => choose(row));
  });
  useEffect(() => {
    if (eager && isSettled) chooseMarked();
  }, [eager, isSettled]);
  useEffect(() => {
    document.getElementById(`${id}-${marked}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, marked]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Its Enter takes a word from the input method, its arrows choose one there.
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = {
      ArrowDown: marked + 1 < rows.length ? marked + 1 : 0,
      ArrowUp: marked > 0 ? marked - 1 : rows.length - 1,
      PageDown: Math.min(marked + 8, rows.length - 1),
      PageUp: Math.max(marked - 8, 0),
    };
    const to = steps[event.key];
    const row = rows[marked];
    if (to !== undefined) mark(to);
    else if (event.key !== 'Enter') return;
    // A page fits what is typed now; a record may still be of the text before.
    else if (row && (row.entry || isSettled)) choose(row);
    else if (!isSettled) setEager(true);
    event.preventDefault();
  };

  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg" transitionProps={{ duration: 0 }}>
      <div className={styles.body}>
        <TextInput
          data-autofocus
          size="md"
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={rows.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={rows.length > 0 ? `${id}-${marked}` : undefined}
          aria-label={t('title')}
          placeholder={t('field')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          leftSection={<IconSearch size={20} stroke={1.6} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setMarkedId(null);
            setEager(false);
          }}
          onKeyDown={onKeyDown}
        />
        <div className={styles.results}>
          {failure && <FailureState failure={failure.failure} onRetry={failure.retry} />}
          {rows.length > 0 && <List id={id} groups={groups} marked={marked} onMark={mark} onChoose={choose} />}
          <div role="status">
            {rows.length === 0 && isSettled && !failure && (
              <div className={styles.none}>
                <strong>{t('none', { text: text.trim() })}</strong>
                <p>{t('noneHint')}</p>
              </div>
            )}
          </div>
        </div>
        <p className={styles.keys}>{t('keys')}</p>
      </div>
    </Dialog>
  );
}
