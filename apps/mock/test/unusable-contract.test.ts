import { expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { contractAfter, type Edited } from './pinned.ts';

it.each<[string, (edited: Edited) => void, string]>([
  [
    'an order that is nowhere in the response',
    ({ responses }) => {
      responses['200']['x-order'] = '$response.body#/data';
    },
    '"x-order": the example has no object at "/data"',
  ],
  [
    'an echo that cannot be read',
    ({ responses }) => {
      responses['200']['x-echoes'].ax_order_code = '$request.cookie.x';
    },
    '"$request.cookie.x" is not a runtime expression',
  ],
  [
    'a field with a broken pattern',
    ({ request }) => {
      request.properties.comment.pattern = '(';
    },
    'The schema of the request cannot be compiled',
  ],
  [
    'a parameter with a broken pattern',
    ({ operation }) => {
      operation.parameters[0].schema.pattern = '[';
    },
    'The pattern of the parameter ax_order_code is not a regular expression',
  ],
  [
    'no refusal of a missing key',
    ({ responses }) => {
      delete responses['403'];
    },
    'No example of a response in the contract has "x-provoked-by',
  ],
  [
    'no refusal of an unknown order',
    ({ responses }) => {
      delete responses['404'];
    },
    'No example of a response in the contract has "x-provoked-by',
  ],
])('A contract that did not pass lint is refused in one line: %s', async (_, edit, reason) => {
  const error: Error = await startMock({ port: 0, contract: async () => contractAfter(edit) }).then(
    () => Promise.reject(new Error('It was taken.')),
    (refused) => refused,
  );
  expect(error.name).toBe('ContractError');
  expect(error.message).toContain(`The contract cannot be used: ${reason}`);
  expect(error.message).not.toContain('\n');
});
