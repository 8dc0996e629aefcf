import { expect, it } from 'vitest';
import { contract, orderPath, provoking, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();

/** A request that is wrong in every way, put right from the first check to the last. */
const WRONG = {
  path: '/v1/channel/orders',
  method: 'PUT',
  headers: {
    accept: 'text/html',
    authorization: 'Token invalid',
    prefer: 'code=418',
    'content-type': 'text/plain',
  },
  body: '{',
};
const UNKNOWN_ORDER = orderPath(provoking(404, 'unknownOrder'));
const steps: [name: string, status: number, corrected: object][] = [
  ['the path', 404, {}],
  ['Accept', 406, { path: UNKNOWN_ORDER }],
  ['the key', 403, { accept: '*/*' }],
  ['the method', 405, { authorization: 'Token any-key' }],
  ['Prefer', 400, { method: contract.method }],
  ['the order', 404, { prefer: undefined }],
  ['the media type', 415, { path: orderPath() }],
  ['the JSON', 400, { 'content-type': 'application/json' }],
  ['the fields', 400, { body: '{}' }],
];

it.each(steps.map(([name, status], index) => ({ name, status, index })))(
  'What is wrong first decides: $name → $status',
  async ({ status, index }) => {
    const { path, method, body, ...headers } = Object.assign(
      { path: WRONG.path, method: WRONG.method, body: WRONG.body, ...WRONG.headers },
      ...steps.slice(0, index + 1).map(([, , corrected]) => corrected),
    );
    expect((await send(mock.url, { path, method, body, headers })).status).toBe(status);
  },
);
