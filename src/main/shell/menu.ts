import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from './words';

export interface MenuOptions {
  readonly words: Words;
  readonly saveDiagnostics: () => void;
}

/** Small on purpose: a counter is worked by its own keys. Hidden until Alt is pressed, but its shortcuts always work. */
export function setMenu({ words, saveDiagnostics }: MenuOptions): void {
  const isMac = process.platform === 'darwin';
  app.setAboutPanelOptions({ applicationName: 'Galla', applicationVersion: app.getVersion() });
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: words.help,
      role: 'help',
      submenu: [
        { label: words.saveDiagnostics, click: saveDiagnostics },
        { label: words.about, role: 'about' },
        { type: 'separator' },
        { label: words.quit, role: 'quit' },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
