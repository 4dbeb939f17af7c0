import { type AppWindow, type CallName, contract, type HandlerInput } from '@shared/contract';
import { AppError, type CallError, type Envelope, type ErrorCode } from '@shared/errors';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import { isAllowed, type Permission } from '@shared/roles';
import type { CallContext, Handler, Handlers, Session } from '../shop';
import type { ShopHost, SystemCall } from './host';
import { assertPlainInput } from './plain-input';
import { withoutInput } from './redact';
import type { Sender } from './sender';

export interface BindOptions {
  /** Answers the calls that need no shop file. */
  readonly system: Handlers<SystemCall>;
  /** Answers all the others, as soon as it is open. */
  readonly host: Pick<ShopHost, 'handlers'>;
  readonly session: Session;
  /** Null for anybody who may call nothing. */
  readonly windowOf: (sender: Sender) => AppWindow | null;
  /** Turns what the database throws into the refusal it means; gives back anything else as it is. */
  readonly asRefusal: (error: unknown) => unknown;
  readonly log: Log;
  readonly ids: Ids;
  /** Milliseconds of a clock that never steps back. */
  readonly elapsed: () => number;
}

/** A call as it comes from any transport: nothing about it is believed. Never rejects. */
export type CallDoor = (sender: Sender, name: unknown, input: unknown) => Promise<Envelope<unknown>>;

/** A call that holds the main loop this long is worth a line in the log. */
const slowMs = 50;

/** The same call may succeed later without anybody doing anything. */
const retryable: ReadonlySet<ErrorCode> = new Set(['busy', 'database_unavailable']);

/** Binds the contract to its handlers: sender, size, permission, schema, run, envelope. In this order, for every call. */
export function bindContract(options: BindOptions): CallDoor {
  const { session, windowOf, log, elapsed } = options;
  return async (sender, name, input) => {
    const started = elapsed();
    try {
      demandOwnWindow(windowOf(sender), name);
      if (!isCallName(name)) throw new AppError('bad_request', 'There is no such call', { reason: 'unknown_call' });
      const handler = await handlerOf(options, name);
      demandPermission(contract[name].permission, session);
      assertPlainInput(input);
      const value = await run(handler, parse(name, input), { session });
      const ms = elapsed() - started;
      if (ms >= slowMs) log.info({ call: name, ms: Math.round(ms) }, 'slow call');
      return { ok: true, value };
    } catch (thrown) {
      return { ok: false, error: report(options, { sender, name, input, thrown, ms: elapsed() - started }) };
    }
  };
}

/** @throws AppError when nobody can answer, because the shop file could not be opened */
async function handlerOf<N extends CallName>({ system, host }: BindOptions, name: N): Promise<Handler<N>> {
  const answering: Partial<Handlers> = Object.hasOwn(system, name) ? system : await host.handlers();
  const handler = answering[name];
  if (!handler) throw new Error(`Nobody answers ${name}`);
  return handler;
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/** Only the till's window learns which calls there are; a window that faces customers has its own and no other. */
function demandOwnWindow(from: AppWindow | null, name: unknown): void {
  if (from === null) throw new AppError('untrusted_sender', 'The call did not come from a page of the app');
  const meant = isCallName(name) ? contract[name].from : 'till';
  if (from !== meant) throw new AppError('untrusted_sender', 'This window may not make this call');
}

function demandPermission(permission: Permission, { user }: Session): void {
  if (isAllowed(user?.role ?? null, permission)) return;
  if (user === null) throw new AppError('not_signed_in', 'Nobody is signed in');
  throw new AppError('not_allowed', 'This role may not do that', { role: user.role, permission });
}

function parse<N extends CallName>(name: N, input: unknown): HandlerInput<N> {
  const parsed = contract[name].input.safeParse(input);
  // proof: HandlerInput<N> is by definition the output of contract[name].input
  if (parsed.success) return parsed.data as HandlerInput<N>;
  const [issue] = parsed.error.issues;
  // The field and the rule; never the value, which may be a PIN.
  const params = { path: issue?.path.join('.') ?? '', reason: issue?.code ?? 'invalid' };
  throw new AppError('bad_request', 'The input does not fit the call', params);
}

function run<N extends CallName>(handler: Handler<N>, input: HandlerInput<N>, context: CallContext): unknown {
  return handler(input, context);
}

interface Failure {
  readonly sender: Sender;
  readonly name: unknown;
  readonly input: unknown;
  readonly thrown: unknown;
  readonly ms: number;
}

/** Writes the failure down and says what the caller may know of it. */
function report({ asRefusal, ids, log }: BindOptions, { sender, name, input, thrown, ms }: Failure): CallError {
  const error = asRefusal(thrown);
  // 48 random bits, short enough to be read out over the phone.
  const correlationId = ids.next().slice(-12);
  const call = isCallName(name) ? name : 'unknown';
  const fields = { call, correlationId, ms: Math.round(ms) };
  if (error instanceof AppError) {
    const { code, message, params } = error;
    if (code === 'untrusted_sender') log.warn({ ...fields, code, origin: sender.origin.slice(0, 200) }, 'call refused');
    else if (error.cause !== undefined) log.warn({ ...fields, code, cause: trace(error.cause, input) }, 'call refused');
    else log.info({ ...fields, code }, 'call refused');
    return { code, message, params, retryable: retryable.has(code), correlationId };
  }
  log.error({ ...fields, code: 'internal', error: trace(error, input) }, 'call failed');
  return {
    code: 'internal',
    message: 'Something went wrong inside Galla. Nothing was half done.',
    params: {},
    retryable: false,
    correlationId,
  };
}

function trace(error: unknown, input: unknown): string {
  return withoutInput(error instanceof Error ? (error.stack ?? error.message) : String(error), input);
}
