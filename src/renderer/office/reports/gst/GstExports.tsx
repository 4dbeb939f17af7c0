import { Button, Menu, Tooltip } from '@mantine/core';
import type { CallInput, GstFormat, GstReturn } from '@shared/contract';
import { exportFormats } from '@shared/reports';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../live';
import { toast } from '../../../ui';
import type { Days } from '../period';

interface Props {
  readonly days: Days;
  /** Null while it is being counted. */
  readonly shown: GstReturn | null;
}

/** The files of the page: the return for the portal, the vouchers for Tally, and tables for whoever wants them. */
export function GstExports({ days, shown }: Props) {
  const { t } = useTranslation('reports');
  const save = useCommand('reports.exportGst');
  const table = useCommand('reports.export');
  const done = (file: string | null) => file !== null && toast.done(t('saved', { file }));
  const write = async (format: GstFormat) => {
    const outcome = await save.run({ ...days, format });
    if (outcome.ok) done(outcome.value.file);
  };
  const writeTable = async (report: 'taxes' | 'hsn', format: CallInput<'reports.export'>['format']) => {
    const outcome = await table.run({ ...days, report, format });
    if (outcome.ok) done(outcome.value.file);
  };
  const why = shown === null ? null : whyNot(shown);
  const cannot = shown === null || why !== null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} />}
            rightSection={<IconChevronDown size={16} />}
            loading={table.pending || save.pending}
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
      <Tooltip label={why === null ? '' : t(`gst.${why}`)} disabled={why === null} multiline maw={280}>
        <Button
          leftSection={<IconDownload size={18} />}
          // Still there for the keyboard, which the reason is for too.
          data-disabled={cannot}
          aria-disabled={cannot}
          onClick={() => {
            if (!cannot) void write('gstr1');
            else if (why !== null) toast.attention(t(`gst.${why}`));
          }}
        >
          {t('gst.gstr1')}
        </Button>
      </Tooltip>
    </>
  );
}

function whyNot({ code, problems }: GstReturn): 'noPeriod' | 'stopped' | null {
  if (code === null) return 'noPeriod';
  return problems.some(({ stops }) => stops) ? 'stopped' : null;
}
