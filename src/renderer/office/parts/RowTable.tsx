import { ActionIcon, Badge, Table } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './RowTable.module.css';

export interface RowColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** The title is for a screen reader: what stands in the cells speaks for itself. */
  readonly isUntitled?: true;
  readonly width?: string;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  /** Names the table for a screen reader. */
  readonly label: string;
  readonly columns: readonly RowColumn<Row>[];
  readonly rows: readonly Row[];
  readonly isMuted?: (row: Row) => boolean;
  /** What can be done with a row, at its end: `RowAction`s, or buttons with words. */
  readonly actions?: ((row: Row) => ReactNode) | false;
}

/** A short list, all of it at once; what may grow without end is a `VirtualTable`. */
export function RowTable<Row extends { readonly id: string }>(props: Props<Row>) {
  const { label, columns, rows, isMuted, actions } = props;
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to be able to
    <section className={styles.root} aria-label={label} tabIndex={0}>
      <Table
        stickyHeader
        highlightOnHover
        borderColor="var(--line)"
        highlightOnHoverColor="var(--hover)"
        verticalSpacing="xs"
        horizontalSpacing="md"
        aria-label={label}
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, title, isUntitled, align, width }) => (
              <Table.Th key={key} ta={align} w={width}>
                {isUntitled ? <span className="unseen">{title}</span> : title}
              </Table.Th>
            ))}
            {actions && (
              <Table.Th w={1}>
                <span className="unseen">{t('office.actions')}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id} data-muted={isMuted?.(row) || undefined}>
              {columns.map(({ key, align, cell }) => (
                <Table.Td key={key} ta={align}>
                  {cell(row)}
                </Table.Td>
              ))}
              {actions && (
                <Table.Td>
                  <span className={styles.actions}>{actions(row)}</span>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

interface ActionProps {
  /** With the row's name in it: "Edit Asha". */
  readonly label: string;
  readonly icon: TablerIcon;
  readonly onClick: () => void;
}

/** One thing that can be done with a row. */
export function RowAction({ label, icon: Icon, onClick }: ActionProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} title={label} onClick={onClick}>
      <Icon size={18} stroke={1.6} />
    </ActionIcon>
  );
}

interface NameProps {
  readonly name: string;
  /** How far in it stands, in a tree. */
  readonly depth?: number;
  /** Marks behind the name. */
  readonly children?: ReactNode;
}

/** The name a row goes by, and its marks. */
export function RowName({ name, depth = 0, children }: NameProps) {
  return (
    <span className={styles.name} style={{ paddingInlineStart: depth * 24 }}>
      <span className={styles.nameText} title={name}>
        {name}
      </span>
      {children}
    </span>
  );
}

/** A word about a record, behind its name. Plain: it is out of use; `attention`: somebody should look. */
export function Tag({ tone, children }: { tone?: 'accent' | 'attention'; children: string }) {
  return (
    <Badge
      size="sm"
      tt="none"
      fw={550}
      variant={tone === undefined ? 'default' : 'light'}
      {...(tone === 'attention' && { c: 'var(--attention)', bg: 'var(--attention-wash)' })}
    >
      {children}
    </Badge>
  );
}
