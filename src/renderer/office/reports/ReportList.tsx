import { type ReportId, reportIds, reportPermissions, reportSpecs } from '@shared/reports';
import { isAllowed } from '@shared/roles';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLive } from '../../live';
import { useTill } from '../../shop';
import { Page } from '../../ui/office';
import styles from './reports.module.css';

const groups = ['sales', 'tax', 'stock', 'money', 'staff'] as const;

/** All reports, by what they are about. */
export function ReportList() {
  const { t } = useTranslation('reports');
  const { role } = useTill().user;
  const seen = reportIds.filter((id) => isAllowed(role, reportPermissions[id] ?? 'reports.view'));
  return (
    <Page title={t('title')}>
      <div className={styles.list}>
        {groups
          .filter((group) => seen.some((id) => reportSpecs[id].group === group))
          .map((group) => (
            <section key={group} aria-label={t(`groups.${group}`)} className={styles.group}>
              <h2 className={styles.groupName}>{t(`groups.${group}`)}</h2>
              <div className={styles.entries}>
                {seen
                  .filter((id) => reportSpecs[id].group === group)
                  .map((id) => (
                    <Entry key={id} id={id} />
                  ))}
              </div>
            </section>
          ))}
      </div>
    </Page>
  );
}

function Entry({ id }: { id: ReportId }) {
  const { t } = useTranslation('reports');
  const settings = useLive('settings.get', {});
  const isGst = id === 'taxes' && settings.data?.tax_regime === 'india_gst';
  return (
    <Link href={`/reports/${id}`} className={styles.entry ?? ''}>
      <span className={styles.name}>{isGst ? t('gst.title') : t(`names.${id}`)}</span>
      <span className={styles.hint}>{isGst ? t('gst.hint') : t(`hints.${id}`)}</span>
    </Link>
  );
}
