import type { IncomingMessage, ServerResponse } from 'node:http';
import { metricsText } from './figures';
import type { Hub } from './hub';

/** `/healthz` for whoever watches, `/metrics` for this machine alone: figures of a shop are nobody else's business. */
export function answerHttp(hub: Hub, { url, socket }: IncomingMessage, response: ServerResponse): void {
  const { figures } = hub;
  if (url === '/healthz') {
    if (figures.trouble) response.writeHead(503).end(`cannot write: ${figures.trouble.code}\n`);
    else response.end('ok\n');
  } else if (url === '/metrics' && isLocal(socket.remoteAddress)) {
    response
      .setHeader('content-type', 'text/plain; version=0.0.4')
      .end(metricsText(figures, process.memoryUsage.rss()));
  } else {
    response.writeHead(404).end();
  }
}

function isLocal(address: string | undefined): boolean {
  return address === '::1' || (address ?? '').replace('::ffff:', '').startsWith('127.');
}
