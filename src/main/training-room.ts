import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '@shared/clock';
import type { SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import type { ShopHost, TrainingDoor } from './ipc';
import { makeTrainingFile, type Session, type Shop } from './shop';
import { asDatabaseProblem, type DatabaseProblem, type Migration, type Store } from './store';

export interface TrainingRoomOptions {
  /** The real shop file. */
  readonly file: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly session: Session;
  readonly migrations: readonly Migration[];
  readonly host: Pick<ShopHost, 'reopen'>;
  /** What is open now. */
  readonly open: () => { readonly shop: Shop; readonly store: Store } | null;
  readonly onOtherShop: () => void;
}

/** Where the training shop lies, beside the real one. */
const trainingFile = (file: string): string => join(dirname(file), 'training', 'galla.db');

/**
 * Which of the two shop files is open. Only one ever is: a till in training has closed the real file. The training file is
 * made anew each time and thrown away at the end; a till that dies in training starts in the real shop, at its sign-in.
 */
export class TrainingRoom implements TrainingDoor {
  readonly #options: TrainingRoomOptions;
  #isIn = false;
  #isSwitching = false;
  /** Who began it, as the session had them: the very object, so that anybody who signs in later is somebody else. */
  #began: SignedIn | null = null;

  constructor(options: TrainingRoomOptions) {
    this.#options = options;
  }

  get isIn(): boolean {
    return this.#isIn;
  }

  /** The file to be opened. */
  file(): string {
    const { file } = this.#options;
    return this.#isIn ? trainingFile(file) : file;
  }

  /** A shop is open. Once it is the real one, whatever there was of training is gone, an earlier run's too. */
  opened(): void {
    if (!this.#isIn) this.#throwAway();
  }

  /** @throws AppError `busy`, `training_failed`, DatabaseProblem; the real shop is open then as before */
  async start(): Promise<void> {
    const { session, open, file, migrations, clock, ids } = this.#options;
    const real = open();
    const { user } = session;
    if (this.#isIn) return;
    if (this.#isSwitching || !real || !user) throw new AppError('busy', 'No shop to make a copy of just now');
    await this.#switching(async () => {
      this.#throwAway();
      try {
        await makeTrainingFile(real.store, { file: trainingFile(file), user, migrations, clock, ids });
      } catch (error) {
        this.#throwAway();
        throw error;
      }
      // Somebody may have gone while it was made.
      this.#began = session.user;
      session.user = null;
      real.shop.stepAway();
      await this.#open(true);
      session.user = this.#began;
    });
  }

  async end(): Promise<void> {
    if (!this.#isIn) return;
    if (this.#isSwitching) throw new AppError('busy', 'The shops are being changed');
    await this.#switching(() => this.#leave());
  }

  /** Nothing in there is worth a word to anybody but the log. */
  leaveAfterDamage(damage: DatabaseProblem): void {
    const { log } = this.#options;
    log.error({ code: damage.code, params: damage.params }, 'the training file is in trouble');
    this.end().catch((error: unknown) => log.error({ error }, 'training could not be left'));
  }

  async #leave(): Promise<void> {
    const { session, open } = this.#options;
    // A PIN of training proves nothing in the real shop.
    const returning = session.user === this.#began ? this.#began : null;
    session.user = null;
    this.#began = null;
    await this.#open(false);
    open()?.shop.welcomeBack(session, returning);
  }

  /** @throws AppError `training_failed`: the real shop was opened instead */
  async #open(isTraining: boolean): Promise<void> {
    const { host, open, session } = this.#options;
    await host.reopen(() => {
      this.#isIn = isTraining;
    });
    if (!isTraining || open()) return;
    const returning = this.#began;
    await host.reopen(() => {
      this.#isIn = false;
    });
    open()?.shop.welcomeBack(session, returning);
    throw new AppError('training_failed', 'The training file could not be opened');
  }

  async #switching(work: () => Promise<void>): Promise<void> {
    const { onOtherShop } = this.#options;
    this.#isSwitching = true;
    const before = this.#options.open();
    try {
      await work();
    } finally {
      this.#isSwitching = false;
      if (this.#options.open() !== before) onOtherShop();
    }
  }

  #throwAway(): void {
    const { file, log } = this.#options;
    try {
      rmSync(dirname(trainingFile(file)), { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      log.warn({ error: asDatabaseProblem(error, file) }, 'the training file could not be removed');
    }
  }
}
