/**
 * Marks the moment a line is on the glass: after the frame in which it was painted, not when React was done. The scan
 * it belongs to began at `since`, on the page's clock. What can wait for that is done `then`.
 */
export function markPainted(name: 'galla:line-painted', since: number, then: () => void = () => undefined): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    // A message posted inside a frame is delivered after that frame has been drawn.
    channel.port1.onmessage = () => {
      performance.mark(name, { detail: { since } });
      performance.measure(`${name}:took`, { start: since, end: performance.now() });
      then();
    };
    channel.port2.postMessage(null);
  });
}
