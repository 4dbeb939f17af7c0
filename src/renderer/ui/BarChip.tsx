import { UnstyledButton } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import styles from './BarChip.module.css';

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'className'> {
  readonly icon: TablerIcon;
  /** Quiet while all is well; plain where it is to be read; attention where somebody has to do something. */
  readonly tone?: 'quiet' | 'plain' | 'attention';
}

/** A state in the top bar: a sign and words. A button where something is behind it. */
export function BarChip({ icon: Icon, tone = 'quiet', children, ...button }: Props) {
  const content = (
    <>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      {children}
    </>
  );
  return button.onClick ? (
    <UnstyledButton {...button} className={styles.root ?? ''} data-tone={tone}>
      {content}
    </UnstyledButton>
  ) : (
    <span title={button.title} className={styles.root} data-tone={tone}>
      {content}
    </span>
  );
}
