import { expect, test } from 'vitest';
import { loadContract } from '../src/contract.ts';
import {
  isGateway,
  refusalStatuses,
  refusesRequest,
  schemeOf,
  speaksOfKey,
  speaksOfOrder,
  statusesFor,
} from '../src/refusal-statuses.ts';
import { editedContract, operationOf } from './document.ts';

const contract = await loadContract();

test('the documented statuses are those of the examples', () => {
  expect(refusalStatuses(contract)).toEqual({
    missingKey: 403,
    wrongKey: 403,
    order: 404,
    unreadable: 400,
    invalid: [400],
  });
});

test.each([
  [401, { key: true, order: false, request: false }],
  [403, { key: true, order: false, request: false }],
  [404, { key: false, order: true, request: false }],
  [400, { key: false, order: false, request: true }],
  [409, { key: false, order: false, request: true }],
  [415, { key: false, order: false, request: false }],
  [429, { key: false, order: false, request: false }],
  [500, { key: false, order: false, request: false }],
])(
  'the status %i tells whether the key, the order or the request is refused',
  (status, { key, order, request }) => {
    expect(speaksOfKey(contract, status)).toBe(key);
    expect(speaksOfOrder(contract, status)).toBe(order);
    expect(refusesRequest(contract, status)).toBe(request);
  },
);

test('502, 503 and 504 are a gateway’s, and 500 is not', () => {
  expect([500, 502, 503, 504].filter((status) => isGateway(contract, status))).toEqual([502, 503, 504]);
});

test.each([
  [undefined, [401]],
  ['Bearer abc', [401]],
  ['Token abc', [403]],
  ['Token', [401]],
  ['Token a b', [403, 401]],
])(
  'the credential %s gets the status of a missing key, of a wrong one, or either',
  (credential, statuses) => {
    const apart = editedContract((document) => {
      const { responses } = operationOf(document);
      responses['401'] = structuredClone(responses['403']);
      delete responses['403'].content['application/json'].examples.missingKey;
      delete responses['401'].content['application/json'].examples.noPermission;
    });
    expect(schemeOf(apart)).toBe('Token');
    expect(statusesFor(apart, credential)).toEqual(statuses);
  },
);
