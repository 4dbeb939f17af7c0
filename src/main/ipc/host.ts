import type { CallName, DatabaseTrouble, SystemStatus } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Log } from '@shared/log';
import type { Handlers, Session } from '../shop';

/** The calls that answer also when no shop file is open. */
export type SystemCall = Extract<CallName, `system.${string}`>;

/** A shop file that is open, and everybody who answers from it. */
export interface OpenShop {
  readonly handlers: Handlers<Exclude<CallName, SystemCall>>;
  status(session: Session): SystemStatus;
  close(): Promise<void>;
}

export interface ShopHostOptions {
  readonly version: string;
  readonly session: Session;
  readonly log: Log;
  /** @throws AppError what keeps the file from being opened */
  readonly open: () => OpenShop;
  /** Backups that could take the place of the file, newest first. */
  readonly backups: () => DatabaseTrouble['backups'];
  /** @throws AppError `backup_failed` and what the disk has to say */
  readonly restore: (file: string) => void;
  /** Puts the closed file away and answers where. @throws what the disk had to say */
  readonly putAway: () => string;
  /** Every screen has to ask again which one it should be. */
  readonly onStateChange: () => void;
}

type State = { readonly shop: OpenShop } | { readonly trouble: DatabaseTrouble };

/**
 * Holds the one open shop, or the reason why there is none. The window is on the screen before the file is open, so
 * calls wait here; and a file that cannot be opened leaves an app that can still say so.
 */
export class ShopHost {
  readonly #options: ShopHostOptions;
  /** Never rejects. Opening, retrying and closing form one queue. */
  #state: Promise<State>;
  #begin: () => void = () => {};
  /** Another shop was opened, and no page has asked yet which: what is called meanwhile means the one before. */
  #isNews = false;

  constructor(options: ShopHostOptions) {
    this.#options = options;
    this.#state = new Promise<void>((resolve) => {
      this.#begin = resolve;
    }).then(() => this.#open());
  }

  /** Opens the file for the first time. */
  start(): void {
    this.#begin();
  }

  /** @throws AppError `database_unavailable` when no shop file is open, `busy` while another one takes its place */
  async handlers(): Promise<OpenShop['handlers']> {
    if (this.#isNews) throw new AppError('busy', 'Another shop file is being opened');
    const state = await this.#state;
    if (this.#isNews) throw new AppError('busy', 'Another shop file is being opened');
    if ('shop' in state) return state.shop.handlers;
    throw new AppError('database_unavailable', 'The shop file is not open', { reason: state.trouble.code });
  }

  async status(): Promise<SystemStatus> {
    const state = await this.#state;
    this.#isNews = false;
    if ('shop' in state) return state.shop.status(this.#options.session);
    return { version: this.#options.version, phase: 'trouble', trouble: state.trouble };
  }

  /** Tries again after the person has made room, closed the other copy, … An open shop stays as it is. */
  retry(): Promise<SystemStatus> {
    this.#become(async (state) => ('shop' in state ? state : this.#open()));
    return this.status();
  }

  /**
   * Puts a backup in the place of a file that is damaged. Only the backups that were offered can be named.
   *
   * @throws AppError `not_found`, or what the restore was refused with; the trouble stays then
   */
  async restore(file: string): Promise<SystemStatus> {
    const state = await this.#state;
    if ('shop' in state || !state.trouble.backups.some((backup) => backup.file === file)) {
      throw new AppError('not_found', 'There is no such backup to restore');
    }
    this.#options.restore(file);
    return this.retry();
  }

  /**
   * Closes the open shop and opens another file in its place. No page is told: it is loaded anew, because nothing that it
   * has on the screen is true any longer; and until it asks for the status, every other call is refused.
   *
   * @param between says which file it will be; runs while none is open
   */
  async reopen(between: () => void): Promise<void> {
    this.#isNews = true;
    this.#state = this.#state.then(async (state) => {
      if ('shop' in state) await this.#closeShop(state.shop);
      between();
      return this.#open();
    });
    await this.#state;
  }

  /** Ends the shop at this till: its file is put away, and an empty one is open. Where it is; when that fails, all is as before. */
  leave(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#become(async (state) => {
        if ('trouble' in state) {
          reject(new AppError('database_unavailable', 'The shop file is not open', { reason: state.trouble.code }));
          return state;
        }
        await this.#closeShop(state.shop);
        try {
          resolve(this.#options.putAway());
          this.#options.session.user = null;
        } catch (error) {
          reject(error);
        }
        return this.#open();
      });
    });
  }

  /** The file turned out to be damaged while it was open: nothing more is written to it. */
  fail(problem: AppError): void {
    this.#become(async (state) => {
      if ('trouble' in state) return state;
      await this.#closeShop(state.shop);
      return { trouble: this.#trouble(problem) };
    });
  }

  /** Ends with the app. Afterwards nobody answers. */
  async close(): Promise<void> {
    this.#begin();
    const state = await this.#state;
    if ('shop' in state) await this.#closeShop(state.shop);
    const gone = new AppError('database_unavailable', 'Galla is closing');
    this.#state = Promise.resolve({ trouble: { code: gone.code, message: gone.message, params: {}, backups: [] } });
  }

  /** A file that cannot be closed properly has everything committed in its log. */
  async #closeShop(shop: OpenShop): Promise<void> {
    try {
      await shop.close();
    } catch (error) {
      const { log } = this.#options;
      log.error({ error: error instanceof Error ? error.stack : String(error) }, 'the shop file did not close cleanly');
    }
  }

  #become(next: (state: State) => Promise<State>): void {
    this.#state = this.#state.then(next);
    void this.#state.then(() => this.#options.onStateChange());
  }

  #open(): State {
    const { open, log } = this.#options;
    try {
      return { shop: open() };
    } catch (error) {
      if (!(error instanceof AppError)) {
        log.error({ error: error instanceof Error ? error.stack : String(error) }, 'the shop file could not be opened');
        return { trouble: this.#trouble(new AppError('internal', 'The shop file could not be opened')) };
      }
      return { trouble: this.#trouble(error) };
    }
  }

  #trouble({ code, message, params }: AppError): DatabaseTrouble {
    const { session, log, backups } = this.#options;
    log.error({ code, params }, 'the shop file is in trouble');
    // Whoever was signed in was so at a shop that may now become an older copy of itself.
    session.user = null;
    return { code, message, params, backups: code === 'database_corrupt' ? backups() : [] };
  }
}
