import type { Socket } from 'node:net';

/** Calls back with each whole request of a connection, as text. */
export function listenForRequests(socket: Socket, whole: (text: string) => void): void {
  let text = '';
  socket.on('data', (part) => {
    text += part.toString('latin1');
    for (let end = endOf(text); end !== undefined; end = endOf(text)) {
      const request = text.slice(0, end);
      text = text.slice(end);
      whole(request);
    }
  });
}

/** Where the first request ends; undefined where it is not whole. */
function endOf(text: string): number | undefined {
  const body = text.indexOf('\r\n\r\n') + 4;
  if (body < 4) return undefined;
  const head = text.slice(0, body);
  if (/^transfer-encoding: chunked\r$/im.test(head)) {
    const last = text.indexOf('0\r\n\r\n', body);
    return last < 0 ? undefined : last + 5;
  }
  const end = body + Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  return text.length < end ? undefined : end;
}
