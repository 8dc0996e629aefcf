import { describe, expect, it } from 'vitest';
import { invalidRequestBody, invalidRequestForm } from '../src/invalid-request.ts';
import { createWording, INPUT, quoteInput } from '../src/messages.ts';
import { editedContract, operationOf } from './document.ts';

const contract = editedContract();
const field = { in: 'field', name: 'comment', message: '가' } as const;

describe('The response to an invalid request', () => {
  const form = invalidRequestForm(contract);

  it('lists the messages of each field, and those about the whole body apart', () => {
    const body = { in: 'body', name: '', message: '나' } as const;
    expect(form.status).toBe(400);
    expect(invalidRequestBody(form, [field])).toEqual({ comment: ['가'] });
    expect(invalidRequestBody(form, [body])).toEqual({ non_field_errors: ['나'] });
  });

  it('names a parameter in one detail, because the framework has no list for it', () => {
    const header = { in: 'header', name: 'Channel', message: '나' } as const;
    expect(invalidRequestBody(form, [field, header])).toEqual({ detail: '헤더 Channel: 나' });
  });

  it('is one detail, under another status, if the contract says so', () => {
    const edited = editedContract((document) => {
      const { responses } = operationOf(document);
      responses['422'] = responses['400'];
      delete responses['400'];
      responses['422'].content['application/json'].schema.$ref = '#/components/schemas/ErrorDetail';
    });
    const other = invalidRequestForm(edited);
    expect(other).toMatchObject({ status: 422, detailOnly: true });
    expect(invalidRequestBody(other, [field])).toEqual({ detail: '가' });
  });
});

describe('The wording of a violation', () => {
  const word = createWording(contract);

  it("is the contract's own where an example has it", () => {
    expect(word('required', {})).toBe('이 필드는 필수 항목입니다.');
    expect(word('enum', {})).toBe(`"${INPUT}"이 유효하지 않은 선택(choice)입니다.`);
    expect(word('type', { type: ['string', 'null'] })).toBe('Not a valid string.');
  });

  it('names the limit', () => {
    expect(word('maxLength', { maxLength: 100 })).toBe('이 필드의 글자 수가 100 이하인지 확인하십시오.');
    expect(word('minimum', { type: 'integer', minimum: 0 })).toBe(
      '이 값이 0보다 크거나 같은지 확인하십시오.',
    );
  });

  it('depends on the type of the field', () => {
    expect(word('type', { type: 'integer' })).toBe('유효한 정수(integer)를 입력하십시오.');
    expect(word('type', { type: ['boolean', 'null'] })).toContain('부울(boolean)');
  });

  it('quotes what was sent without spelling out what is nested', () => {
    expect(quoteInput('enum', 'Canceled')).toBe('Canceled');
    expect(quoteInput('enum', [[[[]]]])).toBe('[…]');
    expect(quoteInput('object', [])).toBe('list');
  });
});
