import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { expect, test } from 'vitest';
import { CODE, contract, createClient, INPUT, OTHER_CODE } from './call.ts';
import {
  CODE_ECHO,
  ECHOES,
  INVALID,
  isDocumented,
  ORDER,
  REFUSALS,
  REQUIRED,
  RIGHT,
  responseWith,
  STATUS_ECHOES,
  SUCCESS,
} from './documented.ts';
import { respondingWith, serve } from './loopback.ts';

async function cancelAt(baseUrl: string) {
  const channel = createClient({ baseUrl });
  const result = await channel.cancelTourOrder(CODE, INPUT);
  return result.ok ? result : result.error;
}

test('a response with further fields is a success', async () => {
  const order = { ...ORDER, cancelled_at: '2026-01-01' };
  expect(await cancelAt(await respondingWith(SUCCESS, responseWith(order)))).toMatchObject({
    ok: true,
    order,
  });
});

test.each([
  ['the order of another code', { ...ORDER, [CODE_ECHO]: OTHER_CODE }],
  ...STATUS_ECHOES.map((field): [string, object] => [`another ${field}`, { ...ORDER, [field]: 'New' }]),
])('a success with %s was not applied, and the order is unknown', async (_, received) => {
  const error = await cancelAt(await respondingWith(SUCCESS, responseWith(received)));
  expect(error).toMatchObject({
    kind: 'not_applied',
    outcome: 'unknown',
    requested: ECHOES,
    received,
  });
});

test.each([
  ['in another envelope', responseWith({ status_code: 200, data: ORDER })],
  ...REQUIRED.map((field) => [`without ${field}`, responseWith({ ...ORDER, [field]: undefined })]),
  ['that is null', 'null'],
  ['that is HTML', '<!doctype html>'],
  ['that is cut', RIGHT.slice(0, -5)],
  ['that is empty', ''],
])('a success with a body %s is malformed, and the order is unknown', async (_, body) => {
  expect(await cancelAt(await respondingWith(SUCCESS, body))).toMatchObject({
    kind: 'malformed_response',
    outcome: 'unknown',
  });
});

test.each(invalidRequestForm(contract).lists)(
  'the failure has the messages for the field %s',
  async (name) => {
    const fields = { [name]: ['이 필드는 필수 항목입니다.'] };
    expect(await cancelAt(await respondingWith(INVALID.status, JSON.stringify(fields)))).toMatchObject({
      kind: 'invalid_request',
      outcome: 'rejected',
      fields,
    });
  },
);

test('the failure of an invalid request has its one detail', async () => {
  const detail = 'JSON parse error - Expecting value';
  expect(await cancelAt(await respondingWith(INVALID.status, JSON.stringify({ detail })))).toMatchObject({
    kind: 'invalid_request',
    outcome: 'rejected',
    detail,
  });
});

test.each(REFUSALS.map(({ status }) => status))(
  'a %i that is not the contract’s JSON proves nothing',
  async (status) => {
    const error = await cancelAt(
      await respondingWith(status, '<h1>Proxy</h1>', { 'content-type': 'text/html' }),
    );
    expect(error).toMatchObject({ kind: 'malformed_response', outcome: 'unknown', status });
  },
);

const UNDOCUMENTED: [number, string, RegExp?][] = [
  [401, 'rejected', /Check the server's address, the key and its environment/],
  [405, 'rejected', /Check the server's address/],
  [415, 'rejected', /Check the server's address/],
  [429, 'rejected', /Wait before you send it again/],
  [201, 'unknown'],
  [204, 'unknown'],
  [402, 'unknown'],
  [406, 'unknown'],
  [408, 'unknown'],
  [409, 'unknown'],
  [410, 'unknown'],
  [413, 'unknown'],
  [422, 'unknown'],
  [425, 'unknown'],
  [428, 'unknown'],
  [500, 'unknown'],
  [502, 'unknown'],
];

test.each(UNDOCUMENTED.filter(([status]) => !isDocumented(status)))(
  'a %i is undocumented, the order is %s, and the message says what to do',
  async (status, outcome, advice = /check it with AX Cloud/) => {
    const body = status === 204 ? '' : '{"detail":"text"}';
    expect(await cancelAt(await respondingWith(status, body))).toMatchObject({
      message: expect.stringMatching(advice),
      kind: 'undocumented_status',
      outcome,
      status,
    });
  },
);

test('a redirect is not followed', async () => {
  let requests = 0;
  const elsewhere = await serve((_, response) => {
    requests += 1;
    response.end(RIGHT);
  });
  const error = await cancelAt(await respondingWith(307, '', { location: `${elsewhere}/elsewhere` }));
  expect(error).toMatchObject({ kind: 'redirected', outcome: 'unknown', location: `${elsewhere}/elsewhere` });
  expect(requests).toBe(0);
});
