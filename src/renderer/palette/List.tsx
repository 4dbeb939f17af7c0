import {
  IconArrowRight,
  IconBolt,
  IconPackage,
  IconReceipt,
  IconTruckDelivery,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../shortcuts';
import styles from './palette.module.css';
import type { Group, Row } from './useRows';

const icons: Readonly<Record<Row['kind'], TablerIcon>> = {
  page: IconArrowRight,
  action: IconBolt,
  product: IconPackage,
  customer: IconUser,
  supplier: IconTruckDelivery,
  bill: IconReceipt,
};

interface Props {
  readonly id: string;
  readonly groups: readonly Group[];
  /** Counted through all groups. */
  readonly marked: number;
  readonly onMark: (index: number) => void;
  readonly onChoose: (row: Row) => void;
}

/** What there is to choose from, group by group. The focus stays in the field above; it names the marked one. */
export function List({ id, groups, marked, onMark, onChoose }: Props) {
  const { t } = useTranslation('palette');
  let index = -1;
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('results')} className={styles.list}>
      {groups.map(({ name, rows }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list
        <div key={name} role="group" aria-label={t(`groups.${name}`)}>
          <div className={styles.group} aria-hidden="true">
            {t(`groups.${name}`)}
          </div>
          {rows.map((row) => {
            index += 1;
            const at = index;
            return (
              <Option
                key={row.id}
                id={`${id}-${at}`}
                row={row}
                isMarked={at === marked}
                onMark={() => onMark(at)}
                onChoose={() => onChoose(row)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly row: Row;
  readonly isMarked: boolean;
  readonly onMark: () => void;
  readonly onChoose: () => void;
}

function Option({ id, row, isMarked, onMark, onChoose }: OptionProps) {
  const Icon = icons[row.kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, and names the marked one
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      className={styles.option}
      data-marked={isMarked || undefined}
      // The pointer that lies still while the list changes below it marks nothing.
      onMouseMove={isMarked ? undefined : onMark}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={18} stroke={1.6} aria-hidden="true" className={styles.icon ?? ''} />
      <span className={styles.name}>{row.title}</span>
      {row.about !== '' && <span className={styles.about}>{row.about}</span>}
      {row.entry?.shortcut && <Keycap of={row.entry.shortcut} />}
    </div>
  );
}
