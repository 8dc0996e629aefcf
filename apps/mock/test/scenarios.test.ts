import { request as httpRequest, type IncomingMessage } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { contract, order, scenarioCode as orderCode, orderPath, scenarios, send, VALID } from './exchange.ts';
import { useMock } from './mock.ts';

const lines: string[] = [];
const mock = useMock({ log: (line) => lines.push(line) });
const { SUCCESS, HEADERS, orderIn, repeats } = order;
const SPOILT = scenarios.filter(({ status }) => status === 200).map(({ name }) => name);
const SENT = { authorization: 'Token any-key', 'content-type': 'application/json', ...HEADERS };

/** Sends a valid cancel, and gives the response unparsed: its text may be HTML, cut off or malformed JSON. */
async function provoke(name: string): Promise<IncomingMessage & { text: string; ended: boolean }> {
  const path = orderPath(orderCode(name));
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${mock.url}${path}`,
      { method: contract.method, headers: SENT },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', () => {});
        response.on('close', () => resolve(Object.assign(response, { text, ended: response.complete })));
      },
    );
    request.on('error', reject);
    request.end(JSON.stringify(VALID));
  });
}

describe('A response that is not the contract’s', () => {
  it.each([
    ['throttled', 429, 'application/json', '1'],
    ['html-500', 500, 'text/html', undefined],
    ['html-502', 502, 'text/html', undefined],
    ['unavailable', 503, 'application/json', undefined],
    ['unavailable-retry-after', 503, 'application/json', '1'],
  ])('%s: %i, %s, Retry-After: %s', async (name, status, type, retryAfter) => {
    const response = await provoke(name);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe(type);
    expect(response.headers['retry-after']).toBe(retryAfter);
    if (type === 'text/html') expect(response.text).toContain(`<title>`);
    else expect(JSON.parse(response.text)).toEqual({ detail: expect.any(String) });
  });
});

it('A redirect leads to this mock under another name, and the mock shows who follows', async () => {
  const followed = await startMock({ port: 0 });
  onTestFinished(() => followed.close());
  const { status, headers, text } = await send(followed.url, { orderCode: orderCode('redirect-elsewhere') });
  expect([status, text]).toEqual([307, '']);
  const location = new URL(headers.location ?? '');
  expect(location.hostname).toBe('localhost');
  expect(location.port).toBe(String(followed.port));
  const onward = await send(followed.url, { path: location.pathname });
  expect(onward.status).toBe(SUCCESS);
  const { json } = await send(followed.url, { method: 'GET', path: '/_mock/requests', body: '' });
  expect(json).toMatchObject({
    requests: [{ scenario: 'redirect-elsewhere', status: 307 }, { status: SUCCESS }],
  });
});

it.each([
  ['localhost:1234', 'http://127.0.0.1:1234/'],
  ['mock.test', 'http://127.0.0.1:'],
  ['no host at all', 'http://127.0.0.1:'],
])('A redirect of the host "%s" leads to another name', async (host, beginning) => {
  const { status, headers } = await send(mock.url, {
    orderCode: orderCode('redirect-elsewhere'),
    headers: { host },
  });
  expect(status).toBe(307);
  expect(headers.location?.slice(0, beginning.length)).toBe(beginning);
});

describe('A connection that is reset', () => {
  it.each(['reset-before-reading', 'reset-after-reading'])('%s', async (name) => {
    await expect(provoke(name)).rejects.toThrow('ECONNRESET');
    await expect
      .poll(() => lines.join('\n'))
      .toMatch(new RegExp(`no response [\\d.]+ ms \\(scenario: ${name}\\)`));
  });

  it('before reading leaves the body unread, after reading does not', async () => {
    const { json } = await send(mock.url, { method: 'GET', path: '/_mock/requests', body: '' });
    const { requests } = json as { requests: { scenario?: string; body?: string }[] };
    const bodyOf = (name: string) => requests.find(({ scenario }) => scenario === name)?.body;
    expect(bodyOf('reset-before-reading')).toBeUndefined();
    expect(bodyOf('reset-after-reading')).toBe(JSON.stringify(VALID));
  });
});

it('no-response: no response comes until the client disconnects', async () => {
  const path = orderPath(orderCode('no-response'));
  const request = httpRequest(`${mock.url}${path}`, { method: contract.method, headers: SENT });
  const outcome = new Promise<string>((resolve) => {
    request.on('response', () => resolve('responded'));
    request.on('error', () => resolve('gone'));
  });
  request.end(JSON.stringify(VALID));
  // Others get their responses in the meantime.
  for (let times = 0; times < 5; times += 1) expect((await send(mock.url)).status).toBe(SUCCESS);
  request.destroy();
  expect(await outcome).toBe('gone');
  await expect.poll(() => lines.join('\n')).toContain('(scenario: no-response)');
});

it('A closing mock does not wait for a client without a response', { timeout: 15_000 }, async () => {
  const other = await startMock({ port: 0 });
  const outcome = send(other.url, { orderCode: orderCode('no-response') }).catch(
    (error: Error) => error.message,
  );
  await expect
    .poll(async () => (await send(other.url, { method: 'GET', path: '/_mock/requests', body: '' })).text)
    .toContain('no-response');
  await other.close();
  expect(await outcome).toMatch(/hang up|ECONNRESET/);
});

it('late: the usual response comes after five seconds', { timeout: 15_000 }, async () => {
  const started = performance.now();
  const { text } = await provoke('late');
  expect(performance.now() - started).toBeGreaterThan(4900);
  expect(orderIn(JSON.parse(text))).toMatchObject(repeats(orderCode('late')));
});

it('not-applied: the success has the statuses of an open order', async () => {
  const { statusCode, text } = await provoke('not-applied');
  expect(statusCode).toBe(SUCCESS);
  const repeated = repeats(orderCode('not-applied'), order.withStatus(order.uncancelled));
  expect(Object.values(repeated)).toContain(order.uncancelled);
  expect(orderIn(JSON.parse(text))).toMatchObject(repeated);
});

it('A cut body is shorter than its Content-Length, a truncated one is not', async () => {
  const cut = await provoke('cut');
  expect(cut.statusCode).toBe(SUCCESS);
  expect(cut.ended).toBe(false);
  expect(Buffer.byteLength(cut.text)).toBeLessThan(Number(cut.headers['content-length']));

  const truncated = await provoke('truncated-json');
  expect(truncated.statusCode).toBe(SUCCESS);
  expect(truncated.ended).toBe(true);
  expect(Buffer.byteLength(truncated.text)).toBe(Number(truncated.headers['content-length']));
  expect(() => JSON.parse(truncated.text)).toThrow(SyntaxError);
  expect(truncated.text).toMatch(/^\{"/);
});

describe('A scenario is checked where an order is', () => {
  it.each(scenarios.map(({ name }) => name))('%s: a wrong key is refused first', async (name) => {
    const headers = { authorization: 'Token invalid' };
    expect((await send(mock.url, { orderCode: orderCode(name), headers })).status).toBe(
      order.refusals.wrongKey[0].status,
    );
  });

  it.each(SPOILT)('%s: a wrong body is refused as it is for any order', async (name) => {
    const body = order.withStatus('x');
    const { status, json } = await send(mock.url, { orderCode: orderCode(name), body });
    const usual = await send(mock.url, { body });
    expect([status, json]).toEqual([usual.status, usual.json]);
    expect(status).toBe(order.INVALID);
  });

  it('Prefer takes precedence over it', async () => {
    const [{ status }] = order.refusals.order;
    const headers = { prefer: `code=${status}` };
    expect((await send(mock.url, { orderCode: orderCode('html-502'), headers })).status).toBe(status);
  });
});
