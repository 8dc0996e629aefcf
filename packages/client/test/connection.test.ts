import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CancelFailure, Fetch } from '../src/index.ts';
import { CODE, createClient, INPUT, type Options } from './call.ts';
import { http, serveRaw } from './raw-server.ts';

const KEY = 'secret-key-0123456789';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

async function failureAt(options: Options): Promise<{ error: CancelFailure; sends: number }> {
  let sends = 0;
  const channel = createClient({ apiKey: KEY, onExchange: () => (sends += 1), ...options });
  const { error } = await channel.cancelTourOrder(CODE, INPUT);
  if (error === undefined) throw new Error('The cancel must fail in these tests.');
  return { error, sends };
}

/** A `fetch` that fails like that of Node.js. */
function failing(properties: object, message = 'connect failed'): Fetch {
  return async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(message), properties) });
  };
}

/** A server with a self-signed certificate, and how many requests it got. */
async function serveTls(): Promise<{ url: string; count(): number }> {
  const folder = await mkdtemp(join(tmpdir(), 'client-tls-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-keyout', key, '-out', cert];
  await promisify(execFile)('openssl', ['req', '-x509', '-nodes', '-days', '2', ...made, ...subject]);
  let requests = 0;
  const server = createServer({ key: await readFile(key), cert: await readFile(cert) }, (_, response) => {
    requests += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `https://localhost:${(server.address() as { port: number }).port}`, count: () => requests };
}

describe('a failure of the connection says why', () => {
  test('in one line, although OpenSSL writes several', async () => {
    const { error } = await failureAt({ fetch: failing({ code: 'ERR_SSL_X' }, 'wrong\nversion:\n') });
    expect(error.message).toContain('failed: wrong version: (ERR_SSL_X). ');
  });

  test('with the whole chain of errors, and without the key in it', async () => {
    const fetch: Fetch = async () => {
      const deepest = Object.assign(new Error(`no agent for ${KEY}`), { code: 'E_AGENT', key: KEY });
      throw new TypeError('fetch failed', { cause: new Error('agent failed', { cause: deepest }) });
    };
    const { error } = await failureAt({ fetch });
    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown', code: 'E_AGENT' });
    expect(error).toHaveProperty('cause', {
      name: 'TypeError',
      message: 'fetch failed',
      cause: {
        name: 'Error',
        message: 'agent failed',
        cause: { name: 'Error', message: 'no agent for ***', code: 'E_AGENT' },
      },
    });
    expect(error.message).toContain('failed: no agent for *** (E_AGENT).');
  });

  test('where the caller’s own fetch has a bug', async () => {
    const fetch: Fetch = async () => {
      throw new ReferenceError('agent is not defined');
    };
    const { error } = await failureAt({ fetch });
    expect(error).toMatchObject({ cause: { name: 'ReferenceError', message: 'agent is not defined' } });
    expect(error.message).toContain('failed: agent is not defined. See its "cause"');
    expect(error.message).not.toContain('network');
  });

  test.each([
    ['a text', 'out of order', { name: 'Error', message: 'out of order' }, 'failed: out of order.'],
    ['nothing', undefined, undefined, 'failed. See its "cause".'],
    ['null', null, undefined, 'failed. See its "cause".'],
    [
      'an object without a prototype',
      Object.create(null),
      { name: 'Error', message: '' },
      'failed. See its "cause".',
    ],
  ])('where the caller’s own fetch rejects with %s', async (_, thrown, cause, said) => {
    const { error } = await failureAt({ fetch: () => Promise.reject(thrown) });
    expect(error).toHaveProperty('cause', cause);
    expect(error.message).toContain(said);
  });

  test('where a server does not speak HTTP', async () => {
    const { url } = await serveRaw((socket) => void socket.end('220 mail.example.com ESMTP\r\n'));
    const { error } = await failureAt({ baseUrl: url });
    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
    expect(error).toHaveProperty('cause.cause.message', expect.stringMatching(/HTTP/));
    expect(error.message).toMatch(/failed: .*HTTP/);
  });

  test('with the address that refused the connection', async () => {
    const { url, close } = await serveRaw(() => {});
    close();
    const { error } = await failureAt({ baseUrl: url, retries: 0 });
    const address = new URL(url).host;
    expect(error.message).toContain(`failed: connect ECONNREFUSED ${address} (ECONNREFUSED).`);
  });
});

describe('nothing was sent, and the client says so, where', () => {
  test.skipIf(!hasOpenssl)(
    `the certificate of a real server is not accepted, on any attempt${hasOpenssl ? '' : ' (skipped: there is no openssl)'}`,
    async () => {
      const server = await serveTls();
      const { error, sends } = await failureAt({ baseUrl: server.url });
      expect(error).toMatchObject({
        kind: 'network',
        outcome: 'not_sent',
        code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      });
      expect(error.message).toContain('NODE_EXTRA_CA_CERTS');
      expect([sends, server.count()]).toEqual([1, 0]);
    },
  );

  test.each([
    ['EMFILE', 'connect'],
    ['EMFILE', 'getaddrinfo'],
    ['ENETUNREACH', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['EADDRNOTAVAIL', 'connect'],
    ['ENOTFOUND', 'getaddrinfo'],
    ['EAI_FAIL', 'getaddrinfo'],
  ])('%s comes from %s, and the client tries again', async (code, syscall) => {
    const { error, sends } = await failureAt({ fetch: failing({ code, syscall }) });
    expect(error).toMatchObject({ kind: 'network', outcome: 'not_sent', code });
    expect(sends).toBe(3);
  });

  test.each([{ code: 'UND_ERR_CONNECT_TIMEOUT' }, { code: 'ETIMEDOUT', syscall: 'connect' }])(
    'a connection timed out (%o), and the client does not wait for another one',
    async (properties) => {
      const { error, sends } = await failureAt({ fetch: failing(properties) });
      expect(error).toMatchObject({ kind: 'network', outcome: 'not_sent' });
      expect(sends).toBe(1);
    },
  );
});

describe('the order is unknown where', () => {
  test.each([
    { code: 'EMFILE' },
    { code: 'ENETUNREACH', syscall: 'write' },
    { code: 'ETIMEDOUT', syscall: 'read' },
    { code: 'ECONNRESET', syscall: 'read' },
    // These may come after the request.
    { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' },
    { code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
    { code: 'EPROTO', syscall: 'write' },
    { code: 'X_CERT_HAS_EXPIRED_X' },
  ])('the error has only %o', async (properties) => {
    const { error, sends } = await failureAt({ fetch: failing(properties) });
    expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
    expect(sends).toBe(1);
  });

  test('one of several errors has no code', async () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const fetch: Fetch = async () => {
      throw Object.assign(new AggregateError([refused, new Error('lost')]), { code: 'ECONNREFUSED' });
    };
    expect((await failureAt({ fetch })).error).toMatchObject({ outcome: 'unknown' });
  });
});

test('a server that turns the client away and then closes its port has rejected it', async () => {
  let close = () => {};
  const server = await serveRaw((socket) => {
    close();
    socket.end(http(429, '{"detail":"later"}', { 'retry-after': '0', connection: 'close' }));
  });
  close = () => server.close();
  const { error, sends } = await failureAt({ baseUrl: server.url });
  expect(error).toMatchObject({ kind: 'network', outcome: 'rejected', code: 'ECONNREFUSED' });
  expect(error.message).toContain('An earlier attempt was turned away. The order is as it was.');
  expect(server.received).toHaveLength(1);
  expect(sends).toBe(3);
});
