import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './PageTabs.module.css';

interface Tab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** Its own scroll is the panel's. */
  readonly content: ReactNode;
}

interface Props<Name extends string> {
  readonly value: Name;
  readonly onChange: (name: Name) => void;
  readonly tabs: readonly Tab<Name>[];
}

/**
 * Parts of one record or form, side by side; screens of their own are `Sections`, and look the same. All stay on the screen's
 * back: what was typed in one is still there after a look at another.
 */
export function PageTabs<Name extends string>({ value, onChange, tabs }: Props<Name>) {
  return (
    <Tabs
      value={value}
      onChange={(chosen) => {
        const tab = tabs.find(({ name }) => name === chosen);
        if (tab) onChange(tab.name);
      }}
      classNames={{
        root: styles.root ?? '',
        list: styles.list ?? '',
        tab: styles.tab ?? '',
        panel: styles.panel ?? '',
      }}
    >
      <Tabs.List>
        {tabs.map(({ name, title }) => (
          <Tabs.Tab key={name} value={name}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
