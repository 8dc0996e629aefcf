import { expect, it } from 'vitest';
import { contract, order, orderPath, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();

/** A request that fails every check. The steps correct it from the first check to the last. */
const WRONG = {
  path: '/v1/elsewhere',
  method: 'PUT',
  headers: {
    accept: 'text/html',
    authorization: undefined,
    prefer: 'code=418',
    'content-type': 'text/plain',
  },
  body: '{',
};
const { missingKey, wrongKey, unreadable, order: orders } = order.refusals;
const UNKNOWN_ORDER = orderPath(order.provoking(orders[0]));
const steps: [name: string, status: number, corrected: object][] = [
  ['the path', 404, {}],
  ['Accept', 406, { path: UNKNOWN_ORDER }],
  ['that there is a key', missingKey.status, { accept: '*/*' }],
  ['the key', wrongKey[0].status, { authorization: 'Token invalid' }],
  ['the method', 405, { authorization: 'Token any-key' }],
  ['Prefer', 400, { method: contract.method }],
  ['the order', orders[0].status, { prefer: undefined }],
  ['the media type', 415, { path: orderPath() }],
  ['the JSON', unreadable.status, { 'content-type': 'application/json' }],
  ['the fields', order.INVALID, { body: JSON.stringify(order.withStatus('x')) }],
];

it.each(steps.map(([name, status], index) => ({ name, status, index })))(
  'The first failing check decides: $name → $status',
  async ({ status, index }) => {
    const { path, method, body, ...headers } = Object.assign(
      { path: WRONG.path, method: WRONG.method, body: WRONG.body, ...WRONG.headers },
      ...steps.slice(0, index + 1).map(([, , corrected]) => corrected),
    );
    expect((await send(mock.url, { path, method, body, headers })).status).toBe(status);
  },
);
