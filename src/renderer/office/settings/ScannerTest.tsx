import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quiet, type ScannerSettings, step } from '../../counter/scanner';

interface Seen {
  readonly code: string;
  readonly count: number;
  readonly slowest: number;
  readonly isScan: boolean;
}

/** Judges what is scanned into it exactly as the counter would, and says what it saw. */
export function ScannerTest({ settings }: { settings: ScannerSettings }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [text, setText] = useState('');
  const state = useRef(quiet);
  const burst = useRef({ last: 0, slowest: 0 });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const at = event.timeStamp;
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    const told = step(state.current, { key: event.key, at, held: event.repeat, modified }, settings);
    state.current = told.state;
    const isText = [...event.key].length === 1 && !modified;
    if (isText) {
      const wait = text === '' ? 0 : at - burst.current.last;
      burst.current = { last: at, slowest: text === '' ? 0 : Math.max(burst.current.slowest, wait) };
    }
    // A scanner ends with Enter, which here means "that is the code", not "save".
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const isScan = told.verdict === 'scan' || told.verdict === 'repeat';
    const count = [...text].length;
    if (count > 0) setSeen({ code: told.code, count, slowest: Math.round(burst.current.slowest), isScan });
    setText('');
  };
  const said = seen && {
    code: seen.code,
    count: seen.count,
    ms: seen.slowest,
  };
  return (
    <TextInput
      data-takes-scans
      label={t('counter.device.test')}
      placeholder={t('counter.device.testHint')}
      description={said && seen.isScan ? t('counter.device.seen', said) : undefined}
      error={said && !seen.isScan ? t('counter.device.missed', said) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={64}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
