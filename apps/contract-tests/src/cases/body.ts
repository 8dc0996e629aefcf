import type { Contract } from '@ax-cloud/channel-spec/contract';
import { resolveSchema } from '@ax-cloud/channel-spec/schema';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import { JSON_TYPES, sampleOf } from '../json-values.ts';
import { type NamesReading, toWire } from '../reading.ts';
import { answering, mustBeRefused } from '../verdicts.ts';
import { type Change, cancelRequest, exampleBody, taggedBody } from './requests.ts';

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
      bilingual("A body with the field names of the page's cURL", '문서의 cURL 에 있는 필드 이름을 쓴 본문'),
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
        (accepted) => ({ 'required-in-patch': accepted ? 'partial' : 'enforced' }),
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
        '두 번째 channel_status 가 상태 값이 아닌 본문',
      ),
      (context) => ({ raw: duplicateKeys(context) }),
    ),
  ];
}

/** @param known the values that the field may have; undefined for free text */
function fieldCases(name: string, known: readonly string[] | undefined): Case[] {
  const value = (id: string, what: Bilingual, bend: (valid: string) => unknown, answers?: Answers) =>
    refused(
      `${name}.${id}`,
      what,
      (context) => {
        const body = taggedBody(context);
        return { body: { ...body, [name]: bend(String(body[name])) } };
      },
      answers,
    );
  // A number for free text is commonly taken as its digits, which harms nobody: that one is observed elsewhere.
  const types = JSON_TYPES.filter((type) => type !== 'string' && !(type === 'number' && known === undefined));
  const wrongTypes = types.map((type) =>
    value(
      `type.${type}`,
      bilingual(
        `A body whose ${name} is ${type === 'null' ? 'null' : `of type ${type}`}`,
        `${name} 이(가) ${type} 인 본문`,
      ),
      (valid) => sampleOf(type, valid),
      known === undefined && type === 'null'
        ? (accepted) => (accepted ? { 'comment-form': 'nullable' } : {})
        : undefined,
    ),
  );
  if (known === undefined) return wrongTypes;
  const spelling: Answers = (accepted) => ({ 'status-spelling': accepted ? 'tolerant' : 'exact' });
  return [
    // First, because a server that takes any text takes all that follow.
    value(
      'unlisted',
      bilingual(
        `A body whose ${name} is a status that the page does not list`,
        `${name} 이(가) 문서에 없는 상태인 본문`,
      ),
      () => 'Cancelled by nobody',
    ),
    ...wrongTypes,
    value('empty', bilingual(`A body whose ${name} is empty`, `${name} 이(가) 빈 문자열인 본문`), () => ''),
    value('blank', bilingual(`A body whose ${name} is a space`, `${name} 이(가) 공백인 본문`), () => ' '),
    value(
      'numeric',
      bilingual(`A body whose ${name} is a number in quotes`, `${name} 이(가) 따옴표 안의 숫자인 본문`),
      () => '1',
    ),
    value(
      'ticket-spelling',
      bilingual(`A body whose ${name} is spelt as a ticket's`, `${name} 을(를) 티켓의 철자로 쓴 본문`),
      (valid) => valid.replace(/cancel$/, 'canceled'),
    ),
    value(
      'cut-short',
      bilingual(`A body whose ${name} lacks its end`, `${name} 의 끝이 잘린 본문`),
      (valid) => valid.slice(0, valid.indexOf(' ')),
    ),
    value(
      'underscore',
      bilingual(
        `A body whose ${name} has an underscore in place of the space`,
        `${name} 의 공백 대신 밑줄을 쓴 본문`,
      ),
      (valid) => valid.replace(' ', '_'),
    ),
    value(
      'other-case',
      bilingual(`A body whose ${name} is spelt in small letters`, `${name} 을(를) 소문자로 쓴 본문`),
      (valid) => valid.toLowerCase(),
      spelling,
    ),
    value(
      'capitals',
      bilingual(`A body whose ${name} is spelt in capital letters`, `${name} 을(를) 대문자로 쓴 본문`),
      (valid) => valid.toUpperCase(),
      spelling,
    ),
    value(
      'padded-before',
      bilingual(`A body whose ${name} begins with a space`, `${name} 앞에 공백이 있는 본문`),
      (valid) => ` ${valid}`,
      spelling,
    ),
    value(
      'padded-after',
      bilingual(`A body whose ${name} ends with a space`, `${name} 뒤에 공백이 있는 본문`),
      (valid) => `${valid} `,
      spelling,
    ),
    value(
      'line-break',
      bilingual(`A body whose ${name} ends with a line break`, `${name} 뒤에 줄바꿈이 있는 본문`),
      (valid) => `${valid}\n`,
      spelling,
    ),
  ];
}

const NO_AX_STATUS: Verdict = {
  outcome: 'observed',
  remarks: [
    bilingual('not asked: this server has no ax_status', '확인하지 않음: 이 서버에는 ax_status 가 없습니다'),
  ],
};

type Answers = (accepted: boolean, context: CaseContext) => Record<string, string>;

function refused(
  id: string,
  what: Bilingual,
  change: (context: CaseContext) => Change,
  answers: Answers = () => ({}),
): Case {
  return {
    id: `body.${id}`,
    title: bilingual(`${what.en} is refused`, `${what.ko}: 거부된다`),
    expects: bilingual('400 (inferred), and nothing changed', '400 (추정), 변경 없음'),
    needs: 'live-order',
    async run(context): Promise<Verdict> {
      if (id.startsWith('ax_status.') && context.reading.names === 'channel-status-alone')
        return NO_AX_STATUS;
      const answer = await context.send(cancelRequest(context, change(context)));
      const verdict = mustBeRefused(context.check, answer, [400], what);
      const own = answers(answer.status < 300, context);
      const form = /^[a-z]+_?[a-z]*\./.test(id) ? formOf(verdict, answer.json) : {};
      return answering(verdict, { ...own, ...form });
    },
  };
}

/** How an invalid field is answered: as the framework does it, or in another way. */
function formOf({ outcome }: Verdict, body: unknown): Record<string, string> {
  if (outcome === 'failed') return {};
  const detail = typeof body === 'object' && body !== null && 'detail' in body;
  const form = outcome === 'observed' ? 'another-answer' : detail ? 'detail-only' : 'detail-or-fields';
  return { 'invalid-request-answer': form };
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
