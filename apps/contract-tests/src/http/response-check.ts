import type { Contract, Example, Schema } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
import { parseExpression } from '@ax-cloud/contract/expression';
import { orderFields, orderOf } from '@ax-cloud/contract/order-fields';
import { readFields, resolveSchema } from '@ax-cloud/contract/schema';
import { responseValidator } from '@ax-cloud/contract/schema-check';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { type Bilingual, bilingual, same } from '../bilingual.ts';
import type { ResponseCheck } from '../cases/case.ts';
import { isWrittenUuid } from '../cases/order-codes.ts';
import type { HttpResponse } from './message.ts';
import { detailOf, fieldsOf, formProblems } from './response.ts';

/**
 * Makes the check of responses against one contract.
 *
 * @param channelCodes the channel's known codes of orders, by the code in the path
 */
export function createResponseCheck(
  contract: Contract,
  channelCodes: ReadonlyMap<string, string> = new Map(),
): ResponseCheck {
  return {
    problems(response, status) {
      if (response.status !== status) {
        return [
          bilingual(
            `the status is ${response.status}, not the documented ${status}`,
            `상태 코드가 명세의 ${status}이 아니라 ${response.status}입니다`,
          ),
        ];
      }
      const validate = responseValidator(contract, status);
      if (validate === undefined) throw new Error(`The contract documents no ${status}.`);
      const problems = formProblems(response);
      if (response.json === undefined) return problems;
      problems.push(...textProblems(contract, response));
      if (validate(response.json)) return problems;
      const faults = (validate.errors ?? []).map(describe);
      return [...problems, ...new Map(faults.map((fault) => [fault.en, fault])).values()];
    },
    unmet(response, orderCode, body) {
      const parameters = (list: Contract['headers']) =>
        Object.fromEntries(
          list.filter(({ required }) => required).map(({ name, example }) => [name, example]),
        );
      const headers = Object.entries(parameters(contract.headers)).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]);
      const sent = {
        path: { [contract.orderCode.name]: orderCode },
        headers: Object.fromEntries(headers) as Record<string, string>,
        query: parameters(contract.query) as Record<string, string>,
        body,
      };
      const all = unmetEchoes(contract.success, sent, response.json);
      const unmet = all
        .filter(({ expected, received }) => !isWrittenUuid(received, expected))
        .map(({ field, request, expected, received }) =>
          differs(field, received, `the request's ${nameOf(request)}`, `요청의 ${nameOf(request)}`, expected),
        );
      const { channelCode } = orderFields(contract);
      const [known, received] = [
        channelCodes.get(orderCode),
        orderOf(contract, response.json)[channelCode ?? ''],
      ];
      if (channelCode === undefined || known === undefined || received === known) return unmet;
      return [
        ...unmet,
        differs(
          channelCode,
          received,
          "the order's code in AX_ORDER_CODES",
          'AX_ORDER_CODES의 채널 주문 코드',
          known,
        ),
      ];
    },
    namesNothing({ status, json }) {
      const documented = contract.responses.find((one) => one.status === status);
      if (documented === undefined) return false;
      const body = fieldsOf(json);
      return readFields(contract.document, documented.schema).every(({ name }) => !(name in body));
    },
    additionalFields(response) {
      const documented = contract.responses.find(({ status }) => status === response.status);
      return documented === undefined ? [] : undeclared(contract, documented.schema, response.json);
    },
  };
}

/**
 * Hangul that was decoded or encoded wrongly: UTF-8 read as Latin-1 or CP949, EUC-KR read as Latin-1, replacement characters, or
 * question marks from a charset without Hangul.
 */
const MOJIBAKE =
  /\ufffd|[ê-í][\u0080-\u00bf\u2010-\u2122Œ-Ÿ]{1,2}|([\u00b0-\u00c8][\u00a1-\u00fe]){2}|[가-힣][\u4e00-\u9fff\uf900-\ufaff]|[\u4e00-\u9fff\uf900-\ufaff][가-힣]|\?{3,}/;

/**
 * What is wrong with the text of a documented error: it is empty, it is the text of another error, or its Korean was decoded in the
 * wrong encoding. Its wording is free (the page, 2.4).
 */
function textProblems({ responses }: Contract, { status, json }: HttpResponse): Bilingual[] {
  const detail = detailOf(json);
  if (detail === undefined || status < 400) return [];
  const worded = ({ examples }: (typeof responses)[number]) =>
    Object.values(examples).filter(({ value }) => detailOf(value) === detail);
  const own = responses.find((one) => one.status === status);
  const causes = own === undefined ? [] : causesOf(Object.values(own.examples));
  const other = responses.find((one) => {
    const others = one === own ? [] : causesOf(worded(one));
    return others.length > 0 && causes.length > 0 && !others.some((cause) => causes.includes(cause));
  });
  if (detail.trim() === '') return [bilingual('detail is empty', 'detail이 비어 있습니다')];
  if (other !== undefined && own !== undefined && worded(own).length === 0) {
    return [
      bilingual(`detail is the text of the ${other.status}`, `detail이 ${other.status} 응답의 문구입니다`),
    ];
  }
  return MOJIBAKE.test(detail)
    ? [bilingual('detail was decoded in the wrong encoding', 'detail의 글자가 깨져 있습니다')]
    : [];
}

/**
 * The part of a request that examples of an error are about: header, path, query or body. Two errors about the same part may have
 * the same text.
 */
function causesOf(examples: readonly Example[]): string[] {
  return examples.flatMap(({ provokedBy, violation }) =>
    violation === undefined ? Object.keys(provokedBy).map((part) => parseExpression(part).part) : ['body'],
  );
}

function describe({ instancePath, keyword, params, message }: ErrorObject): Bilingual {
  const where = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') {
    const { missingProperty } = params as { missingProperty: string };
    return bilingual(`the field ${missingProperty} is missing`, `${missingProperty} 필드가 없습니다`);
  }
  const subject = where === '' ? bilingual('the body', '본문') : same(where);
  if (keyword === 'type') {
    const { type } = params as { type: string };
    return bilingual(`${subject.en} is not of type ${type}`, `${subject.ko}의 타입이 ${type}이 아닙니다`);
  }
  return bilingual(`${subject.en} ${message}`, `${subject.ko}: ${message}`);
}

function differs(field: string, received: unknown, en: string, ko: string, expected: unknown): Bilingual {
  const [is, wanted] = [JSON.stringify(received) ?? 'missing', JSON.stringify(expected)];
  return bilingual(
    `${field} is ${is}, but ${en} is ${wanted}`,
    `${field} 값이 ${is}입니다. ${ko} 값은 ${wanted}입니다`,
  );
}

/** The fields of an object, at any depth, that its schema does not name. */
function undeclared(contract: Contract, schema: Schema, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { properties = {}, additionalProperties } = resolveSchema(contract.document, schema);
  return Object.entries(value).flatMap(([name, inside]) => {
    const property = properties[name];
    if (property !== undefined) return undeclared(contract, property, inside);
    return typeof additionalProperties === 'object' ? [] : [name];
  });
}

/** The last step of a runtime expression: `$request.body#/ax_status` → `ax_status`. */
function nameOf(expression: string): string {
  return expression.replace(/^.*[./]/, '');
}
