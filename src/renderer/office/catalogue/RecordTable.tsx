import { ActionIcon, Badge, Table } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './catalogue.module.css';

export interface RecordRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** How far in it stands, in a tree. */
  readonly depth?: number;
  /** In the order of the columns. */
  readonly cells: readonly ReactNode[];
  /** More that can be done with it, before "edit" and "remove". */
  readonly extra?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly columns: readonly { readonly title: string; readonly align?: 'end'; readonly width?: string }[];
  readonly rows: readonly RecordRow[];
  readonly mayEdit: boolean;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** A short list of what describes products: all of it at once, with what can be done at the end of each row. */
export function RecordTable({ label, columns, rows, mayEdit, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.scroll} aria-label={label} data-scroll="">
      <Table
        stickyHeader
        highlightOnHover
        borderColor="var(--line)"
        highlightOnHoverColor="var(--hover)"
        verticalSpacing="xs"
        aria-label={label}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={columns[0]?.width === undefined ? '40%' : undefined}>{t('office.catalogue.name')}</Table.Th>
            {columns.map(({ title, align, width }) => (
              <Table.Th key={title} ta={align} w={width}>
                {title}
              </Table.Th>
            ))}
            {mayEdit && (
              <Table.Th w={140}>
                <span className="unseen">{t('office.catalogue.actions')}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, name, active, depth = 0, cells, extra }) => (
            <Table.Tr key={id} data-muted={!active || undefined}>
              <Table.Td>
                <span className={styles.name} style={{ paddingInlineStart: depth * 24 }}>
                  {name}
                  {!active && (
                    <Badge size="sm" tt="none" fw={550} variant="default">
                      {t('office.catalogue.inactive')}
                    </Badge>
                  )}
                </span>
              </Table.Td>
              {cells.map((cell, index) => (
                <Table.Td key={columns[index]?.title} ta={columns[index]?.align}>
                  {cell}
                </Table.Td>
              ))}
              {mayEdit && (
                <Table.Td>
                  <span className={styles.actions}>
                    {extra}
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={36}
                      aria-label={t('office.catalogue.editNamed', { name })}
                      onClick={() => onEdit(id)}
                    >
                      <IconPencil size={18} stroke={1.6} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={36}
                      aria-label={t('office.catalogue.removeNamed', { name })}
                      onClick={() => onRemove(id)}
                    >
                      <IconTrash size={18} stroke={1.6} />
                    </ActionIcon>
                  </span>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
