import { z } from 'zod';

const messageSchema = z.looseObject({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const targetsSchema = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});
const attachedSchema = z.object({ sessionId: z.string() });
const evaluatedSchema = z.object({
  // What has no value (undefined) leaves the field out.
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.looseObject({ text: z.string() }).optional(),
});

/** One page, spoken to through its own session. */
export interface DevToolsPage {
  /** Evaluates an expression in the page; the value of a promise is waited for. Throws what the page throws. */
  evaluate<T>(expression: string, schema: z.ZodType<T>): Promise<T>;
  send(method: string, params?: object): Promise<unknown>;
}

/** As much of the DevTools protocol as it takes to ask a page for its times and to press its keys. */
export class DevTools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = messageSchema.parse(JSON.parse(String(data)));
      const waiting = id === undefined ? undefined : this.#waiting.get(id);
      if (id === undefined || !waiting) return;
      this.#waiting.delete(id);
      if (error) waiting.reject(new Error(error.message));
      else waiting.resolve(result);
    });
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the connection was closed'));
      this.#waiting.clear();
    });
  }

  static async connect(address: string): Promise<DevTools> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)), { once: true });
    });
    return new DevTools(socket);
  }

  /**
   * Evaluates an expression in the app's page, as soon as there is one, and answers that page with the value. A page
   * that is still navigating loses what is asked of it; it is asked again.
   */
  async evaluateInPage<T>(expression: string, schema: z.ZodType<T>): Promise<{ page: DevToolsPage; value: T }> {
    while (this.#socket.readyState === WebSocket.OPEN) {
      const { targetInfos } = targetsSchema.parse(await this.#send('Target.getTargets'));
      const target = targetInfos.find(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank');
      if (target) {
        const asked = await this.#attach(target.targetId)
          .then(async (page) => ({ page, value: schema.safeParse(await page.evaluate(expression, z.unknown())) }))
          .catch(() => undefined);
        if (asked?.value.success) return { page: asked.page, value: asked.value.data };
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the app ended before it was ready');
  }

  /** Ends the app as its last window's closing would. The answer may be cut off by the end itself. */
  async closeBrowser(): Promise<void> {
    await this.#send('Browser.close').catch(() => undefined);
  }

  async #attach(targetId: string): Promise<DevToolsPage> {
    const { sessionId } = attachedSchema.parse(await this.#send('Target.attachToTarget', { targetId, flatten: true }));
    const send = (method: string, params: object = {}) => this.#send(method, params, sessionId);
    return {
      send,
      async evaluate(expression, schema) {
        const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
        const { result, exceptionDetails } = evaluatedSchema.parse(answer);
        if (exceptionDetails) throw new Error(`the page threw: ${JSON.stringify(exceptionDetails)}`);
        return schema.parse(result.value);
      },
    };
  }

  #send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }
}
