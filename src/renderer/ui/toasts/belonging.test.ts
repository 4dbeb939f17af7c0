// @vitest-environment happy-dom
import { notificationsStore } from '@mantine/notifications';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '../../i18n';
import { hideAll, showToast, type Toast } from '.';

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
  vi.useRealTimers();
  await goTo(`/${crypto.randomUUID()}`);
});

describe('a toast', () => {
  it('that something was done goes with the page that the command led to', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    show({ tone: 'done' });
    await goTo('/the-record');
    expect(ids()).toHaveLength(1);
    vi.advanceTimersByTime(500);
    await goTo('/another-page');
    expect(ids()).toEqual([]);
  });

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
    show({ tone: 'attention', isNews: true });
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

  it('whose sentence was made in one language does not stay for another', async () => {
    show({ tone: 'done', say: 'Saved' });
    await i18n.changeLanguage('hi');
    expect(ids()).toEqual([]);
    show({ tone: 'done' });
    await i18n.changeLanguage('en');
    expect(ids()).toHaveLength(1);
  });
});
