import { type BrowserWindow, dialog } from 'electron';
import type { Words } from './words';

/** The system's own dialogs. Each answers null when the person cancelled. */
export function createDialogs(window: () => BrowserWindow, words: () => Words) {
  return {
    async chooseImportFile(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: words().chooseImport,
        properties: ['openFile'],
        filters: [{ name: words().tables, extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },

    async chooseDiagnosticsFile(suggestion: string): Promise<string | null> {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: words().saveDiagnostics,
        defaultPath: suggestion,
        filters: [{ name: 'ZIP', extensions: ['zip'] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },

    /** Told once after an end by a bug; nothing waits for the answer. */
    tellRestarted(): void {
      const { restartedTitle, restarted, continueWork } = words();
      void dialog.showMessageBox(window(), {
        type: 'info',
        title: 'Galla',
        message: restartedTitle,
        detail: restarted,
        buttons: [continueWork],
      });
    },

    /** Before there is a window, or when starting again has not helped. */
    tellGivingUp(): void {
      dialog.showErrorBox(words().givingUpTitle, words().givingUp);
    },
  };
}

export type Dialogs = ReturnType<typeof createDialogs>;
