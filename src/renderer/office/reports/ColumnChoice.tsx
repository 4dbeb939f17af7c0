import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './reports.module.css';
import type { ReportColumns } from './useReportColumns';

/** Which columns the table shows, and how many it has no room for: nothing is gone without a word. */
export function ColumnChoice({ columns: { all, onShow, onUsual } }: { columns: ReportColumns }) {
  const { t } = useTranslation('reports');
  const hidden = all.filter(({ isShown }) => !isShown).length;
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={18} stroke={1.6} />}>
          {hidden === 0 ? t('choice.title') : t('choice.hidden', { count: hidden })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.choice ?? ''}>
        {all.map(({ key, title, isShown }) => (
          <Menu.CheckboxItem
            key={key}
            checked={isShown}
            // The last one stays: a table without columns says nothing.
            disabled={isShown && hidden === all.length - 1}
            onChange={(checked) => onShow(key, checked)}
          >
            {title}
          </Menu.CheckboxItem>
        ))}
        {onUsual && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={onUsual}>{t('choice.usual')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
