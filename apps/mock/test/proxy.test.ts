import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createRawServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { readProxySettings } from '../src/proxy/settings.ts';
import { rawRequest, sendRaw, statuses } from './connection.ts';
import * as now from './exchange.ts';
import { type Deviation, scenarioCode, scenarios } from './exchange.ts';
import { contract, contractAfter, editedContract, ORDER, orderPath, PINNED, send, VALID } from './pinned.ts';
import { echo, lines, proxyTo, proxyToMock, proxyToServer, respondWith, verdict } from './proxy.ts';

const PATH = orderPath();
const BODY = JSON.stringify(VALID);
describe('Traffic that the contract documents has no violation:', () => {
  const { order } = now;
  it.each<[string, Deviation]>([
    ['a cancel', {}],
    ['an unknown order', { orderCode: order.provoking(order.refusals.order[0]) }],
    ['a wrong key', { headers: { authorization: 'Token invalid' } }],
    ['a query', { path: `${now.orderPath()}?a=b` }],
    ...order.statuses.map((one): [string, Deviation] => [one, { body: order.withStatus(one) }]),
  ])('%s', async (_, deviation) => {
    const { proxy } = await proxyToMock(now.contract);
    expect(await verdict(proxy.url, deviation, now.send)).toEqual([]);
    expect(lines[0]).toMatch(/^[A-Z]+ \/v1\/\S+ \d+ as the contract says$/);
    expect([proxy.tally.exchanges, proxy.tally.violating]).toEqual([1, 0]);
  });
});

describe('A request that breaks the contract is passed on and reported:', () => {
  it.each<[string, Deviation, string]>([
    ['a missing field', { body: { ax_status: 'New' } }, "body must have required property 'channel_status'"],
    [
      'an unknown status',
      { body: { ...VALID, ax_status: 'x' } },
      'body property ax_status must be equal to one of',
    ],
    ['malformed JSON', { body: '{' }, 'The body is not JSON in UTF-8'],
    ['no key', { headers: { authorization: undefined } }, 'Invalid security scheme used'],
    ['another scheme', { headers: { authorization: 'Bearer secret-key' } }, 'Authorization is not "Token"'],
    [
      'another media type',
      { headers: { 'content-type': 'text/plain' } },
      'Content-Type is not application/json.',
    ],
    ['another method', { method: 'PUT' }, 'The contract has no PUT at this path'],
    ['another path', { path: '/v1/elsewhere?api_key=secret-key' }, 'The contract has no PATCH at this path'],
  ])('%s', async (_, deviation, message) => {
    const { mock, proxy } = await proxyToMock();
    const [direct, passed] = [await send(mock.url, deviation), await send(proxy.url, deviation)];
    expect([passed.status, passed.text]).toEqual([direct.status, direct.text]);
    expect((await verdict(proxy.url, deviation)).join('\n')).toContain(`  request: ${message}`);
    expect(lines.join('\n')).not.toContain('secret-key');
  });
});

it('A body that is not JSON is not reported as missing', async () => {
  const { proxy } = await proxyToMock();
  const said = await verdict(proxy.url, { body: '{' });
  expect(said.filter((line) => line.includes('request: '))).toEqual([
    '  request: The body is not JSON in UTF-8.',
  ]);
});

describe('A response that breaks the contract is passed back and reported:', () => {
  it.each<[string, number, unknown, Record<string, string>, string]>([
    ['an undocumented status', 201, echo, {}, 'Unable to match the returned status code'],
    [
      'a missing field',
      200,
      { ax_order_code: ORDER },
      {},
      "body must have required property 'channel_order_code'",
    ],
    [
      'the envelope',
      200,
      { status_code: 200, data: echo },
      {},
      "body must have required property 'ax_order_code'",
    ],
    ['another order', 200, { ...echo, ax_order_code: 'other' }, {}, 'is not $request.path.ax_order_code'],
    ['not applied', 200, { ...echo, ax_order_status: 'New' }, {}, 'is not $request.body#/ax_status'],
    ['HTML', 200, '<html>', { 'content-type': 'text/html' }, 'Content-Type is not application/json.'],
    ['malformed JSON', 404, "{'detail': '찾을 수 없습니다.'}", {}, 'The body is not JSON'],
    ['another form of error', 404, { message: 'x' }, {}, "body must have required property 'detail'"],
  ])('%s', async (_, status, body, headers, message) => {
    const proxy = await respondWith(status, body, headers);
    expect((await verdict(proxy.url)).join('\n')).toContain(`  response: `);
    expect(lines.join('\n')).toContain(message);
    expect([proxy.tally.exchanges, proxy.tally.violating]).toEqual([1, 1]);
  });
});

