import { Button, Menu } from '@mantine/core';
import type { ReportQuestion } from '@shared/contract';
import { exportFormats } from '@shared/reports';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { useFormat } from '../../shop';
import { toast } from '../../ui';

/** The whole report as a file, whatever of it is on the screen; of nothing there is no file. */
export function SaveAs({ question, isEmpty = false }: { question: ReportQuestion; isEmpty?: boolean }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const save = useCommand('reports.export');
  const run = async (as: (typeof exportFormats)[number]) => {
    const outcome = await save.run({ ...question, format: as });
    if (!outcome.ok || outcome.value.file === null) return;
    const { file, shortened } = outcome.value;
    if (shortened === null) toast.done(() => t('saved', { file }));
    else toast.partly(() => t('shortened', { file, rows: format.count(shortened) }));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          rightSection={<IconChevronDown size={16} />}
          loading={save.pending}
          disabled={isEmpty}
        >
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportFormats.map((each) => (
          <Menu.Item key={each} onClick={() => void run(each)}>
            {t(`formats.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
