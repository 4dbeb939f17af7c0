import type { Permission } from '@shared/roles';
import {
  IconAlertTriangle,
  IconBell,
  IconCake,
  IconCash,
  IconChartBar,
  IconDevices,
  IconFileImport,
  IconLayoutDashboard,
  IconPackage,
  IconPackages,
  IconPlugConnected,
  IconReceipt,
  IconSettings,
  IconUserShield,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Words } from '../i18n';

export interface Screen {
  /** In the address after `#`, with everything below it. */
  readonly path: string;
  /** Whether it stands in the rail; the others are reached from a screen that does, and light its entry. */
  readonly inRail: boolean;
  /** The screen of the rail that leads to it. */
  readonly within?: string;
  /** Its word in the rail. */
  readonly name: Exclude<keyof Words['frame']['nav'], 'label'>;
  readonly icon: TablerIcon;
  /** Who sees it. */
  readonly permission: Permission;
  /** Fetched when first wanted, or when the counter has nothing else to do. */
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** The office's screens, in the order of the rail. The counter is none of them: it is in the first chunk. */
export const screens: readonly Screen[] = [
  {
    path: '/dashboard',
    name: 'dashboard',
    inRail: true,
    icon: IconLayoutDashboard,
    permission: 'reports.view',
    load: () => import('../office/dashboard'),
  },
  {
    path: '/bills',
    name: 'bills',
    inRail: true,
    icon: IconReceipt,
    permission: 'sell',
    load: () => import('../office/bills'),
  },
  {
    path: '/orders',
    name: 'orders',
    inRail: true,
    icon: IconCake,
    permission: 'sell',
    load: () => import('../office/orders'),
  },
  {
    path: '/shifts',
    name: 'shifts',
    inRail: true,
    icon: IconCash,
    permission: 'reports.view',
    load: () => import('../office/shifts'),
  },
  {
    path: '/reports',
    name: 'reports',
    inRail: true,
    icon: IconChartBar,
    permission: 'reports.view',
    load: () => import('../office/reports'),
  },
  {
    path: '/products',
    name: 'products',
    inRail: true,
    icon: IconPackage,
    permission: 'member',
    load: () => import('../office/products'),
  },
  {
    path: '/stock',
    name: 'stock',
    inRail: true,
    icon: IconPackages,
    permission: 'member',
    load: () => import('../office/stock'),
  },
  {
    path: '/import',
    name: 'import',
    inRail: false,
    within: '/products',
    icon: IconFileImport,
    permission: 'catalogue.edit',
    load: () => import('../office/importing'),
  },
  {
    path: '/customers',
    name: 'customers',
    inRail: true,
    icon: IconUsers,
    permission: 'member',
    load: () => import('../office/customers'),
  },
  {
    path: '/alerts',
    name: 'alerts',
    inRail: true,
    icon: IconBell,
    permission: 'member',
    load: () => import('../office/alerts'),
  },
  {
    path: '/attention',
    name: 'attention',
    inRail: false,
    within: '/alerts',
    icon: IconAlertTriangle,
    permission: 'member',
    load: () => import('../office/attention'),
  },
  {
    path: '/staff',
    name: 'staff',
    inRail: true,
    icon: IconUserShield,
    permission: 'attendance.edit',
    load: () => import('../office/staff'),
  },
  {
    path: '/terminals',
    name: 'terminals',
    inRail: true,
    icon: IconDevices,
    permission: 'settings.edit',
    load: () => import('../office/terminals'),
  },
  {
    path: '/connection',
    name: 'connection',
    inRail: false,
    within: '/terminals',
    icon: IconPlugConnected,
    permission: 'member',
    load: () => import('../office/terminals/connection'),
  },
  {
    path: '/settings',
    name: 'settings',
    inRail: true,
    icon: IconSettings,
    permission: 'settings.edit',
    load: () => import('../office/settings'),
  },
];
