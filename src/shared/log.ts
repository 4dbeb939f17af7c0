/** Facts of one log line. Never what a person typed: no PIN, phone, name or token. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where things are written down. A port: main has a rotating file, tests have an array. */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
