import { words } from '../i18n';
import type { CallFailure } from '../live';
import type { Say, Toast } from './toasts';

/** The library behind it is fetched with the first one. */
const show = async (toast: Toast): Promise<void> => {
  const { showToast } = await import('./toasts');
  showToast(toast);
};

/** The sentence for a refusal, in the person's language. */
export function failureWords(failure: CallFailure): string {
  return words(`errors.${failure.code}`, failure.params);
}

/** What is said in passing. A sentence is asked for when it is shown, so that it is in the language of the page. */
export const toast = {
  info: (say: Say) => void show({ tone: 'info', say }),
  done: (say: Say) => void show({ tone: 'done', say }),
  attention: (say: Say) => void show({ tone: 'attention', say }),
  /** It was done, but not all of it: read wherever one is by now, like a refusal. */
  partly: (say: Say) => void show({ tone: 'attention', say, stays: 'partly' }),
  /** From another till, whatever page it finds: it is there long enough to be read. */
  news: (say: Say) => void show({ tone: 'attention', say, stays: 'news' }),
  /** Something was taken away; for a few seconds there is a way back. Instead of asking first. */
  undo: (say: Say, undo: () => void) => void show({ tone: 'info', say, undo }),
  /** What could be taken back no longer can: the screen has gone on. */
  forgetUndo: () => void import('./toasts').then(({ hideUndo }) => hideUndo()),
  /** Nobody is there to read them. */
  forgetAll: () => void import('./toasts').then(({ hideAll }) => hideAll()),
  refused: (failure: CallFailure) => void show({ tone: 'loss', say: () => failureWords(failure) }),
};
