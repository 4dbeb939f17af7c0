import { AppError } from '@shared/errors';
import { shell } from 'electron';
import { checkedExternalLink } from './external-links';

/**
 * The one door out of the app.
 *
 * @throws AppError `bad_value` for a link that may not leave, or that no program on this computer opens
 */
export async function openExternal(link: string): Promise<void> {
  const checked = checkedExternalLink(link);
  try {
    await shell.openExternal(checked);
  } catch (cause) {
    throw new AppError('bad_value', 'No program on this computer opens this link', { field: 'url' }, { cause });
  }
}
