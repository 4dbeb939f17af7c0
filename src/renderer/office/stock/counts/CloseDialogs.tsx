import { Alert, Radio, Stack } from '@mantine/core';
import type { CountFigures, CountSheet } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useSyncStatus } from '../../../live';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { ConfirmDialog } from '../../../ui/office';
import { DialogForm, useForm } from '../../form';

type Missing = 'leave' | 'zero';

interface PostProps {
  readonly sheet: CountSheet;
  readonly figures: CountFigures;
  readonly onClose: () => void;
}

/** What posting will do, and what it does with what nobody counted. */
export function PostDialog({ sheet, figures, onClose }: PostProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm<{ missing: Missing }>({ missing: 'leave' });
  const line = useSyncStatus().data?.level;
  const post = useCommand('counts.post', {
    onRefused: ({ code }) => {
      if (code !== 'too_many_lines') return false;
      toast.attention(() => t('office.counts.tooMany'));
      return true;
    },
  });
  const save = async () => {
    // Once it is posted there is nothing to choose: somebody may have posted it while this stood open.
    const missing = sheet.state === 'open' ? form.draft.missing : 'leave';
    const outcome = await post.run({ id: sheet.id, missing });
    if (outcome.ok) toast.done(() => t('office.counts.postedNow', { name: sheet.name }));
    return outcome.ok;
  };
  const { differing, missing, doubtful } = figures;
  return (
    <DialogForm
      title={t('office.counts.postTitle', { name: sheet.name })}
      form={form}
      pending={post.pending}
      action={t('office.counts.post')}
      onSave={save}
      onClose={onClose}
    >
      <p>{t('office.counts.postText', { count: differing, n: format.count(differing) })}</p>
      {doubtful > 0 && (
        <Alert color="yellow">{t('office.counts.doubtfulText', { count: doubtful, n: format.count(doubtful) })}</Alert>
      )}
      {(line === 'offline' || line === 'connecting') && <Alert color="yellow">{t('office.counts.offlineText')}</Alert>}
      {sheet.state === 'open' && missing > 0 && (
        <Radio.Group
          label={t('office.counts.missingText', { count: missing, n: format.count(missing) })}
          value={form.draft.missing}
          onChange={(value) => form.set('missing', value === 'zero' ? 'zero' : 'leave')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="leave" label={t('office.counts.missing.leave')} />
            <Radio value="zero" label={t('office.counts.missing.zero')} />
          </Stack>
        </Radio.Group>
      )}
    </DialogForm>
  );
}

export function CancelDialog({ sheet, onClose }: { sheet: CountSheet; onClose: () => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const cancel = useCommand('counts.cancel');
  const onConfirm = async () => {
    if ((await cancel.run({ id: sheet.id })).ok) setOpened(false);
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={t('office.counts.cancelTitle', { name: sheet.name })}
      action={t('office.counts.cancel')}
      loss
      pending={cancel.pending}
      onConfirm={() => void onConfirm()}
      onClose={() => {
        setOpened(false);
        onClose();
      }}
    >
      {t('office.counts.cancelText')}
    </ConfirmDialog>
  );
}
