import type { Contract } from '@ax-cloud/contract/contract';
import { resolveSchema } from '@ax-cloud/contract/schema';
import { bilingual } from '../bilingual.ts';
import type { Case, CaseContext } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { type NamesReading, toWire } from '../reading.ts';
import { statusesOf } from './answer-fields.ts';
import { fieldCases } from './field-values.ts';
import { refused } from './refused-body.ts';
import { exampleBody, taggedBody } from './requests.ts';

/**
 * Bodies that the request schema refuses, derived from it (the page, 2.2 Body Parameter). Each goes to a real order, because
 * the server looks the order up before it reads the body, and none may cancel it.
 */
export function invalidBodyCases(contract: Contract): Case[] {
  const schema = resolveSchema(contract, contract.request.schema);
  const required = schema.required ?? [];
  const fields = Object.entries(schema.properties ?? {});
  return [
    refused(
      'empty-object',
      bilingual('A body without any field', '필드가 하나도 없는 본문'),
      () => ({ body: {} }),
      (accepted) => ({
        'required-in-patch': accepted ? 'partial' : 'enforced',
      }),
    ),
    refused(
      'misnamed',
      bilingual("A body with the field names of the page's cURL", '문서의 cURL에 있는 필드 이름을 쓴 본문'),
      (context) => ({ raw: JSON.stringify(toWire(taggedBody(context), otherNames(context.reading.names))) }),
      (accepted, { reading }) => ({
        'body-field-names': accepted
          ? 'either-names'
          : reading.names === 'curl'
            ? 'curl-names'
            : 'table-names',
      }),
    ),
    refused('array', bilingual('A body that is an array', '배열인 본문'), ({ contract }) => ({
      body: [exampleBody(contract)],
    })),
    refused('empty-array', bilingual('A body that is an empty array', '빈 배열인 본문'), () => ({
      body: [],
    })),
    refused('string', bilingual('A body that is a text', '문자열인 본문'), ({ contract }) => ({
      body: JSON.stringify(exampleBody(contract)),
    })),
    refused('number', bilingual('A body that is a number', '숫자인 본문'), () => ({ body: 1 })),
    refused('null', bilingual('A body that is null', 'null 인 본문'), () => ({ body: null })),
    refused('absent', bilingual('A request without a body', '본문이 없는 요청'), () => ({ raw: '' })),
    ...required.flatMap((name) => [
      refused(
        `${name}.missing`,
        bilingual(`A body without ${name}`, `${name} 이(가) 없는 본문`),
        (context) => ({ body: without(taggedBody(context), name) }),
        (accepted, _, answer) => ({
          'required-in-patch': accepted ? 'partial' : 'enforced',
          ...(name === 'ax_status' && setsBoth(answer) ? { 'superseded-version': 'version-57' } : {}),
        }),
      ),
      refused(
        `${name}.name-case`,
        bilingual(`A body with ${name} in capital letters`, `${name} 이름을 대문자로 쓴 본문`),
        (context) => {
          const body = taggedBody(context);
          return { body: { ...without(body, name), [name.toUpperCase()]: body[name] } };
        },
      ),
    ]),
    ...fields.flatMap(([name, property]) => fieldCases(name, resolveSchema(contract, property).enum)),
    refused(
      'nested',
      bilingual('A body whose fields are one level too deep', '필드가 한 단계 더 깊은 본문'),
      ({ contract }) => ({
        body: { data: exampleBody(contract) },
      }),
    ),
    refused(
      'duplicate-keys',
      bilingual(
        'A body whose second channel_status is not a status',
        '두 번째 channel_status가 상태 값이 아닌 본문',
      ),
      (context) => ({ raw: duplicateKeys(context) }),
    ),
  ];
}

function without(body: object, name: string): object {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

/** The names that this server does not read. */
function otherNames(names: NamesReading): NamesReading {
  return names === 'curl' ? 'table' : 'curl';
}

/** Of two values of one name most parsers take the last (RFC 8259, section 4); here that one is invalid. */
function duplicateKeys(context: CaseContext): string {
  const [name = ''] = Object.keys(toWire({ channel_status: '' }, context.reading.names) as object);
  const whole = JSON.stringify(toWire(taggedBody(context), context.reading.names));
  return `${whole.slice(0, -1)},${JSON.stringify(name)}:"Cancelled by nobody"}`;
}

/** Whether a success says the same cancel in both statuses, as where one field sets both. */
function setsBoth({ status, json }: Answer): boolean {
  const { ax_order_status, channel_order_status } = statusesOf(json);
  return status < 300 && ax_order_status === channel_order_status && ax_order_status !== 'New';
}
