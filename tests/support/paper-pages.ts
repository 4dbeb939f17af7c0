import type { GreyPicture, HiddenPage, PagePort } from '../../src/main/printing';

/** Stands in for the hidden window: one grey line for each page, and every page that was asked for. */
export function fakePages(): PagePort & { readonly pages: HiddenPage[] } {
  const pages: HiddenPage[] = [];
  return {
    pages,
    async picture(page, width): Promise<GreyPicture> {
      pages.push(page);
      return { width, height: 24, grey: new Uint8Array(width * 24).fill(90) };
    },
    async pdf(page) {
      pages.push(page);
      return Buffer.from('%PDF-1.7\n');
    },
  };
}
