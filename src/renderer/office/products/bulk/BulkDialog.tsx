import { useDebouncedValue } from '@mantine/hooks';
import type { BulkField, BulkResult, CallInput } from '@shared/contract';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids, useCommand } from '../../../live';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { Dialog } from '../../../ui/office';
import styles from './bulk.module.css';
import { type BulkDraft, type Change, changeOf, noDraft } from './change';
import type { ChosenProducts } from './chosen';
import { Preview } from './Preview';
import { PriceFields } from './PriceFields';
import { Result } from './Result';
import { undoBulk } from './undo';
import { ValueFields } from './ValueFields';
import { Writing } from './Writing';

/** A field is typed letter by letter; what it would make of fifteen thousand products is asked once it stands. */
const settleMs = 150;

interface Props {
  readonly field: BulkField;
  readonly chosen: ChosenProducts;
  /** `isDone`: something was changed, and nothing is chosen any more. */
  readonly onClose: (isDone: boolean) => void;
}

/** One change of all chosen products: what it would make of each, then the change, then what became of it. */
export function BulkDialog({ field, chosen, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState(true);
  const [draft, setDraft] = useState<BulkDraft>(noDraft);
  // What is chosen now stays what is meant, whatever becomes of the list behind.
  const [{ selection, count }] = useState(() => ({ selection: chosen.selection, count: chosen.count }));
  const [result, setResult] = useState<BulkResult | null>(null);
  const typed = useMemo(() => changeOf(field, draft, format.currency), [field, draft, format.currency]);
  const [settled] = useDebouncedValue(typed, settleMs);
  const isDone = useRef(false);
  const attempt = useRef<CallInput<'bulk.run'> | null>(null);
  const run = useCommand('bulk.run', {
    onRefused: ({ code }) => {
      // Anything else may have been done in part: the same request again goes on with it.
      if (code === 'bulk_stale' || code === 'not_found' || code === 'busy') attempt.current = null;
      return false;
    },
  });
  const change = (part: Partial<BulkDraft>) => {
    attempt.current = null;
    setDraft({ ...draft, ...part });
  };
  const close = () => {
    if (!run.pending) setOpened(false);
  };
  const save = async (stamp: string, change: Change) => {
    attempt.current ??= { requestId: ids.next(), selection, change, stamp };
    const outcome = await run.run(attempt.current);
    if (!outcome.ok) return;
    const { value } = outcome;
    isDone.current = true;
    if (value.refused > 0 || value.left > 0) return setResult(value);
    setOpened(false);
    const words = { count: value.changed, number: format.count(value.changed) };
    // Offered until it has worked.
    const offerUndo = () => {
      toast.undo(
        () => t('office.bulk.done', words),
        async () => {
          if (!(await undoBulk(value.requestId, t, format))) offerUndo();
        },
      );
    };
    offerUndo();
  };

  return (
    <Dialog
      opened={opened}
      onClose={close}
      onExitTransitionEnd={() => {
        if (isDone.current) chosen.clear();
        onClose(isDone.current);
      }}
      withCloseButton={!run.pending}
      title={t(`office.bulk.titles.${field}`, { count, number: format.count(count) })}
      size={result ? 560 : 880}
    >
      {result ? (
        <Result result={result} onClose={close} />
      ) : run.pending ? (
        <Writing requestId={attempt.current?.requestId ?? ''} />
      ) : (
        <div className={styles.ask}>
          {field === 'price' ? (
            <PriceFields draft={draft} onChange={change} />
          ) : (
            <ValueFields field={field} draft={draft} onChange={change} />
          )}
          <Preview selection={selection} change={settled} isSettled={settled === typed} onSave={save} onClose={close} />
        </div>
      )}
    </Dialog>
  );
}
