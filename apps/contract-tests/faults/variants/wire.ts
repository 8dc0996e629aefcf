import type { Send } from '../server.ts';
import { sendWhole } from '../server.ts';
import type { Variant } from '../variant.ts';
import { FIRST, OTHER_CANCEL, SECOND, SUCCESS } from '../words.ts';

const SUCCESSES = /^(cancel\.|reading\.|body\.(comment\.type\.number|\w+\.left-out)$)/;

/** A server that sends every success with `send`. */
const onSuccess = (does: string, send: Send): Variant => ({
  does,
  fails: FIRST,
  also: SUCCESSES,
  send: (response, bytes, reply, request) =>
    (reply.status === SUCCESS ? send : sendWhole)(response, bytes, reply, request),
});

/** Servers with faults in the transport of a response: connection, length, encoding, type. */
export const wireVariants: Variant[] = [
  onSuccess('cancels and closes the connection', (response) => response.destroy()),
  onSuccess('cancels and never responds', () => {}),
  {
    does: 'carries out the other kind of cancel and responds too late',
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    // These cases send that status.
    also: /^(cancel\.(comment\.together|mixed)|body\.\w+\.left-out)$/,
    send: (response, bytes, reply, request) => {
      const late = reply.status === SUCCESS && request.bytes.includes(OTHER_CANCEL);
      if (!late) sendWhole(response, bytes, reply, request);
    },
  },
  onSuccess('sends the head of a success and no body', (response, bytes) => {
    response.writeHead(SUCCESS, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.flushHeaders();
  }),
  onSuccess('cuts off the body of a success', (response, bytes) => {
    response.writeHead(SUCCESS, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.write(bytes.subarray(0, 20), () => response.destroy());
  }),
  onSuccess('cuts off a chunked success', (response, bytes) => {
    response.writeHead(SUCCESS, { 'content-type': 'application/json' });
    response.write(bytes.subarray(0, 20), () => response.destroy());
  }),
  onSuccess('sends malformed HTTP', (response) => response.socket?.end('OK\r\n\r\n')),
  onSuccess('sends an endless success', (response) => {
    response.writeHead(SUCCESS, { 'content-type': 'application/json' });
    response.write(Buffer.alloc(1_100_000, 0x20));
  }),
  ...['gzip', 'br', 'zstd'].map((encoding) =>
    onSuccess(`declares the Content-Encoding ${encoding} for an uncompressed body`, (response, bytes) => {
      response.writeHead(SUCCESS, { 'content-type': 'application/json', 'content-encoding': encoding });
      response.end(bytes);
    }),
  ),
  onSuccess('sends a success without Content-Type', (response, bytes) => {
    response.writeHead(SUCCESS, { 'content-length': bytes.length });
    response.end(bytes);
  }),
  {
    does: 'closes the connection on a made-up code',
    fails: 'order.unknown',
    also: /^(order|headers|auth|cancel\.channel-code|method)\b/,
    send: (response, bytes, reply, request) => {
      if (reply.status === 404) response.destroy();
      else sendWhole(response, bytes, reply, request);
    },
  },
  {
    does: 'closes the connection on a wrong key',
    speaks: ['missing-key-status'],
    fails: 'auth.wrong-key',
    // Both cases send the same key.
    also: /^auth\.(in-parallel|with-invalid-body)$/,
    send: (response, bytes, reply, request) => {
      if (request.headers.authorization === 'Token invalid') response.destroy();
      else sendWhole(response, bytes, reply, request);
    },
  },
];
