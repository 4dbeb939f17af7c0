import { words } from '../i18n';
import type { CallFailure } from '../live';
import type { Toast } from './toasts';

/** The library behind it is fetched with the first one. */
const show = async (toast: Toast): Promise<void> => {
  const { showToast } = await import('./toasts');
  showToast(toast);
};

/** The sentence for a refusal, in the person's language. */
export function failureWords(failure: CallFailure): string {
  return words(`errors.${failure.code}`, failure.params);
}

export const toast = {
  info: (text: string) => void show({ tone: 'info', text }),
  done: (text: string) => void show({ tone: 'done', text }),
  attention: (text: string) => void show({ tone: 'attention', text }),
  /** Something was taken away; for a few seconds there is a way back. Instead of asking first. */
  undo: (text: string, undo: () => void) => void show({ tone: 'info', text, undo }),
  /** What could be taken back no longer can: the screen has gone on. */
  forgetUndo: () => void import('./toasts').then(({ hideUndo }) => hideUndo()),
  /** Nobody is there to read them. */
  forgetAll: () => void import('./toasts').then(({ hideAll }) => hideAll()),
  refused: (failure: CallFailure) => void show({ tone: 'loss', text: failureWords(failure) }),
};
