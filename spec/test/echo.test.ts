import { expect, test } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { echoRequest, unmetEchoes } from '../src/echo.ts';
import { evaluate } from '../src/expression.ts';

const { request, responses, exampleOrderCode } = await loadContract();
const success = responses.find(({ status }) => status === 200);
const echoes = success?.echoes ?? {};
const sent = {
  path: { ax_order_code: exampleOrderCode },
  headers: { authorization: 'Token key' },
  body: request.examples.travelerCancel?.value,
};

test("each 200 example of the contract is the echo of its request, and of no other's", () => {
  expect(unmetEchoes(echoes, sent, success?.examples.travelerCancel?.value)).toEqual([]);
  expect(unmetEchoes(echoes, sent, success?.examples.unavoidableCancel?.value)).toMatchObject([
    {
      response: '$response.body#/ax_order_status',
      expected: 'Traveler cancel',
      received: 'Unavoidable cancel',
    },
    { response: '$response.body#/channel_order_status' },
  ]);
});

test.each([undefined, null, [], 'text'])('an answer whose body is %j echoes nothing', (body) => {
  expect(unmetEchoes(echoes, sent, body)).toHaveLength(3);
});

test('an example made into an echo takes the values of the request and keeps the rest', () => {
  const other = { ...sent, path: { ax_order_code: 'another' } };
  expect(echoRequest(echoes, other, success?.examples.unavoidableCancel?.value)).toEqual({
    channel_order_code: '915c1218-f41c-492b-bb0b-96177ff4d2ee',
    channel_order_status: 'Traveler cancel',
    ax_order_code: 'another',
    ax_order_status: 'Traveler cancel',
  });
});

test('expressions reach path, header and body of the request', () => {
  expect(evaluate('$request.path.ax_order_code', { request: sent })).toBe(exampleOrderCode);
  expect(evaluate('$request.header.Authorization', { request: sent })).toBe('Token key');
  expect(evaluate('$request.body#/ax_status', { request: sent })).toBe('Traveler cancel');
  expect(evaluate('$request.body#/nothing', { request: sent })).toBeUndefined();
});

test.each(['$request.query.page', '$url', 'ax_status', '$response.header.Date'])(
  'the expression %s is refused, because the contract does not use it',
  (expression) => {
    expect(() => evaluate(expression, { request: sent })).toThrow(SyntaxError);
  },
);
