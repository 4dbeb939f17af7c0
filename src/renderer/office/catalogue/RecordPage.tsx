import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Live } from '../../live';
import { Page } from '../../ui/office';
import { CreateButton, Loaded, RowAction, type RowColumn, RowName, RowTable, Tag } from '../parts';
import { CatalogueSections } from './CatalogueSections';

interface Describing {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

interface Props<R extends Describing> {
  readonly records: Live<readonly R[]>;
  /** Names the list for a screen reader. */
  readonly label: string;
  /** Columns after the name. */
  readonly columns: readonly RowColumn<R>[];
  readonly mayEdit: boolean;
  readonly create: string;
  readonly onCreate: () => void;
  readonly onEdit: (record: R) => void;
  readonly onRemove: (id: string, name: string) => void;
  /** More that can be done with one, before "edit" and "remove". */
  readonly extra?: (record: R) => ReactNode;
  /** In the order they are shown, and how far in each stands; without it as they come. */
  readonly arrange?: (records: readonly R[]) => readonly R[];
  readonly depthOf?: (record: R) => number;
  /** What is said when there is none. */
  readonly empty: ReactNode;
  /** The dialog over it. */
  readonly children: ReactNode;
}

/** One list of what describes products: names, what there is to say of each, and what can be done with it. */
export function RecordPage<R extends Describing>(props: Props<R>) {
  const { records, label, columns, mayEdit, create, onCreate, onEdit, onRemove, extra, arrange, depthOf } = props;
  const { t } = useTranslation();
  const name: RowColumn<R> = {
    key: 'name',
    title: t('office.catalogue.name'),
    width: '40%',
    cell: (record) => (
      <RowName name={record.name} depth={depthOf?.(record) ?? 0}>
        {!record.active && <Tag>{t('office.catalogue.inactive')}</Tag>}
      </RowName>
    ),
  };
  return (
    <Page
      title={t('office.products.title')}
      note={<CatalogueSections />}
      actions={mayEdit && <CreateButton onCreate={onCreate}>{create}</CreateButton>}
    >
      <Loaded of={records}>
        {(list) =>
          list.length === 0 ? (
            props.empty
          ) : (
            <RowTable
              label={label}
              columns={[name, ...columns]}
              rows={arrange?.(list) ?? list}
              isMuted={({ active }) => !active}
              actions={
                mayEdit &&
                ((record) => (
                  <>
                    {extra?.(record)}
                    <RowAction
                      label={t('office.editNamed', { name: record.name })}
                      icon={IconPencil}
                      onClick={() => onEdit(record)}
                    />
                    <RowAction
                      label={t('office.removeNamed', { name: record.name })}
                      icon={IconTrash}
                      onClick={() => onRemove(record.id, record.name)}
                    />
                  </>
                ))
              }
            />
          )
        }
      </Loaded>
      {props.children}
    </Page>
  );
}
