import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui';

interface Props {
  readonly title: string;
  /** "Show all bills": the way back to the whole list. */
  readonly showAll: string;
  readonly onShowAll: () => void;
  readonly children?: ReactNode;
}

/** A list that is not empty, but of which nothing fits what is searched for. */
export function NothingFound({ title, showAll, onShowAll, children }: Props) {
  return (
    <EmptyState
      icon={<IconSearch size={32} stroke={1.5} />}
      title={title}
      action={
        <Button variant="default" onClick={onShowAll}>
          {showAll}
        </Button>
      }
    >
      {children}
    </EmptyState>
  );
}
