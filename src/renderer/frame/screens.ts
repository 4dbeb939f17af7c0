import type { Permission } from '@shared/roles';
import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { frame } from '../i18n/en/frame';

export interface Screen {
  /** In the address after `#`, with everything below it. */
  readonly path: string;
  /** Its word in the rail. */
  readonly name: Exclude<keyof typeof frame.nav, 'label'>;
  readonly icon: TablerIcon;
  /** Who sees it. */
  readonly permission: Permission;
  /** Fetched when first wanted, or when the counter has nothing else to do. */
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** The office's screens, in the order of the rail. The counter is none of them: it is in the first chunk. */
export const screens: readonly Screen[] = [];
