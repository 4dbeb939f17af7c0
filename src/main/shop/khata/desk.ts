import { writeFile } from 'node:fs/promises';
import { internationalPhone } from '@shared/codes';
import type { HandlerInput, PartyKind, SavedStatement } from '@shared/contract';
import { AppError } from '@shared/errors';
import { absMoney } from '@shared/money';
import { createWriter, fill } from '@shared/receipt';
import { mailTo, messageTo, type PagePort } from '../../printing';
import type { ShopDeps } from '../deps';
import { readEntries } from './entries';
import { readParty } from './party';
import { statementOf } from './statement';
import { type Statement, statementPage } from './statement-page';
import { khataWords } from './words';

export interface KhataPorts {
  readonly pages: PagePort;
  /** Asks the person where to; null when they would rather not. */
  readonly chooseFile: (suggestion: string) => Promise<string | null>;
  /** @throws AppError `bad_value` */
  readonly openExternal: (url: string) => Promise<void>;
}

/** More lines than a statement can have. */
const all = { order: 'oldest', offset: 0, limit: 1_000_000 } as const;

/**
 * A statement as PDF where the person says, and, to share it, the message that they attach it to: a link cannot. Once the
 * file is written the answer tells of it, also when no message could be opened.
 *
 * @throws AppError `not_found`, `bad_value`, `file_not_written`, `not_in_training` for sharing
 */
export async function saveStatement(
  deps: ShopDeps,
  { pages, chooseFile, openExternal }: KhataPorts,
  kind: PartyKind,
  { id, by, ...days }: HandlerInput<'supplierKhata.saveStatement'>,
): Promise<SavedStatement> {
  const { store, settings } = deps;
  if (by !== 'file' && store.isSandbox) throw new AppError('not_in_training', 'Nothing of training is sent to anybody');
  const party = readParty(deps, kind, id);
  const statement: Statement = {
    party,
    days,
    sums: statementOf(deps, party, days),
    entries: readEntries(store, party, days, all),
    settings: settings(),
    isTraining: store.isSandbox,
  };
  const words = khataWords[settings().language];
  const file = await chooseFile(`${fileName(`${words.statement} ${party.name}`)}.pdf`);
  if (file === null) return { file, messageOpened: false };
  const pdf = await pages.pdf(statementPage(statement), 'A4');
  try {
    await writeFile(file, pdf);
  } catch (cause) {
    throw new AppError('file_not_written', 'The file could not be written', { file }, { cause });
  }
  if (by === 'file') return { file, messageOpened: false };
  try {
    await openExternal(shareLink(statement, by));
  } catch (error) {
    if (error instanceof AppError) return { file, messageOpened: false };
    throw error;
  }
  return { file, messageOpened: true };
}

function shareLink({ party, sums, settings }: Statement, by: 'whatsapp' | 'mail'): string {
  const { share } = khataWords[settings.language];
  const amount = createWriter(settings).money(absMoney(sums.closing));
  const text = fill(share.text, { name: party.name, shop: settings.name, amount });
  if (by === 'mail') return mailTo(party.email, { subject: fill(share.subject, { shop: settings.name }), text });
  return messageTo(party.phone === null ? null : internationalPhone(party.phone, settings.country), text);
}

/** What no file system minds, and not so long that one does. */
const fileName = (text: string): string => [...text.replace(/[\\/:*?"<>|.\p{C}]/gu, ' ').trim()].slice(0, 80).join('');
