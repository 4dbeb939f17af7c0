/** Pages that are printed rather than shown: drawn into dots, or into a PDF. */
import { drawPage } from './draw';
import { type HiddenPage, HiddenPages } from './hidden-pages';

export { hiddenPath, isHidden } from './hidden-pages';

/** The page's own `@page` decides margins and size; `paper` says the same for what has no rule of its own. */
export function createPaperPages() {
  const pages = new HiddenPages();
  return {
    /** What `serveApp` answers at `hiddenPath`. */
    current: pages.current,
    picture: (page: HiddenPage, width: number) => drawPage(pages, page, width),
    pdf: (page: HiddenPage, paper: 'A4' | 'A5'): Promise<Uint8Array> =>
      pages.use(page, { width: 800, height: 1100, draws: false }, (window) =>
        window.webContents.printToPDF({ pageSize: paper, printBackground: true, preferCSSPageSize: true }),
      ),
  };
}
