import { MOCK_HEADER } from '@ax-cloud/contract/mock-header';
import { describe, expect, it } from 'vitest';
import { scenarioCode } from './exchange.ts';
import { useMock } from './mock.ts';
import { contract, PINNED, send } from './pinned.ts';

const mock = useMock(PINNED);

describe('Each response has the header by which the contract tests recognize the mock:', () => {
  it.each([
    ['a success', {}, 200],
    ['a refusal', { headers: { authorization: undefined } }, 403],
    ['another path', { path: '/elsewhere' }, 404],
    ['another method', { method: 'PUT' }, 405],
    ['a scenario', { orderCode: scenarioCode('html-500') }, 500],
    ['its health', { method: 'GET', path: '/_mock/health', body: '' }, 200],
  ])('%s', async (_, deviation, wanted) => {
    const { status, headers } = await send(mock.url, deviation);
    expect([status, headers[MOCK_HEADER]]).toEqual([wanted, contract.version]);
  });
});
