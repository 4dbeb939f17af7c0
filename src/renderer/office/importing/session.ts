import type { CallInput, ImportCheck, ImportField, ImportPreview, ImportResult } from '@shared/contract';
import { asFailure, type CallFailure, call } from '../../live';

export type Mapping = readonly (ImportField | null)[];

/** One step after the other; each has what the one before found out. */
export type Step =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly preview: ImportPreview; readonly mapping: Mapping }
  | { readonly at: 'check'; readonly preview: ImportPreview; readonly mapping: Mapping; readonly check: ImportCheck }
  | { readonly at: 'done'; readonly result: ImportResult; readonly skipped: number };

export interface ImportState {
  readonly step: Step;
  /** What main has been asked and has not answered. */
  readonly doing: 'choosing' | 'rereading' | 'checking' | 'writing' | null;
  /** Why the last thing did not work; shown until the next one is tried. */
  readonly refused: CallFailure | null;
}

export type ImportSession = ReturnType<typeof createImportSession>;

/**
 * The import as the screen knows it. It lives longer than the screen: whoever goes to the counter to sell while a long
 * list is checked or written finds it here again, and its result.
 */
export function createImportSession() {
  let state: ImportState = { step: { at: 'file' }, doing: null, refused: null };
  const listeners = new Set<() => void>();
  const set = (next: Partial<ImportState>) => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };
  /** One thing at a time; what main refuses stays on the screen in words. */
  const ask = async <T>(doing: ImportState['doing'], work: () => Promise<T>, then: (value: T) => Step | null) => {
    if (state.doing !== null) return;
    set({ doing, refused: null });
    try {
      const value = await work();
      set({ doing: null, step: then(value) ?? state.step });
    } catch (error) {
      const failure = asFailure(error);
      const isGone = failure.code === 'import_stale' || failure.code === 'file_unreadable';
      const isOver = failure.code === 'cancelled' || isGone;
      set({
        doing: null,
        refused: failure.code === 'cancelled' ? null : failure,
        ...(isOver && { step: { at: 'file' } }),
      });
    }
  };
  const toColumns = (preview: ImportPreview): Step => ({ at: 'columns', preview, mapping: preview.mapping });

  return {
    get: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: () =>
      ask(
        'choosing',
        () => call('import.choose', {}),
        (preview) => preview && toColumns(preview),
      ),
    reread: (how: CallInput<'import.reread'>) => ask('rereading', () => call('import.reread', how), toColumns),
    check: (preview: ImportPreview, mapping: Mapping) =>
      ask(
        'checking',
        () => call('import.check', { token: preview.token, mapping: [...mapping] }),
        (check) => ({ at: 'check', preview, mapping, check }),
      ),
    write: ({ token }: ImportPreview, { skipped }: ImportCheck) =>
      ask(
        'writing',
        () => call('import.run', { token }),
        (result) => ({ at: 'done', result, skipped: skipped + result.skipped }),
      ),
    go: (step: Step) => set({ step, refused: null }),
  };
}

let current: { readonly staffId: string; readonly session: ImportSession } | null = null;

/** The import of the person who is signed in; nobody finds another one's file. */
export function importSessionOf(staffId: string): ImportSession {
  if (current?.staffId !== staffId) current = { staffId, session: createImportSession() };
  return current.session;
}
