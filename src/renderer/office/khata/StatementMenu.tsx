import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { toast } from '../../ui';
import { type Days, daysQuery } from '../parts';
import { khataCalls, type PartyOnPage } from './calls';

const ways = [
  ['file', 'pdf'],
  ['whatsapp', 'whatsapp'],
  ['mail', 'mail'],
] as const;

/** The days on the screen as a statement: a PDF, and the message that it goes with. */
export function StatementMenu({ party, days }: { party: PartyOnPage; days: Days }) {
  const { t } = useTranslation();
  const save = useCommand(khataCalls[party.kind].saveStatement);
  const run = async (by: (typeof ways)[number][0]) => {
    const outcome = await save.run({ id: party.id, ...daysQuery(days), by });
    if (!outcome.ok || outcome.value.file === null) return;
    const { file, messageOpened } = outcome.value;
    if (by === 'file' || messageOpened) toast.done(() => t('office.khata.saved', { file }));
    else toast.partly(() => t('office.khata.savedOnly', { file }));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconFileText size={18} stroke={1.6} />}
          rightSection={<IconChevronDown size={16} />}
          loading={save.pending}
        >
          {t('office.khata.statement')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(([by, word]) => (
          <Menu.Item key={by} onClick={() => void run(by)}>
            {t(`office.khata.${word}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
