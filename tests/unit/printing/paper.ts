import type { Bill, PaperWidth, ProfileName } from '@shared/contract';
import { billReceipt } from '@shared/receipt';
import { encodeReceipt } from '../../../src/main/printing/escpos';
import { profiles } from '../../../src/main/printing/profiles';
import { createRaster } from '../../../src/main/printing/raster';
import { PrinterSimulator } from '../../../src/main/printing/simulator';
import { fakePages } from '../../support/paper-pages';
import { shopSettings } from '../../support/papers';

/** A bill on the paper of a simulated printer, with the bytes that got it there. */
export async function printed(
  bill: Bill,
  profile: ProfileName,
  width: PaperWidth,
  settings = shopSettings(),
): Promise<{ bytes: Uint8Array; simulator: PrinterSimulator }> {
  const paper = billReceipt(bill, settings, 'duplicate');
  const bytes = await encodeReceipt(paper, { profile: profiles[profile], width }, createRaster(fakePages()));
  const simulator = new PrinterSimulator(profiles[profile], width);
  simulator.connect({ answer: () => {}, drop: () => {} }).receive(bytes);
  return { bytes, simulator };
}
