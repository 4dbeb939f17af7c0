/**
 * Fetches the faces that every screen is written in (the sign of the rupee has one of its own). A layout that meets a face
 * too early looks for another font on the system, which takes longer than the rest of it, and is thrown away.
 */
export async function loadFonts(): Promise<void> {
  // Without its font a screen can still be read.
  await document.fonts.load("1em 'Inter Variable'", 'A₹').catch(() => undefined);
}