describe('The proxy follows another contract:', () => {
  const other = contractAfter(({ operation, responses, schemas }) => {
    operation.parameters.push(
      {
        name: 'Channel',
        in: 'header',
        required: true,
        description: 'A',
        schema: { type: 'integer' },
        example: 1,
      },
      {
        name: 'lang',
        in: 'query',
        description: 'A',
        schema: { type: 'string', enum: ['ko'] },
        example: 'ko',
      },
    );
    responses['202'] = responses['200'];
    delete responses['200'];
    const content = responses['202'].content['application/json'];
    schemas.Envelope = { type: 'object', required: ['data'], properties: { data: content.schema } };
    content.schema = { $ref: '#/components/schemas/Envelope' };
    responses['202']['x-order'] = '$response.body#/data';
    responses['202']['x-echoes'].channel_order_code = '$request.header.Channel';
  });
  const order = { ...echo, channel_order_code: '7' };

  it.each<[string, Deviation, unknown, string[]]>([
    ['nothing is wrong', { headers: { channel: '7' } }, { data: order }, []],
    ['an optional parameter', { headers: { channel: '7' }, path: `${PATH}?lang=ko` }, { data: order }, []],
    ['a missing header', {}, { data: order }, ["  request: header must have required property 'channel'."]],
    [
      'an invalid header',
      { headers: { channel: 'x' } },
      { data: order },
      ['  request: header parameter channel'],
    ],
    [
      'an invalid parameter',
      { headers: { channel: '7' }, path: `${PATH}?lang=xx` },
      { data: order },
      ['  request: query parameter lang must be equal to one of the allowed values: ko.'],
    ],
    [
      'another echo',
      { headers: { channel: '8' } },
      { data: order },
      [
        '  response: channel_order_code is not $request.header.Channel: this 202 does not repeat the request.',
      ],
    ],
    [
      'no envelope',
      { headers: { channel: '7' } },
      order,
      ["  response: body must have required property 'data'."],
    ],
  ])('%s', async (_, deviation, body, expected) => {
    const proxy = await respondWith(202, body, {}, other);
    const said = (await verdict(proxy.url, deviation)).join('\n');
    for (const line of expected) expect(said).toContain(line);
    if (expected.length === 0) expect(said).toBe('');
  });

  it('a documented status that is not the success has nothing to repeat', async () => {
    const proxy = await respondWith(404, { detail: '찾을 수 없습니다.' }, {}, other);
    expect(await verdict(proxy.url, { headers: { channel: '7' } })).toEqual([]);
  });
});

it('Violations that name fields in Korean do not crash the proxy, and appear only in its log', async () => {
  const korean = await editedContract('"comment"', '"주석"');
  const proxy = await respondWith(400, { 주석: 3 }, {}, korean);
  const { status, headers } = await send(proxy.url, { body: { ...VALID, 주석: ['한글'] } });
  expect(status).toBe(400);
  expect(Object.keys(headers).filter((name) => name.startsWith('sl-'))).toEqual([]);
  await expect.poll(() => lines.join('\n')).toContain('request: body property 주석');
  expect(lines.join('\n')).toContain('response: body property 주석');
  expect((await send(proxy.url)).status).toBe(400);
});

it('A compressed response is passed back unchanged, and checked', async () => {
  const bytes = gzipSync(JSON.stringify({ ...echo, ax_order_code: undefined }));
  const proxy = await proxyToServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bytes);
  });
  const received = await sendRaw(proxy.url, rawRequest(PATH, BODY, ['Connection: close']));
  expect(received).toContain('content-encoding: gzip');
  await expect.poll(() => lines.join('\n')).toContain("required property 'ax_order_code'");
});

