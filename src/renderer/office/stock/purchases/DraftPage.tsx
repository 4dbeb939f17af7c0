import { Button, Checkbox } from '@mantine/core';
import { limits, type PurchaseDraft } from '@shared/contract';
import { ZERO } from '@shared/money';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { FailureState, failureWords, toast } from '../../../ui';
import { ConfirmDialog, focusInvalid, MoneyInput, Page } from '../../../ui/office';
import { Skeletons } from '../../Skeletons';
import { BackButton } from '../BackButton';
import { AddLine } from './AddLine';
import { DraftHead } from './DraftHead';
import { DraftLines } from './DraftLines';
import styles from './purchases.module.css';
import { PaperTotal, Totals } from './Totals';
import { useDraft } from './useDraft';

/** `/stock/purchases/draft/<id>`: a supplier's bill as it is typed in. Nothing of it is lost, and nothing counts before it is posted. */
export function DraftPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const draft = useLive('purchases.draft', { id });
  // What was typed since is newer than whatever is heard later.
  const [start, setStart] = useState<PurchaseDraft | null>(null);
  if (start === null && draft.data) setStart(draft.data);
  if (start) return <Editor start={start} />;
  return (
    <Page title={t('office.purchases.draft')} actions={<ToList />}>
      {draft.state === 'failed' ? (
        <FailureState failure={draft.failure} onRetry={draft.retry} />
      ) : (
        <Skeletons rows={8} />
      )}
    </Page>
  );
}

function Editor({ start }: { start: PurchaseDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const page = useRef<HTMLDivElement>(null);
  const draft = useDraft(start);
  const { typed, answer, change } = draft;
  const [dropping, setDropping] = useState(false);
  const [isPosting, setPosting] = useState(false);
  const [refused, setRefused] = useState<{ field: string; words: string } | null>(null);
  const drop = useCommand('purchases.dropDraft');
  const post = useCommand('purchases.post', {
    onRefused: (failure) => {
      const { field, number, day } = failure.params;
      if (failure.code === 'duplicate_bill') {
        const words = t('office.purchases.duplicate', { number: String(number), day: format.day(String(day)) });
        setRefused({ field: 'billNumber', words });
        return true;
      }
      if (typeof field !== 'string' || failure.code !== 'bad_value') return false;
      const known = ['supplierId', 'billNumber', 'billDay', 'dueDay', 'lines'] as const;
      const name = known.find((each) => each === field);
      setRefused({ field, words: name ? t(`office.purchases.wrong.${name}`) : failureWords(failure) });
      return true;
    },
  });
  const onDrop = async () => {
    if ((await drop.run({ id: typed.id })).ok) navigate('/stock/purchases');
  };
  const onPost = async () => {
    // What main refused before may be right by now; what a field refuses is not in the draft.
    flushSync(() => setRefused(null));
    if (focusInvalid(page.current)) return;
    // The click that left a field counts, though what was typed there is still being kept: it waits for the answer, and the
    // answer may say that the paper's total is another.
    setPosting(true);
    const isReady = (await draft.settled()) && !focusInvalid(page.current);
    const outcome = isReady ? await post.run({ draftId: typed.id }) : null;
    setPosting(false);
    if (!outcome?.ok) return;
    toast.done(() =>
      t('office.purchases.posted', { supplier: outcome.value.supplier, total: format.money(outcome.value.total) }),
    );
    navigate(`/stock/purchases/${outcome.value.id}`);
  };
  return (
    <Page
      title={t('office.purchases.draft')}
      actions={
        <>
          <ToList />
          <Button
            variant="default"
            leftSection={<IconTrash size={18} stroke={1.6} />}
            onClick={() => setDropping(true)}
          >
            {t('office.purchases.drop')}
          </Button>
          <Button leftSection={<IconCheck size={18} />} loading={isPosting} onClick={() => void onPost()}>
            {t('office.purchases.post')}
          </Button>
        </>
      }
    >
      <div ref={page} className={styles.page}>
        <DraftHead typed={typed} onChange={change} refused={refused} />
        <AddLine
          onAdd={draft.addLine}
          isFull={typed.lines.length >= limits.linesPerPurchase}
          error={refused?.field === 'lines' ? refused.words : undefined}
        />
        <DraftLines draft={draft} />
        <div className={styles.foot}>
          <div className={styles.terms}>
            <MoneyInput
              w={150}
              label={t('office.purchases.discount')}
              value={typed.discount === 0 ? null : typed.discount}
              onChange={(discount, isReadable) => change({ discount: discount ?? (isReadable ? ZERO : null) })}
            />
            <PaperTotal answer={answer} onRoundOff={(roundOff) => change({ roundOff })} />
            <div className={styles.switches}>
              <Checkbox
                label={t('office.purchases.pricesIncludeTax')}
                checked={typed.pricesIncludeTax}
                onChange={(event) => change({ pricesIncludeTax: event.currentTarget.checked })}
              />
              <Checkbox
                label={t('office.purchases.inputCredit')}
                checked={typed.inputCredit}
                onChange={(event) => change({ inputCredit: event.currentTarget.checked })}
              />
            </div>
          </div>
          <Totals totals={answer.totals} problem={answer.problem} />
        </div>
      </div>
      <ConfirmDialog
        opened={dropping}
        title={t('office.purchases.dropTitle')}
        action={t('office.purchases.drop')}
        loss
        pending={drop.pending}
        onConfirm={() => void onDrop()}
        onClose={() => setDropping(false)}
      >
        {t('office.purchases.dropText')}
      </ConfirmDialog>
    </Page>
  );
}

function ToList() {
  const { t } = useTranslation();
  return <BackButton to="/stock/purchases">{t('office.purchases.toList')}</BackButton>;
}
