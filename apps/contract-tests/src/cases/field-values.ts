import type { Contract, Field } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { JSON_TYPES, sampleOf } from '../json-values.ts';
import { exampleBody, taggedBody } from './bodies.ts';
import { NO_STATUS } from './body.ts';
import { type Answers, refused } from './refused-body.ts';

/** Bodies in which one field has a value that its schema refuses. */
export function fieldCases(contract: Contract, { name, schema, cancels }: Field): Case[] {
  const isText = [schema.type].flat().includes('string');
  const isFreeText = isText && schema.enum === undefined;
  const value = (id: string, what: Bilingual, alter: (valid: string) => unknown, answers?: Answers) =>
    refused(
      contract,
      `${name}.${id}`,
      what,
      (context) => {
        const body = taggedBody(context);
        const valid = body[name] ?? exampleBody(contract)[name] ?? schema.examples?.[0] ?? '';
        return { body: { ...body, [name]: alter(String(valid)) } };
      },
      { field: name, ...(answers === undefined ? {} : { answers }) },
    );
  // A number for free text is commonly taken as its digits, which harms nobody: that one is observed elsewhere. So are
  // digits for a number.
  const types = JSON_TYPES.filter(
    (type) => !(type === 'string' && isText) && !(type === 'number' && isFreeText),
  );
  const wrongTypes = types.flatMap((type) =>
    value(
      `type.${type}`,
      bilingual(
        `A body whose ${name} is ${type === 'null' ? 'null' : `of type ${type}`}`,
        `${name} 이(가) ${type}인 본문`,
      ),
      (valid) => sampleOf(type, isText ? valid : NO_STATUS),
      isFreeText && type === 'null'
        ? (accepted): Record<string, string> => (accepted ? { 'comment-form': 'nullable' } : {})
        : undefined,
    ),
  );
  if (cancels === undefined) return wrongTypes;
  const spelling: Answers = (accepted) => ({ 'status-spelling': accepted ? 'tolerant' : 'exact' });
  return [
    // First, because a server that takes any text takes all that follow.
    ...value(
      'unlisted',
      bilingual(
        `A body whose ${name} is a status that the page does not list`,
        `${name} 이(가) 문서에 없는 상태인 본문`,
      ),
      () => NO_STATUS,
    ),
    ...wrongTypes,
    ...value(
      'empty',
      bilingual(`A body whose ${name} is empty`, `${name} 이(가) 빈 문자열인 본문`),
      () => '',
    ),
    ...value('blank', bilingual(`A body whose ${name} is a space`, `${name} 이(가) 공백인 본문`), () => ' '),
    ...value(
      'korean-label',
      bilingual(
        `A body whose ${name} is the page's Korean word for it`,
        `${name} 을(를) 문서의 한국어로 쓴 본문`,
      ),
      () => '여행자 취소',
    ),
    ...value(
      'without-space',
      bilingual(`A body whose ${name} lacks its space`, `${name}의 공백을 뺀 본문`),
      (valid) => valid.replace(' ', ''),
    ),
    ...value(
      'title-case',
      bilingual(
        `A body whose ${name} has a second capital letter`,
        `${name}의 두 번째 단어도 대문자로 쓴 본문`,
      ),
      (valid) => valid.replace(/ (.)/, (_, letter: string) => ` ${letter.toUpperCase()}`),
      spelling,
    ),
    ...value(
      'numeric',
      bilingual(`A body whose ${name} is a number in quotes`, `${name} 이(가) 따옴표 안의 숫자인 본문`),
      () => '1',
    ),
    ...value(
      'ticket-spelling',
      bilingual(`A body whose ${name} is spelt as a ticket's`, `${name} 을(를) 티켓의 철자로 쓴 본문`),
      (valid) => valid.replace(/cancel$/, 'canceled'),
    ),
    ...value(
      'cut-short',
      bilingual(`A body whose ${name} lacks its end`, `${name}의 끝이 잘린 본문`),
      (valid) => valid.slice(0, valid.indexOf(' ')),
    ),
    ...value(
      'underscore',
      bilingual(
        `A body whose ${name} has an underscore in place of the space`,
        `${name}의 공백 대신 밑줄을 쓴 본문`,
      ),
      (valid) => valid.replace(' ', '_'),
    ),
    ...value(
      'other-case',
      bilingual(`A body whose ${name} is spelt in small letters`, `${name} 을(를) 소문자로 쓴 본문`),
      (valid) => valid.toLowerCase(),
      spelling,
    ),
    ...value(
      'capitals',
      bilingual(`A body whose ${name} is spelt in capital letters`, `${name} 을(를) 대문자로 쓴 본문`),
      (valid) => valid.toUpperCase(),
      spelling,
    ),
    ...value(
      'padded-before',
      bilingual(`A body whose ${name} begins with a space`, `${name} 앞에 공백이 있는 본문`),
      (valid) => ` ${valid}`,
      spelling,
    ),
    ...value(
      'padded-after',
      bilingual(`A body whose ${name} ends with a space`, `${name} 뒤에 공백이 있는 본문`),
      (valid) => `${valid} `,
      spelling,
    ),
    ...value(
      'line-break',
      bilingual(`A body whose ${name} ends with a line break`, `${name} 뒤에 줄바꿈이 있는 본문`),
      (valid) => `${valid}\n`,
      spelling,
    ),
  ];
}
