import { type Control, type ControlAnswers, controlReplySchema, doorPaths } from '@shared/door';
import { AppError } from '@shared/errors';
import type { Address } from './address';
import { openDoorLine } from './door-line';
import type { Identity } from './identity';
import type { SecureSocket } from './secure-socket';

/** The hosting till's own line to its hub: for errands, not for the log. */
export interface ControlLine {
  /** @throws AppError what the hub refused with; `hub_unavailable` when it does not answer */
  ask<C extends Control['call']>(errand: Control & { call: C }): Promise<ControlAnswers[C]>;
  close(): void;
}

export interface ControlOptions {
  readonly to: Address;
  readonly fingerprint: string;
  readonly identity: Identity;
  readonly terminal: string;
  readonly version: string;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** ms until an errand must be answered. */
const patience = 10_000;

const unavailable = () => new AppError('hub_unavailable', 'The hub does not answer');

/** Rejects with `hub_unavailable` when the hub does not take the line. */
export function openControl(options: ControlOptions): Promise<ControlLine> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  return new Promise((resolve, reject) => {
    const socket: SecureSocket = openDoorLine({
      ...options,
      path: doorPaths.control,
      onAccepted: () => resolve({ ask, close }),
      onMessage(text) {
        const reply = readReply(text);
        if (reply?.t === 'changed') options.onChange();
        else if (reply) settle(reply);
        else end();
      },
      onClose: () => end(),
    });

    function ask<C extends Control['call']>(errand: Control & { call: C }): Promise<ControlAnswers[C]> {
      last += 1;
      const id = last;
      const answered = new Promise<unknown>((resolveAnswer, rejectAnswer) => {
        const timer = setTimeout(() => settleOne(id, () => rejectAnswer(unavailable())), patience);
        waiting.set(id, {
          resolve: (value) => settleOne(id, () => resolveAnswer(value), timer),
          reject: (error) => settleOne(id, () => rejectAnswer(error), timer),
        });
      });
      socket.send(JSON.stringify({ t: 'control', id, ask: errand }));
      // proof: our own hub, of this very version, whose answers are typed by the same table
      return answered as Promise<ControlAnswers[C]>;
    }

    function settleOne(id: number, done: () => void, timer?: NodeJS.Timeout): void {
      clearTimeout(timer);
      waiting.delete(id);
      done();
    }

    function settle(reply: Exclude<NonNullable<ReturnType<typeof readReply>>, { t: 'changed' }>): void {
      const asked = waiting.get(reply.id);
      if (reply.t === 'answer') asked?.resolve(reply.value);
      else asked?.reject(reply.code === 'internal' ? unavailable() : new AppError(reply.code, 'The hub refused'));
    }

    function end(): void {
      reject(unavailable());
      socket.terminate();
      for (const { reject: rejectAnswer } of [...waiting.values()]) rejectAnswer(unavailable());
      options.onClose();
    }

    function close(): void {
      socket.terminate();
      for (const { reject: rejectAnswer } of [...waiting.values()]) rejectAnswer(unavailable());
    }
  });
}

function readReply(text: string) {
  try {
    const result = controlReplySchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
