// @vitest-environment happy-dom
import { notificationsStore } from '@mantine/notifications';
import { render } from '@testing-library/react';
import { createElement } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ShortcutScope } from '../../shortcuts';
import { hideAll, showToast, type Toast } from '.';
import { staysFor } from './belonging';

const ids = () => notificationsStore.getState().notifications.map(({ id }) => id);
const tones = () =>
  notificationsStore.getState().notifications.map(({ attributes }) => attributes?.root?.['data-tone']);

async function goTo(path: string): Promise<void> {
  const gone = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
  location.hash = path;
  await gone;
}

const show = (toast: Partial<Toast> & Pick<Toast, 'tone'>) => showToast({ say: () => 'said', ...toast });

beforeEach(async () => {
  hideAll();
  await goTo(`/${crypto.randomUUID()}`);
});

describe('a toast', () => {
  it('that something was done goes with the page that the command led to', async () => {
    show({ tone: 'done' });
    await goTo('/the-record');
    expect(ids()).toHaveLength(1);
    await goTo('/another-page');
    expect(ids()).toEqual([]);
  });

  it.each(['pointerdown', 'keydown'])(
    'that something was done goes with its page once a %s leads on',
    async (press) => {
      await goTo('/settings');
      show({ tone: 'done' });
      document.body.dispatchEvent(new Event(press, { bubbles: true }));
      expect(ids()).toHaveLength(1);
      await goTo('/customers');
      expect(ids()).toEqual([]);
    },
  );

  it('about what is in the way goes as soon as something else is chosen on the page', async () => {
    await goTo('/reports/gst?from=2026-10-01');
    show({ tone: 'attention' });
    await goTo('/reports/gst?from=2026-11-01');
    expect(ids()).toEqual([]);
  });

  it('about what is in the way goes with the next press on the page, and what was done stays', () => {
    show({ tone: 'attention' });
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(ids()).toEqual([]);
    show({ tone: 'done' });
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(ids()).toHaveLength(1);
  });

  it('that was refused, offers to undo or is news stays its time, whatever page there is', async () => {
    show({ tone: 'loss' });
    show({ tone: 'info', undo: () => undefined });
    show({ tone: 'attention', stays: 'news' });
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await goTo('/another-page');
    expect(ids()).toHaveLength(3);
  });

  it('takes the place of the one before; of refusals there is one too', () => {
    show({ tone: 'attention' });
    show({ tone: 'done' });
    show({ tone: 'loss' });
    show({ tone: 'loss' });
    show({ tone: 'done' });
    expect(tones()).toEqual(['loss', 'done']);
  });

  it('that only a part was done is read wherever one goes, like a refusal', async () => {
    show({ tone: 'attention', stays: 'partly' });
    show({ tone: 'done' });
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await goTo('/another-page');
    expect(tones()).toEqual(['attention']);
  });

  it('about what is in the way goes with its dialog, and with no other', () => {
    const below = render(createElement(ShortcutScope, null, null));
    const above = render(createElement(ShortcutScope, null, null));
    show({ tone: 'attention' });
    below.unmount();
    expect(ids()).toHaveLength(1);
    above.unmount();
    expect(ids()).toEqual([]);
  });

  it('stays to be read for 8 s where it belongs to no page, else for 4', () => {
    const said = { say: () => 'said' };
    expect(staysFor({ ...said, tone: 'done' })).toBe(4000);
    expect(staysFor({ ...said, tone: 'attention' })).toBe(4000);
    expect(staysFor({ ...said, tone: 'loss' })).toBe(8000);
    expect(staysFor({ ...said, tone: 'attention', stays: 'news' })).toBe(8000);
    expect(staysFor({ ...said, tone: 'attention', stays: 'partly' })).toBe(8000);
    expect(staysFor({ ...said, tone: 'info', undo: () => undefined })).toBe(8000);
  });
});
