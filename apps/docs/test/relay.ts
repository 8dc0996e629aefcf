import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** The changes that a relay makes. It works on bytes, so that it passes on every fault of a connection. */
export interface Changes {
  /** The order code of the caller, and the one of the same length for the server. The response gets the caller's code again. */
  orderCode?: readonly [sent: string, received: string];
  /** An additional header of the request. */
  header?: string;
}

/** A relay on this machine. */
export interface Relay {
  url: string;
  close(): Promise<unknown>;
}

/** Starts a relay to a server, because a sample can send only one order code. */
export async function startRelay(target: string, { orderCode, header }: Changes): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const [sent, received] = orderCode ?? ['', ''];
  if (sent.length !== received.length)
    throw new Error(`The order codes ${sent} and ${received} differ in length.`);
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [caller, upstream]) open.add(socket);
    caller.pipe(replacing(sent, received)).pipe(inserting(header)).pipe(upstream);
    upstream.pipe(replacing(received, sent)).pipe(caller);
    upstream.once('error', () => caller.resetAndDestroy());
    caller.once('error', () => upstream.destroy()).once('close', () => upstream.destroy());
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
      // Hold back a possible beginning of the text until its rest arrives.
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

/** Inserts a header after the request line. */
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
