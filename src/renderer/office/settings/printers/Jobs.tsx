import { Button, Table } from '@mantine/core';
import type { PrintJob } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand, useLive } from '../../../live';
import { useFormat, useMay } from '../../../shop';
import { FailureState } from '../../../ui';
import { Skeletons } from '../../Skeletons';
import styles from './printers.module.css';

const shown = 50;

/** What was printed and what was not; what needs somebody stands first. */
export function Jobs() {
  const { t } = useTranslation();
  const jobs = useLive('printing.jobs', { limit: shown });
  return (
    <section className={styles.jobs}>
      <h2 className={styles.name}>{t('office.printers.jobs')}</h2>
      {jobs.state === 'failed' && <FailureState failure={jobs.failure} onRetry={jobs.retry} />}
      {jobs.state === 'loading' && <Skeletons rows={3} />}
      {jobs.state === 'ready' && jobs.data.length === 0 && (
        <p className={styles.quiet}>{t('office.printers.jobsNone')}</p>
      )}
      {jobs.state === 'ready' && jobs.data.length > 0 && (
        <Table borderColor="var(--line)" verticalSpacing="xs" aria-label={t('office.printers.jobs')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('office.printers.job')}</Table.Th>
              <Table.Th>{t('office.printers.printer')}</Table.Th>
              <Table.Th>{t('office.printers.when')}</Table.Th>
              <Table.Th>{t('office.printers.jobState')}</Table.Th>
              <Table.Th>
                <span className="unseen">{t('office.printers.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {jobs.data.map((job) => (
              <Job key={job.id} job={job} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function Job({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, trouble, nextAt } = job;
  const why = state !== 'uncertain' && trouble !== null ? t(`printing.trouble.${trouble}`) : '';
  const again = trouble !== null && nextAt !== null ? t('office.printers.retryAt', { time: format.time(nextAt) }) : '';
  return (
    <Table.Tr>
      <Table.Td>
        {t(`office.printers.kindsOfJob.${job.kind}`)} {job.label}
        {job.copy === 'duplicate' && <span className={styles.quiet}> ({t('office.printers.duplicate')})</span>}
      </Table.Td>
      <Table.Td>{job.printer}</Table.Td>
      <Table.Td>{format.dateTime(job.at)}</Table.Td>
      <Table.Td>
        <span className={needsSomebody(job) ? styles.trouble : undefined}>{t(`office.printers.states.${state}`)}</span>
        {[why, again]
          .filter((words) => words !== '')
          .map((words) => (
            <span key={words} className={styles.quiet}>
              {' · '}
              {words}
            </span>
          ))}
        {state === 'uncertain' && <p className={styles.quiet}>{t('office.printers.uncertainHint')}</p>}
      </Table.Td>
      <Table.Td>
        <JobActions job={job} />
      </Table.Td>
    </Table.Tr>
  );
}

const needsSomebody = ({ state, trouble }: PrintJob): boolean =>
  state === 'uncertain' || (state === 'failed' && trouble !== 'dismissed');

function JobActions({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const may = useMay('sell');
  const retry = useCommand('printing.retry');
  const dismiss = useCommand('printing.dismiss');
  const { id, state, kind } = job;
  if (!may || state === 'sending' || state === 'printed' || kind === 'drawer') return null;
  return (
    <div className={styles.actions}>
      {(state !== 'failed' || job.trouble !== 'dismissed') && (
        <Button size="xs" variant="default" loading={dismiss.pending} onClick={() => void dismiss.run({ id })}>
          {t(state === 'uncertain' ? 'office.printers.isThere' : 'office.printers.setAside')}
        </Button>
      )}
      <Button size="xs" variant="default" loading={retry.pending} onClick={() => void retry.run({ id })}>
        {t(state === 'queued' ? 'office.printers.tryNow' : 'office.printers.printAgain')}
      </Button>
    </div>
  );
}
