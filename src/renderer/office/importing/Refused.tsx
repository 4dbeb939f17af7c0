import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../i18n';
import type { CallFailure } from '../../live';
import { useFormat } from '../../shop';
import { failureWords } from '../../ui';
import styles from './importing.module.css';

type Reason = keyof Words['office']['import']['refused'];

/** What a file was refused for, by the refusal's code and its reason or unit. */
const reasons: Readonly<Record<string, Reason>> = {
  'file_format empty': 'empty',
  'file_format binary': 'binary',
  'file_format old_excel': 'oldExcel',
  'file_format damaged': 'damaged',
  'file_format password': 'password',
  'file_format quote': 'quote',
  'file_too_large bytes': 'bytes',
  'file_too_large rows': 'rows',
  'file_too_large cells': 'cells',
  'file_too_large columns': 'columns',
  'file_unreadable ENOENT': 'gone',
  'file_unreadable EISDIR': 'folder',
  busy: 'busy',
  import_stale: 'changed',
  database_full: 'full',
};

/** Why the file was not taken, and what helps; it stays until the next try. */
export function Refused({ failure }: { failure: CallFailure | null }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  if (!failure) return null;
  const { code, params } = failure;
  const detail = params.reason ?? params.unit;
  const reason = reasons[`${code} ${detail}`] ?? reasons[code];
  const limit = Number(params.limit ?? 0);
  const shown = params.unit === 'bytes' ? limit / (1024 * 1024) : limit;
  return (
    <div className={styles.refused} role="alert">
      <IconAlertTriangle size={20} stroke={1.6} aria-hidden="true" />
      <span>
        {reason
          ? t(`office.import.refused.${reason}`, { row: params.row ?? '', limit: shown.toLocaleString(locale) })
          : failureWords(failure)}
      </span>
    </div>
  );
}
