import { Button } from '@mantine/core';
import type { AttendanceSheet } from '@shared/contract';
import { IconClockPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openClockDialog } from '../../../clock';
import { useLive } from '../../../live';
import { EmptyState } from '../../../ui';
import { Page } from '../../../ui/office';
import { Loaded } from '../../parts';
import { SaveAs } from '../../reports';
import { daysIn, MonthField, useMonth } from '../MonthField';
import { StaffSections } from '../StaffSections';
import { DayDialog } from './DayDialog';
import styles from './hours.module.css';
import { Legend } from './Legend';
import { MonthSheet } from './MonthSheet';

interface Chosen {
  readonly staffId: string;
  readonly day: string;
}

/** `/staff/hours`: days × people. A day leads to its clock times and to what puts them right. */
export function HoursPage() {
  const { t } = useTranslation();
  const [month, setMonth, now] = useMonth();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const sheet = useLive('attendance.sheet', { month }, { keep: true });
  const isNew = sheet.data?.isNew === true;
  return (
    <Page
      title={t('office.staff.title')}
      note={<StaffSections />}
      actions={
        !isNew && (
          <>
            <MonthField value={month} last={now} onChange={setMonth} />
            <SaveAs question={{ report: 'attendance', ...daysIn(month) }} />
          </>
        )
      }
    >
      <Loaded of={sheet} rows={5}>
        {(data) =>
          data.isNew ? (
            <EmptyState
              icon={<IconClockPlay size={32} stroke={1.5} />}
              title={t('office.hours.emptyTitle')}
              action={<Button onClick={openClockDialog}>{t('office.hours.emptyAction')}</Button>}
            >
              {t('office.hours.emptyText')}
            </EmptyState>
          ) : (
            <div className={styles.page}>
              <OpenDays sheet={data} />
              <MonthSheet key={data.month} sheet={data} onChoose={(staffId, day) => setChosen({ staffId, day })} />
              <Legend />
            </div>
          )
        }
      </Loaded>
      {chosen && <DayDialog {...chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}

/** What waits for somebody: nothing is reckoned of it until then. */
function OpenDays({ sheet }: { sheet: AttendanceSheet }) {
  const { t } = useTranslation();
  const open = sheet.people.reduce((sum, person) => sum + person.open, 0);
  if (open === 0) return <p className={styles.note}>{t('office.hours.note')}</p>;
  return <p className={styles.open}>{t('office.hours.openDays', { count: open })}</p>;
}
