import '../theme/office.css';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconClockPlay, IconLifebuoy, IconLock, IconSchool, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openClockDialog } from '../clock';
import { useCommand } from '../live';
import { useLock } from '../lock';
import { useTill } from '../shop';
import { Keycap, mayPress, press } from '../shortcuts';
import { openTrainingDialog } from '../training';
import { useSaveDiagnostics } from '../ui';
import styles from './TillMenu.module.css';

/** What belongs to the person and the machine, not to a screen. */
export default function TillMenu({ startsOpen, children }: { startsOpen: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const { version, user, training } = useTill();
  const lock = useLock();
  const end = useCommand('system.endTraining');
  const diagnostics = useSaveDiagnostics();
  return (
    <Menu
      defaultOpened={startsOpen}
      width={260}
      position="bottom-end"
      classNames={{ dropdown: styles.dropdown ?? '', item: styles.item ?? '' }}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t(`common.role.${user.role}`)} · {t('frame.version', { version })}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('frame.appearance')}</Menu.Label>
        <Appearance />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconClockPlay size={18} stroke={1.6} />}
          onClick={openClockDialog}
          rightSection={<Keycap of="clock" />}
        >
          {t('counter.actions.clock')}
        </Menu.Item>
        <FindAnything />
        <Menu.Item
          leftSection={<IconSchool size={18} stroke={1.6} />}
          onClick={() => (training ? void end.run({}) : openTrainingDialog())}
        >
          {training ? t('training.end') : t('training.start')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLifebuoy size={18} stroke={1.6} />} onClick={diagnostics.save}>
          {t('frame.saveDiagnostics')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLock size={18} stroke={1.6} />} onClick={lock} rightSection={<Keycap of="lock" />}>
          {t('counter.actions.lock')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Not while a payment is half done. Drawn anew each time the menu opens, which is when it looks. */
function FindAnything() {
  const { t } = useTranslation();
  return (
    <Menu.Item
      disabled={!mayPress('palette')}
      leftSection={<IconSearch size={18} stroke={1.6} />}
      onClick={() => press('palette')}
      rightSection={<Keycap of="palette" />}
    >
      {t('counter.actions.palette')}
    </Menu.Item>
  );
}

const schemes = ['light', 'dark', 'auto'] as const;

function Appearance() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (value: string) => setColorScheme(schemes.find((scheme) => scheme === value) ?? 'auto');
  return (
    <Menu.RadioGroup value={colorScheme} onChange={choose}>
      {schemes.map((scheme) => (
        <Menu.RadioItem key={scheme} value={scheme}>
          {t(`frame.${scheme}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
