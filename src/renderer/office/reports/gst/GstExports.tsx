import { Button, Menu } from '@mantine/core';
import type { CallInput, GstFormat } from '@shared/contract';
import { exportFormats } from '@shared/reports';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../live';
import { toast } from '../../../ui';
import type { Days } from '../period';
import type { GstState } from './state';

interface Props {
  readonly days: Days;
  /** Null while it is being counted. */
  readonly state: GstState | null;
  /** Of what the page says about the state. */
  readonly describedBy: string;
}

/** The files of the page: the return for the portal, the vouchers for Tally, and tables for whoever wants them. */
export function GstExports({ days, state, describedBy }: Props) {
  const { t } = useTranslation('reports');
  const save = useCommand('reports.exportGst');
  const table = useCommand('reports.export');
  const done = (file: string | null) => file !== null && toast.done(() => t('saved', { file }));
  const write = async (format: GstFormat) => {
    const outcome = await save.run({ ...days, format });
    if (outcome.ok) done(outcome.value.file);
  };
  const writeTable = async (report: 'taxes' | 'hsn', format: CallInput<'reports.export'>['format']) => {
    const outcome = await table.run({ ...days, report, format });
    if (outcome.ok) done(outcome.value.file);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} />}
            rightSection={<IconChevronDown size={16} />}
            loading={table.pending || save.pending}
            disabled={state === null || state === 'nothing' || state === 'nil'}
          >
            {t('export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void write('tally')}>{t('gst.tally')}</Menu.Item>
          {(['taxes', 'hsn'] as const).map((report) => (
            <div key={report}>
              <Menu.Label>{t(`names.${report}`)}</Menu.Label>
              {exportFormats.map((format) => (
                <Menu.Item key={format} onClick={() => void writeTable(report, format)}>
                  {t(`formats.${format}`)}
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        // What cannot be filed yet is not what the page is for; the line under its title says why.
        variant={state === 'ready' ? 'filled' : 'default'}
        leftSection={<IconDownload size={18} />}
        disabled={state !== 'ready' && state !== 'running' && state !== 'nil'}
        aria-describedby={describedBy}
        onClick={() => void write('gstr1')}
      >
        {t('gst.gstr1')}
      </Button>
    </>
  );
}
