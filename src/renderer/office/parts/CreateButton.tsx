import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Keycap, useShortcut } from '../../shortcuts';

interface Props {
  readonly onCreate: () => void;
  /** `default` where another action is the primary one. */
  readonly variant?: 'filled' | 'default';
  readonly children: ReactNode;
}

/** The page's primary action: makes a new one of what is listed. Its key works as long as the button is there. */
export function CreateButton({ onCreate, variant = 'filled', children }: Props) {
  useShortcut('create', onCreate);
  return (
    <Button
      variant={variant}
      leftSection={<IconPlus size={18} />}
      rightSection={<Keycap of="create" />}
      onClick={onCreate}
    >
      {children}
    </Button>
  );
}
