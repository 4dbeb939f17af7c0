import type { z } from 'zod';
import type { Permission } from '../roles';

export type CallKind = 'query' | 'command';

/** The windows of the app, by whom they face. */
export type AppWindow = 'till' | 'display';

/**
 * One call of the contract. From it come the renderer's typed client, the handler's type, the run-time validation, the
 * permission check and the generated docs; there is no second description of it anywhere.
 */
export interface Call<Kind extends CallKind = CallKind, Schema extends z.ZodType = z.ZodType, Output = unknown> {
  /** A query changes nothing and may be repeated; a command may change the shop. */
  readonly kind: Kind;
  readonly permission: Permission;
  /** The one window that may call it; the till's unless it says so. */
  readonly from: AppWindow;
  /** Strict objects: an unknown key is refused rather than ignored. */
  readonly input: Schema;
  /** Never set; carries the output's type. */
  readonly _output?: Output;
}

/** The schema is made when the first call asks for it: all of them at once would take 40 ms of every start. */
type Spec<Schema> = { permission: Permission; input: () => Schema; from?: AppWindow };

function describe<Kind extends CallKind, Schema extends z.ZodType, Output>(
  kind: Kind,
  { permission, input: make, from = 'till' }: Spec<Schema>,
): Call<Kind, Schema, Output> {
  let made: Schema | undefined;
  return {
    kind,
    permission,
    from,
    get input() {
      made ??= make();
      return made;
    },
  };
}

/** `query<Output>()(…)`: the output's type is given, the input's is inferred from its schema. */
export const query =
  <Output>() =>
  <Schema extends z.ZodType>(spec: Spec<Schema>): Call<'query', Schema, Output> =>
    describe('query', spec);

export const command =
  <Output>() =>
  <Schema extends z.ZodType>(spec: Spec<Schema>): Call<'command', Schema, Output> =>
    describe('command', spec);
