import { Button, Table } from '@mantine/core';
import type { ImportCheck, ImportPreview } from '@shared/contract';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { fileName } from './file-name';
import styles from './importing.module.css';
import { problemWords } from './problem-words';

interface Props {
  readonly preview: ImportPreview;
  readonly check: ImportCheck;
  readonly onBack: () => void;
  readonly onRun: () => void;
}

/** What would happen, before it does. */
export function CheckedFile({ preview, check, onBack, onRun }: Props) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const changes = check.creates + check.updates;
  const figures = ['creates', 'updates', 'unchanged', 'skipped'] as const;
  return (
    <div className={styles.step}>
      <dl className={styles.figures}>
        {figures.map((name) => (
          <div
            key={name}
            className={styles.figure}
            data-attention={(name === 'skipped' && check.skipped > 0) || undefined}
          >
            <dt>{t(`office.import.figures.${name}`)}</dt>
            <dd>{check[name].toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
      {check.problems.length === 0 ? (
        <div className={styles.good}>
          <IconCircleCheck size={20} stroke={1.6} aria-hidden="true" />
          {t('office.import.noProblems')}
        </div>
      ) : (
        <>
          <div>{t('office.import.problemsHint', { file: fileName(preview.file) })}</div>
          <Problems check={check} />
        </>
      )}
      <div className={styles.foot}>
        {changes === 0 && <span className={styles.hint}>{t('office.import.nothing')}</span>}
        <Button variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button autoFocus disabled={changes === 0} onClick={onRun}>
          {t('office.import.run', { count: changes, number: changes.toLocaleString(locale) })}
        </Button>
      </div>
    </div>
  );
}

function Problems({ check }: { check: ImportCheck }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const more = check.skipped - check.problems.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to be able to
    <section className={styles.scroll} aria-label={t('office.import.problems')} tabIndex={0}>
      <Table borderColor="var(--line)" stickyHeader aria-label={t('office.import.problems')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={styles.number ?? ''} ta="end">
              {t('office.import.row')}
            </Table.Th>
            <Table.Th>{t('office.import.column')}</Table.Th>
            <Table.Th>{t('office.import.content')}</Table.Th>
            <Table.Th>{t('office.import.problem')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {check.problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Table.Tr key={index}>
              <Table.Td ta="end">{problem.row.toLocaleString(locale)}</Table.Td>
              <Table.Td>{problem.field && t(`office.import.fields.${problem.field}`)}</Table.Td>
              <Table.Td>
                <div className={styles.sample} title={problem.text}>
                  {problem.text}
                </div>
              </Table.Td>
              <Table.Td>{problemWords(problem, t)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {more > 0 && (
          <Table.Caption>
            {t('office.import.moreProblems', { count: more, number: more.toLocaleString(locale) })}
          </Table.Caption>
        )}
      </Table>
    </section>
  );
}