it('Every byte of a request and of its response passes unchanged, except Host and Connection', async () => {
  const raw =
    'HTTP/1.1 200 Sure\r\nX-Case: Kept\r\nSet-Cookie: a=1\r\nx-order: 1\r\nSet-Cookie: b=2\r\ncontent-type: application/json\r\n' +
    `Content-Length: 9\r\n\r\n{ "a" :1}`;
  let seen = '';
  const server = createRawServer((socket) => {
    socket.on('data', (chunk) => {
      seen += chunk;
      if (seen.endsWith(BODY)) socket.end(raw);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const upstream = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const proxy = await proxyTo(`http://${upstream}`);

  const target =
    `${contract.path.replace(`{${contract.orderCode.name}}`, '%41/../%zz;a,b')}?q=%20+&&x#`.replace('#', '');
  const headers = ['X-Zeta: 1', 'x-Alpha: \xe4', 'X-Zeta: 2', 'Accept:  */*', 'Expect-It: no'];
  const request = rawRequest(target, BODY, [...headers, 'Connection: close']);
  const received = await sendRaw(proxy.url, Buffer.from(request, 'latin1'));

  const expected = request
    .replace('Host: localhost', `Host: ${upstream}`)
    .replace('Accept:  ', 'Accept: ')
    .replace('\xe4', '\uFFFD');
  expect(seen).toBe(expected);
  expect(received.replace('Connection: close\r\n', '')).toBe(raw);
});

it('A redirect is passed back and not followed', async () => {
  let asked = 0;
  const proxy = await proxyToServer((_, response) => {
    asked += 1;
    response.writeHead(307, { location: 'https://prod.ax-cloud.com/' }).end();
  });
  const { status, headers } = await send(proxy.url);
  expect([status, headers.location, asked]).toEqual([307, 'https://prod.ax-cloud.com/', 1]);
});

describe('A failing server does not crash the proxy:', () => {
  it('one that cannot be reached', async () => {
    const mock = await startMock({ ...PINNED, port: 0 });
    await mock.close();
    const proxy = await proxyTo(mock.url);
    const { status, json } = await send(proxy.url);
    expect([status, json]).toEqual([
      502,
      { detail: expect.stringContaining(`it got none from ${mock.url}`) },
    ]);
    expect(proxy.tally.summary()).toEqual([
      '0 of 0 exchanges broke the contract. 1 more got no whole response.',
    ]);
  });

  it.each(scenarios.filter(({ fault = '' }) => !['no-response', 'late'].includes(fault)))(
    'one with the fault $name',
    async ({ code }) => {
      const { proxy } = await proxyToMock();
      await send(proxy.url, { orderCode: code }).catch(() => undefined);
      await expect.poll(() => lines.length).toBeGreaterThan(1);
      expect((await send(proxy.url)).status).toBe(200);
    },
  );

  it('nor does a client that does not wait for it', async () => {
    const { proxy } = await proxyToMock();
    const controller = new AbortController();
    const request = fetch(`${proxy.url}${orderPath(scenarioCode('no-response'))}`, {
      method: 'PATCH',
      body: BODY,
      headers: { authorization: 'Token k', 'content-type': 'application/json' },
      signal: controller.signal,
    }).catch((error: Error) => error.name);
    expect((await send(proxy.url)).status).toBe(200);
    controller.abort();
    expect(await request).toBe('AbortError');
    expect((await send(proxy.url)).status).toBe(200);
  });
});

it('Violations are counted, the most frequent first', async () => {
  const proxy = await respondWith(200, echo);
  for (const body of [{}, { ax_status: 'Traveler cancel' }, VALID]) await send(proxy.url, { body });
  await expect.poll(() => proxy.tally.exchanges).toBe(3);
  const [first, second] = proxy.tally.summary();
  expect(first).toBe('2 of 3 exchanges broke the contract.');
  expect(second).toMatch(/^ {5}2 × /);
});

describe('The variables', () => {
  const read = (environment: Record<string, string>) => readProxySettings(environment, contract);

  it('are in the README with their defaults', async () => {
    const { port, host } = read({ AX_BASE_URL: 'https://test.ax-cloud.com' });
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(`| \`AX_PROXY_PORT\` | \`${port}\` |`);
    expect(readme).toContain(`| \`AX_PROXY_HOST\` | \`${host}\` |`);
    expect(readme).toContain('| `AX_BASE_URL` |');
  });

  it('have defaults, except the server', () => {
    expect(read({ AX_BASE_URL: 'https://test.ax-cloud.com' })).toEqual({
      upstream: new URL('https://test.ax-cloud.com'),
      port: 4011,
      host: '127.0.0.1',
    });
    expect(() => read({})).toThrow('AX_BASE_URL is not set');
  });

  it.each(['https://prod.ax-cloud.com', 'https://PROD.ax-cloud.com.', 'https://prod.ax-cloud.com:444/'])(
    'refuse production: %s',
    (address) => {
      expect(() => read({ AX_BASE_URL: address })).toThrow('The proxy never stands there');
    },
  );

  it.each([
    ['nonsense', 'is not a valid URL'],
    ['http://test.ax-cloud.com', 'Set an https address'],
    ['https://test.ax-cloud.com/v1', 'has more than scheme, host and port'],
    ['https://secret-key@test.ax-cloud.com', 'has more than scheme, host and port'],
    ['ftp://test.ax-cloud.com', 'is not a valid URL'],
  ])('refuse %s', (address, message) => {
    expect(() => read({ AX_BASE_URL: address })).toThrow(message);
    expect(() => read({ AX_BASE_URL: address })).not.toThrow('secret-key');
  });

  it('refuse the proxy itself as the server', () => {
    const loop = { AX_BASE_URL: 'http://localhost:4011' };
    expect(() => read(loop)).toThrow("AX_BASE_URL is http://localhost:4011, the proxy's own port.");
    expect(read({ ...loop, AX_PROXY_PORT: '4012' }).port).toBe(4012);
  });

  it('refuse what is not a port', () => {
    expect(() => read({ AX_BASE_URL: 'https://test.ax-cloud.com', AX_PROXY_PORT: '70000' })).toThrow(
      'AX_PROXY_PORT',
    );
  });
});

describe('The command', () => {
  function run(environment: Record<string, string>) {
    const main = fileURLToPath(new URL('../src/proxy/main.ts', import.meta.url));
    const child: ChildProcess = spawn(process.execPath, [main], { env: { ...process.env, ...environment } });
    onTestFinished(() => void child.kill('SIGKILL'));
    const output = { out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output.out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output.err += text;
    });
    return { child, output, exited: once(child, 'exit').then(([code]: unknown[]) => code) };
  }

  it('checks the traffic, and prints a summary at the end', async () => {
    const mock = await startMock({ port: 0 });
    onTestFinished(() => mock.close());
    const { child, output, exited } = run({ AX_BASE_URL: mock.url, AX_PROXY_PORT: '0' });
    await expect.poll(() => output.out, { timeout: 20_000 }).toContain('Send it to http://127.0.0.1:');
    const [, url = ''] = /Send it to (\S+) instead/.exec(output.out) ?? [];
    const { SUCCESS, INVALID, withStatus } = now.order;
    expect((await now.send(url, { body: withStatus('x') })).status).toBe(INVALID);
    expect((await now.send(url)).status).toBe(SUCCESS);
    await expect.poll(() => output.out).toContain(`${SUCCESS} as the contract says`);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(output.out).toContain('1 of 2 exchanges broke the contract.\n');
    expect(output.err).toBe('');
  });

  it('does not start in front of production', async () => {
    const { output, exited } = run({ AX_BASE_URL: 'https://prod.ax-cloud.com' });
    expect(await exited).toBe(1);
    expect(output.err).toMatch(/^AX_BASE_URL is https:\/\/prod\.ax-cloud\.com, .*\n$/);
  });
});

it('The proxy refuses malformed HTTP like the mock', async () => {
  const { proxy } = await proxyToMock();
  expect(statuses(await sendRaw(proxy.url, 'hello\r\n\r\n'))).toEqual([400]);
});
