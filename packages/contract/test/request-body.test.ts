import { expect, test } from 'vitest';
import { makeOrderCodes } from '../src/order-codes.ts';
import {
  bareExample,
  exampleBody,
  otherKind,
  statusFields,
  textField,
  undeclaredField,
  withText,
} from '../src/request-body.ts';
import { allowsBody, allowsOrderCode, responseValidator } from '../src/schema-check.ts';
import { editedContract } from './document.ts';

const contract = editedContract();

test('the fields of a cancel are known by their schemas', () => {
  expect(statusFields(contract).map(({ name }) => name)).toEqual(['ax_status', 'channel_status']);
  expect(textField(contract)?.name).toBe('comment');
  expect(contract.request.fields.map(({ name }) => name)).not.toContain(undeclaredField(contract));
});

test('the contract allows every body that is made', () => {
  for (const body of [exampleBody(contract), bareExample(contract), otherKind(contract)])
    expect(allowsBody(contract, body)).toBe(true);
  expect(otherKind(contract)).not.toMatchObject({ ax_status: exampleBody(contract).ax_status });
  expect(bareExample(contract)).not.toHaveProperty('comment');
});

test('a text that is too long for the contract is not made', () => {
  const short = editedContract((document) => {
    document.components.schemas.CancelRequest.properties.comment.maxLength = 3;
  });
  expect(withText(short, exampleBody(short), 'abc')).toMatchObject({ comment: 'abc' });
  expect(withText(short, exampleBody(short), 'abcd')).toBeUndefined();
});

test('made-up order codes differ, and the contract allows them', () => {
  const codes = makeOrderCodes(contract, 5);
  expect(new Set(codes).size).toBe(5);
  expect(codes.every((code) => allowsOrderCode(contract, code))).toBe(true);
});

test('only a documented status has a validator', () => {
  expect(responseValidator(contract, 404)?.({ detail: 'x' })).toBe(true);
  expect(responseValidator(contract, 404)?.({ detail: 1 })).toBe(false);
  expect(responseValidator(contract, 418)).toBeUndefined();
});
