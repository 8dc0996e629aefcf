import type { Contract } from '@ax-cloud/contract/contract';
import { uncancelledStatus } from '@ax-cloud/contract/contract';
import { bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import type { HttpResponse } from '../exchange.ts';
import { statusesIn } from '../order-fields.ts';
import { DROPPED_FIELD, namesOf, toOtherNames, toWire } from '../reading.ts';
import { exampleBody, statusFields, taggedBody } from './bodies.ts';
import { fieldCases } from './field-values.ts';
import { type Answers, refused } from './refused-body.ts';
import type { RequestContext } from './requests.ts';

/** A status that no server knows. */
export const NO_STATUS = 'Cancelled by nobody';

/**
 * Bodies that the request schema refuses, derived from it (the page, 2.2 Body Parameter). Each goes to a real order, because
 * the server looks the order up before it reads the body, and none may cancel it.
 */
export function invalidBodyCases(contract: Contract): Case[] {
  const { fields } = contract.request;
  const partial: Answers = (accepted) => ({ 'required-in-patch': accepted ? 'partial' : 'enforced' });
  const example = exampleBody(contract);
  return [
    ...refused(
      contract,
      'empty-object',
      bilingual('A body without any field', '필드가 하나도 없는 본문'),
      () => ({ body: {} }),
      { answers: partial },
    ),
    ...misnamed(contract),
    ...refused(contract, 'array', bilingual('A body that is an array', '배열인 본문'), () => ({
      body: [example],
    })),
    ...refused(contract, 'empty-array', bilingual('A body that is an empty array', '빈 배열인 본문'), () => ({
      body: [],
    })),
    ...refused(contract, 'string', bilingual('A body that is a text', '문자열인 본문'), () => ({
      body: JSON.stringify(example),
    })),
    ...refused(contract, 'number', bilingual('A body that is a number', '숫자인 본문'), () => ({ body: 1 })),
    ...refused(contract, 'null', bilingual('A body that is null', 'null인 본문'), () => ({ body: null })),
    ...refused(contract, 'absent', bilingual('A request without a body', '본문이 없는 요청'), () => ({
      raw: '',
    })),
    ...fields
      .filter(({ required }) => required)
      .flatMap(({ name }) => [
        ...refused(
          contract,
          `${name}.missing`,
          bilingual(`A body without ${name}`, `${name} 이(가) 없는 본문`),
          (context) => ({ body: without(taggedBody(context), name) }),
          {
            field: name,
            answers: (accepted, context, response) => ({
              ...partial(accepted, context, response),
              ...(name === DROPPED_FIELD && setsBoth(contract, response)
                ? { 'superseded-version': 'version-57' }
                : {}),
            }),
          },
        ),
        ...refused(
          contract,
          `${name}.name-case`,
          bilingual(`A body with ${name} in capital letters`, `${name} 이름을 대문자로 쓴 본문`),
          (context) => {
            const body = taggedBody(context);
            return { body: { ...without(body, name), [name.toUpperCase()]: body[name] } };
          },
          { field: name },
        ),
      ]),
    ...fields.flatMap((field) => fieldCases(contract, field)),
    ...refused(
      contract,
      'nested',
      bilingual('A body whose fields are one level too deep', '필드가 한 단계 더 깊은 본문'),
      () => ({ body: { data: example } }),
    ),
    ...duplicateKeys(contract),
  ];
}

/** The field names of the other reading; none where the contract has neither pair. */
function misnamed(contract: Contract): Case[] {
  const own = namesOf(Object.keys(exampleBody(contract)));
  if (own === undefined) return [];
  const what =
    own === 'table'
      ? bilingual("A body with the field names of the page's cURL", '문서의 cURL에 있는 필드 이름을 쓴 본문')
      : bilingual("A body with the field names of the page's table", '문서의 표에 있는 필드 이름을 쓴 본문');
  return refused(
    contract,
    'misnamed',
    what,
    // In the names that this server does not read.
    (context) => ({
      raw: JSON.stringify(
        context.reading.names === 'curl' ? taggedBody(context) : toOtherNames(taggedBody(context)),
      ),
    }),
    {
      answers: (accepted, { reading }) => {
        const read = reading.names === 'curl' ? 'curl-names' : `${own}-names`;
        return { 'body-field-names': accepted ? 'either-names' : read };
      },
    },
  );
}

function without(body: object, name: string): object {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

/** Of two values of one name most parsers take the last (RFC 8259, section 4); here that one is invalid. */
function duplicateKeys(contract: Contract): Case[] {
  const field = statusFields(contract).at(-1)?.name;
  if (field === undefined) return [];
  return refused(
    contract,
    'duplicate-keys',
    bilingual(`A body whose second ${field} is not a status`, `두 번째 ${field} 값이 상태가 아닌 본문`),
    (context: RequestContext) => {
      const [name = ''] = Object.keys(toWire({ [field]: '' }, context.reading.names) as object);
      const whole = JSON.stringify(toWire(taggedBody(context), context.reading.names));
      return { raw: `${whole.slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(NO_STATUS)}}` };
    },
  );
}

/** Whether a success says the same cancel in all its statuses, as where one field sets both. */
function setsBoth(contract: Contract, { status, json }: HttpResponse): boolean {
  const [first, ...others] = statusesIn(contract, json);
  const same = others.length > 0 && others.every((one) => one === first);
  return status < 300 && same && first !== uncancelledStatus(contract);
}
