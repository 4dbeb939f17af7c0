import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  chooseKey,
  editableIds,
  labelOf,
  ownerOf,
  pressedKey,
  refuseKey,
  resetKeys,
  type ShortcutId,
  useHasOwnKeys,
  useKeyOf,
} from '../../../shortcuts';
import styles from './KeyEditor.module.css';

interface Props {
  readonly onBack: () => void;
  /** While a key is waited for, Esc means "not this one", not "close". */
  readonly onCapture: (capturing: boolean) => void;
}

/** Puts each action of the counter on the key that the person's hand wants. A key with two meanings is never made. */
export function KeyEditor({ onBack, onCapture }: Props) {
  const { t } = useTranslation();
  const [capturing, setCapturing] = useState<ShortcutId | null>(null);
  const [said, setSaid] = useState('');
  const hasOwn = useHasOwnKeys();

  const capture = (id: ShortcutId | null) => {
    setCapturing(id);
    onCapture(id !== null);
  };
  const take = (id: ShortcutId, event: KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const key = pressedKey(event);
    if (key === 'Escape') {
      capture(null);
      return setSaid('');
    }
    const why = refuseKey(key);
    if (why === 'half') return;
    const owner = ownerOf(key);
    if (why !== null) setSaid(t(`counter.keyEditor.${why}`, { key: labelOf(key) }));
    else if (owner !== undefined && owner !== id)
      setSaid(t('counter.keyEditor.taken', { key: labelOf(key), action: t(`counter.actions.${nameOf(owner)}`) }));
    else {
      chooseKey(id, key);
      capture(null);
      setSaid(t('counter.keyEditor.set', { key: labelOf(key), action: t(`counter.actions.${nameOf(id)}`) }));
    }
  };

  return (
    <div className={styles.root}>
      <p className={styles.about}>{t('counter.keyEditor.about')}</p>
      <p className={styles.said} role="status">
        {said}
      </p>
      <ul className={styles.keys}>
        {editableIds.map((id) => (
          <Row
            key={id}
            id={id}
            isCapturing={capturing === id}
            onCapture={() => {
              setSaid('');
              capture(id);
            }}
            onKey={(event) => take(id, event)}
            onLeave={() => capturing === id && capture(null)}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <Button variant="default" size="md" disabled={!hasOwn} onClick={resetKeys}>
          {t('counter.keyEditor.reset')}
        </Button>
        <Button size="md" onClick={onBack}>
          {t('common.done')}
        </Button>
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: ShortcutId;
  readonly isCapturing: boolean;
  readonly onCapture: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
}

function Row({ id, isCapturing, onCapture, onKey, onLeave }: RowProps) {
  const { t } = useTranslation();
  const key = useKeyOf(id);
  const action = t(`counter.actions.${nameOf(id)}`);
  return (
    <li className={styles.row}>
      <span aria-hidden="true">{action}</span>
      <Button
        variant="default"
        size="sm"
        className={styles.key ?? ''}
        data-capturing={isCapturing || undefined}
        onClick={onCapture}
        onBlur={onLeave}
        {...(isCapturing ? { onKeyDown: onKey } : {})}
      >
        <span className="unseen">{action}: </span>
        {isCapturing ? t('counter.keyEditor.press') : labelOf(key)}
      </Button>
    </li>
  );
}

/** Every key of the counter has a word; the office's and Esc cannot be changed and need none here. */
type Named = Exclude<ShortcutId, 'create' | 'find'>;
const nameOf = (id: ShortcutId): Named => (id === 'create' || id === 'find' ? 'search' : id);
