import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../src/recorder.ts';
import type { Deviation } from './exchange.ts';
import { useMock } from './mock.ts';
import { contract, ORDER, orderPath, PINNED, send, VALID } from './pinned.ts';

const mock = useMock(PINNED);
const PATH = orderPath();
const orderNumber = (number: number) => `${ORDER.slice(0, -4)}${String(number).padStart(4, '0')}`;
const KEY = 'very-secret-key';

async function requests(method = 'GET'): Promise<RecordedRequest[]> {
  const { status, json } = await send(mock.url, {
    method,
    path: '/_mock/requests',
    body: '',
    headers: { authorization: undefined },
  });
  expect(status).toBe(200);
  return (json as { requests: RecordedRequest[] }).requests;
}
beforeEach(async () => {
  expect(await requests('DELETE')).toEqual([]);
});

it('A tester sees what the client really sent, and which status it got', async () => {
  const body = '{ "ax_status":  "Traveler cancel", "channel_status": "\\uc5ec" }';
  await send(mock.url, { path: `${PATH}?a=1`, headers: { 'X-Trace': 'Abc' }, body });
  const [request] = await requests();
  expect(request).toMatchObject({ method: contract.method, url: `${PATH}?a=1`, body, status: 400 });
  expect(request?.headers).toContainEqual(['X-Trace', 'Abc']);
  expect(request?.headers).toContainEqual(['authorization', 'Token ***']);
  expect(new Date(request?.at ?? '').getTime()).not.toBeNaN();
});

it('All requests are shown, except those about the mock itself', async () => {
  await send(mock.url, { method: 'GET', path: '/_mock/health', body: '' });
  await send(mock.url, { method: 'GET', path: '/elsewhere', body: '' });
  await send(mock.url, { headers: { authorization: undefined } });
  await send(mock.url, { method: 'PUT' });
  expect((await requests()).map(({ method, status }) => [method, status])).toEqual([
    ['GET', 404],
    ['PATCH', 403],
    ['PUT', 405],
  ]);
});

it('The last hundred are kept, the newest last', async () => {
  for (let number = 1; number <= 250; number += 1) await send(mock.url, { orderCode: orderNumber(number) });
  const urls = (await requests()).map(({ url }) => url.split('/').at(-1));
  expect(urls).toEqual(Array.from({ length: 100 }, (_, index) => orderNumber(index + 151)));
});

it('A long body is cut, and invalid UTF-8 is replaced', async () => {
  await send(mock.url, { body: { ...VALID, comment: 'x'.repeat(100_000) } });
  await send(mock.url, { body: Buffer.from([0x7b, 0xff, 0x7d]) });
  const [long, broken] = await requests();
  expect(long?.body).toHaveLength(16 * 1024);
  expect(broken?.body).toBe('{\uFFFD}');
});

it('Requests can only be read and cleared', async () => {
  const { status, headers } = await send(mock.url, { path: '/_mock/requests' });
  expect([status, headers.allow]).toEqual([405, 'GET, DELETE']);
});

describe('No key is shown, wherever a request carries it:', () => {
  it.each<[string, Deviation]>([
    ['in Authorization', {}],
    ['in Authorization without a scheme', { headers: { authorization: KEY } }],
    ['in Authorization of another scheme', { headers: { authorization: `Bearer ${KEY}` } }],
    ['in Authorization of an unknown scheme', { headers: { authorization: `${KEY} ${KEY}` } }],
    ['in Authorization with spaces', { headers: { authorization: `Token  ${KEY} and more` } }],
    ['in a header of another name', { headers: { 'X-Api-Key': KEY, cookie: `session=${KEY}` } }],
    ['again in a header of any name', { headers: { prefer: `note=${KEY}` } }],
    ['in the query', { path: `${PATH}?api_key=${KEY}&x=1`, headers: { authorization: undefined } }],
    ['again in the query and the path', { path: `${PATH}-${KEY}?x=${KEY}` }],
    [
      'in the body',
      { body: `{ "api_key" : "${KEY}", "auth": ["${KEY}`, headers: { authorization: undefined } },
    ],
    ['again in the body', { body: { ...VALID, comment: `mit ${KEY}` } }],
    [
      'again in another case and in Base64',
      { body: { ...VALID, comment: `${KEY.toUpperCase()} ${btoa(KEY)}` } },
    ],
    ['in a form', { body: `x=1&token=${KEY}`, headers: { authorization: undefined } }],
  ])('%s', async (_, deviation) => {
    const headers = { authorization: `Token ${KEY}`, ...deviation.headers };
    await send(mock.url, { ...deviation, headers });
    const shown = JSON.stringify(await requests());
    expect(shown).toContain('***');
    expect(shown).not.toContain(KEY);
    expect(shown).not.toContain(KEY.toUpperCase());
    expect(shown).not.toContain(btoa(KEY).slice(0, 16));
  });
});
