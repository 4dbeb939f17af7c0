import {
  type BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import type { Words } from './words';

/** The system's own dialogs, on top of the window while there is one. Each answers null when the person cancelled. */
export function createDialogs(window: () => BrowserWindow | null, words: () => Words) {
  const open = (options: OpenDialogOptions) => {
    const parent = window();
    return parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options);
  };
  const save = (options: SaveDialogOptions) => {
    const parent = window();
    return parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options);
  };
  const tell = (options: MessageBoxOptions) => {
    const parent = window();
    return parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options);
  };

  return {
    async chooseImportFile(): Promise<string | null> {
      const { canceled, filePaths } = await open({
        title: words().chooseImport,
        properties: ['openFile'],
        filters: [{ name: words().tables, extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },

    async chooseDiagnosticsFile(suggestion: string): Promise<string | null> {
      const { canceled, filePath } = await save({
        title: words().saveDiagnostics,
        defaultPath: suggestion,
        filters: [{ name: 'ZIP', extensions: ['zip'] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },

    async chooseInvoiceFile(suggestion: string): Promise<string | null> {
      const { canceled, filePath } = await save({
        title: words().saveInvoice,
        defaultPath: suggestion,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },

    async chooseLabelFile(suggestion: string): Promise<string | null> {
      const extension = suggestion.slice(suggestion.lastIndexOf('.') + 1);
      const { canceled, filePath } = await save({
        title: words().saveLabels,
        defaultPath: suggestion,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },

    async chooseReportFile(suggestion: string): Promise<string | null> {
      const extension = suggestion.slice(suggestion.lastIndexOf('.') + 1);
      const { canceled, filePath } = await save({
        title: words().saveReport,
        defaultPath: suggestion,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },

    /** Told once after an end by a bug; nothing waits for the answer. */
    tellRestarted(): void {
      const { restartedTitle, restarted, continueWork } = words();
      void tell({
        type: 'info',
        title: 'Galla',
        message: restartedTitle,
        detail: restarted,
        buttons: [continueWork],
      });
    },

    /** Asked for in the menu, where no page can say it. */
    tellNotSaved(): void {
      const { notSavedTitle, notSaved, continueWork } = words();
      void tell({ type: 'error', title: 'Galla', message: notSavedTitle, detail: notSaved, buttons: [continueWork] });
    },

    /** Before there is a window, or when starting again has not helped. */
    tellGivingUp(): void {
      dialog.showErrorBox(words().givingUpTitle, words().givingUp);
    },
  };
}
