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
  result: z.object({ value: z.object({ ready: z.number(), firstPaint: z.number() }).optional() }),
});

/** As much of the DevTools protocol as it takes to ask a page when it was ready. */
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
   * Evaluates an expression that answers a promise of times in the app's page, as soon as there is one. A page that is
   * still navigating loses what is asked of it; it is asked again.
   */
  async evaluateInPage(expression: string): Promise<{ ready: number; firstPaint: number }> {
    while (this.#socket.readyState === WebSocket.OPEN) {
      const { targetInfos } = targetsSchema.parse(await this.#send('Target.getTargets'));
      const page = targetInfos.find(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank');
      const value = page && (await this.#evaluate(page.targetId, expression).catch(() => undefined));
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the app ended before it was ready');
  }

  async #evaluate(targetId: string, expression: string) {
    const { sessionId } = attachedSchema.parse(await this.#send('Target.attachToTarget', { targetId, flatten: true }));
    const answer = await this.#send(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      sessionId,
    );
    return evaluatedSchema.parse(answer).result.value;
  }

  /** Ends the app as its last window's closing would. The answer may be cut off by the end itself. */
  async closeBrowser(): Promise<void> {
    await this.#send('Browser.close').catch(() => undefined);
  }

  #send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }
}
