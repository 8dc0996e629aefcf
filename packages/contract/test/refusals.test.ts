import { describe, expect, it } from 'vitest';
import { findProvoked, readRefusals } from '../src/refusals.ts';
import { editedContract, operationOf } from './document.ts';

const contract = editedContract();

describe('The documented refusals', () => {
  it('tell a missing key from a wrong one', () => {
    const { missingKey, wrongKey } = readRefusals(contract);
    expect([missingKey.name, missingKey.status]).toEqual(['missingKey', 403]);
    expect(wrongKey.map(({ name, status }) => [name, status])).toEqual([['noPermission', 403]]);
  });

  it('may have another status for a missing key', () => {
    const edited = editedContract((document) => {
      const { responses } = operationOf(document);
      responses['401'] = structuredClone(responses['403']);
      const examples = responses['403'].content['application/json'].examples;
      delete examples.missingKey;
      delete responses['401'].content['application/json'].examples.noPermission;
    });
    const { missingKey, wrongKey } = readRefusals(edited);
    expect([missingKey.status, wrongKey[0].status]).toEqual([401, 403]);
  });

  it('are found by what provokes them', () => {
    const { order } = readRefusals(contract);
    const at = (code: string) =>
      findProvoked(order, { path: { ax_order_code: code }, headers: {}, body: undefined })?.name;
    expect(at('00000000-0000-4000-8000-000000000404')).toBe('unknownOrder');
    expect(at('not-a-uuid')).toBe('malformedOrder');
    expect(at('another')).toBeUndefined();
  });

  it.each([
    ['the key', '"x-provoked-by: { $request.header.Authorization: \'\' }"', '403'],
    ['the order', '"x-provoked-by: { $request.path.ax_order_code: … }"', '404'],
    ['an unreadable body', '"x-violation: syntax"', '400'],
  ])('are reported as missing where no example says how %s is refused', (_, message, status) => {
    const edited = editedContract((document) => {
      delete operationOf(document).responses[status];
    });
    expect(() => readRefusals(edited)).toThrow(`No example of a response in the contract has ${message}`);
  });
});
