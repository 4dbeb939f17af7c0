import { Button } from '@mantine/core';
import type { PrintJob } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../../live';
import { useFormat, useMay } from '../../../shop';
import { Loaded, RowTable } from '../../parts';
import styles from './printers.module.css';

/** How many are asked for: more than anybody looks through. */
export const shownJobs = { limit: 50 } as const;

/** What was printed and what was not; what needs somebody stands first. */
export function Jobs() {
  const { t } = useTranslation();
  const format = useFormat();
  const jobs = useLive('printing.jobs', shownJobs);
  return (
    <section className={styles.jobs}>
      <h2 className={styles.name}>{t('office.printers.jobs')}</h2>
      <Loaded of={jobs} rows={3}>
        {(list) =>
          list.length === 0 ? (
            <p className={styles.quiet}>{t('office.printers.jobsNone')}</p>
          ) : (
            <RowTable
              label={t('office.printers.jobs')}
              columns={[
                { key: 'job', title: t('office.printers.job'), cell: (job) => <What job={job} /> },
                { key: 'printer', title: t('office.printers.printer'), cell: ({ printer }) => printer },
                { key: 'when', title: t('office.printers.when'), cell: ({ at }) => format.dateTime(at) },
                { key: 'state', title: t('office.printers.jobState'), cell: (job) => <State job={job} /> },
              ]}
              rows={list}
              actions={(job) => <JobActions job={job} isFirst={job.id === list.find(canBeDone)?.id} />}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function What({ job: { kind, label, copy } }: { job: PrintJob }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`office.printers.kindsOfJob.${kind}`)} {label}
      {copy === 'duplicate' && <span className={styles.quiet}> ({t('office.printers.duplicate')})</span>}
    </>
  );
}

function State({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, state, trouble, nextAt } = job;
  const why = state !== 'uncertain' && trouble !== null ? t(`printing.trouble.${trouble}`) : '';
  const again = trouble !== null && nextAt !== null ? t('office.printers.retryAt', { time: format.time(nextAt) }) : '';
  // A drawer has nothing to print: it opens.
  const isDrawer = kind === 'drawer';
  const word = isDrawer ? t(`office.printers.drawerStates.${state}`) : t(`office.printers.states.${state}`);
  return (
    <>
      <span className={needsSomebody(job) ? styles.trouble : undefined}>{word}</span>
      {[why, again]
        .filter((words) => words !== '')
        .map((words) => (
          <span key={words} className={styles.quiet}>
            {' · '}
            {words}
          </span>
        ))}
      {state === 'uncertain' && !isDrawer && <p className={styles.quiet}>{t('office.printers.uncertainHint')}</p>}
    </>
  );
}

const needsSomebody = ({ state, trouble }: PrintJob): boolean =>
  state === 'uncertain' || (state === 'failed' && trouble !== 'dismissed');

/** Something can be said or done about it: it is not on its way, not done, and no drawer. */
const canBeDone = ({ state, kind }: PrintJob): boolean =>
  state !== 'sending' && state !== 'printed' && kind !== 'drawer';

function JobActions({ job, isFirst }: { job: PrintJob; isFirst: boolean }) {
  const { t } = useTranslation();
  const may = useMay('sell');
  const retry = useCommand('printing.retry');
  const dismiss = useCommand('printing.dismiss');
  const { id, state } = job;
  if (!may || !canBeDone(job)) return null;
  const mayDismiss = state !== 'failed' || job.trouble !== 'dismissed';
  return (
    <>
      {mayDismiss && (
        <Button
          size="xs"
          variant="default"
          data-autofocus={isFirst || undefined}
          loading={dismiss.pending}
          onClick={() => void dismiss.run({ id })}
        >
          {t(state === 'uncertain' ? 'office.printers.isThere' : 'office.printers.setAside')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        data-autofocus={(isFirst && !mayDismiss) || undefined}
        loading={retry.pending}
        onClick={() => void retry.run({ id })}
      >
        {t(state === 'queued' ? 'office.printers.tryNow' : 'office.printers.printAgain')}
      </Button>
    </>
  );
}
