import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** What a relay changes of what goes by, byte by byte, so that it passes every fault of a connection on. */
export interface Changes {
  /** The order code that the caller sends, and the one of the same length that the server gets; back again in the response. */
  orderCode?: readonly [sent: string, received: string];
  /** A header that the request has in addition. */
  header?: string;
}

/** A relay on this machine. */
export interface Relay {
  url: string;
  close(): Promise<unknown>;
}

/** Starts a relay to a server, for a sample that can send one order code only. */
export async function startRelay(target: string, { orderCode, header }: Changes): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const [sent, received] = orderCode ?? ['', ''];
  if (sent.length !== received.length)
    throw new Error(`The order codes ${sent} and ${received} differ in length.`);
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    const answering = connect(Number(port), hostname);
    for (const socket of [caller, answering]) open.add(socket);
    caller.pipe(replacing(sent, received)).pipe(inserting(header)).pipe(answering);
    answering.pipe(replacing(received, sent)).pipe(caller);
    answering.once('error', () => caller.resetAndDestroy());
    caller.once('error', () => answering.destroy()).once('close', () => answering.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(done));
    },
  };
}

function replacing(from: string, to: string): Transform {
  let held = '';
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const text = held + chunk.toString('latin1');
      const replaced = from === '' ? text : text.replaceAll(from, to);
      // What may be the beginning of the text waits for the rest of it.
      let waits = Math.min(replaced.length, Math.max(0, from.length - 1));
      while (!from.startsWith(replaced.slice(replaced.length - waits))) waits -= 1;
      held = replaced.slice(replaced.length - waits);
      done(null, Buffer.from(replaced.slice(0, replaced.length - waits), 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(held, 'latin1'));
    },
  });
}

/** Puts a header behind the first line of what goes by. */
function inserting(header: string | undefined): Transform {
  let waiting = header;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const text = chunk.toString('latin1');
      const [line, ...rest] = text.split('\r\n');
      const lines = waiting === undefined || rest.length === 0 ? [text] : [line, waiting, ...rest];
      if (rest.length > 0) waiting = undefined;
      done(null, Buffer.from(lines.join('\r\n'), 'latin1'));
    },
  });
}
