import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { readOtherCodes } from '@ax-cloud/contract/order-code-form';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { createMockFetch } from '../src/testing.ts';
import { bodyFor, CODE, contract, createClient, HEADERS, pathOf, WHOLE_INPUT } from './call.ts';
import { CODE_ECHO } from './documented.ts';
import { sendRaw } from './raw-call.ts';

const { method, orderCode, path, request, responses } = contract;
const [otherCode = ''] = readOtherCodes(contract).keys();
const right = bodyFor(WHOLE_INPUT);
const provoking = responses.flatMap(({ examples }) =>
  Object.values(examples).flatMap(({ provokedBy }) => provokedBy[`$request.path.${orderCode.name}`] ?? []),
);

interface Sent {
  method?: string;
  code?: string;
  authorization?: string | null;
  type?: string;
  body?: unknown;
  text?: string | Uint8Array<ArrayBuffer>;
}

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe('The mock fetch responds as the mock server does, status and body,', () => {
  test.each<[string, Sent]>([
    ['to a scheme in small letters', { authorization: 'token key', body: right }],
    ['to the key that is refused in small letters', { authorization: 'token invalid', body: right }],
    ['to two spaces before the key', { authorization: 'Token  key', body: right }],
    ['to another method', { method: 'POST', body: right }],
    ['to another method without a key', { method: 'POST', authorization: null, body: right }],
    ['to a form', { type: 'application/x-www-form-urlencoded', text: 'a=1' }],
    ['to JSON of another type', { type: 'application/merge-patch+json', body: right }],
    ['to JSON with a byte order mark', { text: `\ufeff${JSON.stringify(right)}` }],
    ['to bytes that are not UTF-8', { text: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['to a right request', { body: right }],
    ...Object.entries(request.examples).map(([name, { value }]): [string, Sent] => [
      `to the example ${name}`,
      { body: value },
    ]),
    ['to a code of another form', { code: '주문 1,2?', body: right }],
    ...provoking.map((code): [string, { code: string; body: unknown }] => [
      `to the order ${code}`,
      { code, body: right },
    ]),
    ['without a key', { authorization: null, body: right }],
    ['to a key of another scheme', { authorization: 'Bearer key', body: right }],
    ['to "Token" alone', { authorization: 'Token', body: right }],
    ['to the key that is refused', { authorization: 'Token invalid', body: right }],
    ['to an empty object', { body: {} }],
    ['to no body', { text: '' }],
    ...request.fields.flatMap(({ name }): [string, Sent][] => [
      [`to a body without ${name}`, { body: { ...right, [name]: undefined } }],
      [`to a ${name} that is a list`, { body: { ...right, [name]: ['text'] } }],
      [`to a ${name} that is null`, { body: { ...right, [name]: null } }],
    ]),
    ['to a body that is not JSON', { text: '{' }],
    ['to a body that is a list', { body: [] }],
    ['to a body that is null', { body: null }],
    ['to the placeholder of a key', { authorization: 'Token {api_key}', body: right }],
    ['to a placeholder that was not filled in', { authorization: 'Token \x24{API_KEY}', body: right }],
    ['to the other code of the example order', { code: otherCode, body: right }],
    ['to that code in capitals', { code: otherCode.toUpperCase(), body: right }],
    ['to a key that is the word undefined', { authorization: 'Token undefined', body: right }],
  ])('%s', async (_, sent) => {
    const { code = CODE, authorization = 'Token key', type = 'application/json', body, text } = sent;
    const url = pathOf(code);
    const init = {
      method: sent.method ?? method,
      headers: { 'content-type': type, ...HEADERS, ...(authorization === null ? {} : { authorization }) },
      body: text ?? JSON.stringify(body),
    };
    const [here, there] = await Promise.all([
      createMockFetch()(mock.url + url, init),
      fetch(mock.url + url, init),
    ]);
    expect([here.status, await here.json()]).toEqual([there.status, await there.json()]);
  });
});

test('a client with the mock fetch needs no server, and the test sees what was sent', async () => {
  const fetch = createMockFetch();
  const channel = createClient({ apiKey: 'secret-key', environment: 'production', fetch });
  const result = await channel.cancelTourOrder(CODE, WHOLE_INPUT);
  expect(result).toMatchObject({ ok: true, order: { [CODE_ECHO]: CODE } });
  expect(fetch.sent).toEqual([
    {
      method,
      url: `https://prod.ax-cloud.com${pathOf(CODE)}`,
      headers: {
        accept: 'application/json',
        authorization: 'Token ***',
        'content-type': 'application/json',
        'user-agent': `ax-cloud-channel-client/${manifest.version}`,
        ...lowerCase(HEADERS),
      },
      body: right,
    },
  ]);
});

test('a key without a scheme is masked as well', async () => {
  const fetch = createMockFetch();
  await fetch('https://test.ax-cloud.com/', { headers: { authorization: 'secret-key' } });
  expect(fetch.sent[0]?.headers.authorization).toBe('***');
});

test('raw works with the mock fetch, and sends the same headers', async () => {
  const fetch = createMockFetch();
  const channel = createClient({ fetch });
  const { order } = await sendRaw(channel);
  expect(order).toMatchObject({ [CODE_ECHO]: CODE });
  await channel.cancelTourOrder(CODE, WHOLE_INPUT);
  expect(fetch.sent[0]?.headers).toEqual(fetch.sent[1]?.headers);
});

test('a browser keeps its own user agent', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0' });
  onTestFinished(() => void vi.unstubAllGlobals());
  const fetch = createMockFetch();
  await createClient({ fetch }).cancelTourOrder(CODE, WHOLE_INPUT);
  expect(fetch.sent[0]?.headers).not.toHaveProperty('user-agent');
});

test('a request for another operation is told which one exists', async () => {
  const response = await createMockFetch()('https://test.ax-cloud.com/v1/elsewhere');
  expect([response.status, await response.text()]).toEqual([
    404,
    expect.stringContaining(`${method} ${path}`),
  ]);
});

test.each(['a%2Fb', '%2E', '%00', '%E0%A4%A'])('the code %s is not part of a path', async (code) => {
  const init = { method, headers: { authorization: 'Token key' }, body: '{}' };
  const url = `https://test.ax-cloud.com${path.replace(`{${orderCode.name}}`, code)}`;
  const response = await createMockFetch()(url, init);
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('has no')]);
});

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
