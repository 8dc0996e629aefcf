import type { Contract, Schema } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
import { parseExpression } from '@ax-cloud/contract/expression';
import { readFields, resolveSchema } from '@ax-cloud/contract/schema';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { type Bilingual, bilingual } from './bilingual.ts';
import type { HttpResponse } from './exchange.ts';
import { fieldsOf } from './order-fields.ts';
import { type Reading, unwrap } from './reading.ts';
import { requiredHeaders, requiredQuery } from './required-parameters.ts';
import { responseValidator } from './schema-check.ts';

/** Reads responses against the contract's documented ones. */
export interface ResponseCheck {
  /** What is wrong with the status, the media type or the body of a response that must be this one. */
  problems(response: HttpResponse, status: number): Bilingual[];
  /** What a success fails to repeat of the request; empty when it is the echo. `body` is in the contract's names. */
  unmet(response: HttpResponse, orderCode: string, body: unknown, reading: Reading): Bilingual[];
  /** Whether an object has none of the fields that the contract names for its status, although it may have others. */
  namesNothing(response: HttpResponse): boolean;
  /** Fields of a response that the contract does not name. They are tolerated, and worth knowing. */
  additionalFields(response: HttpResponse): string[];
}

/**
 * Makes the check of a run's responses.
 *
 * @param enveloped whether bodies may come in an envelope that the contract does not have, as far as it is known when a
 * response is read
 */
export function createResponseCheck(contract: Contract, enveloped: () => boolean): ResponseCheck {
  const { success } = contract;
  const open = (body: unknown) => (success.orderPointer === '' && enveloped() ? unwrap(body).body : body);

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
      if (validate(open(response.json))) return problems;
      const faults = (validate.errors ?? []).map(describe);
      return [...problems, ...new Map(faults.map((fault) => [fault.en, fault])).values()];
    },
    unmet(response, orderCode, body, reading) {
      const sent = {
        path: { [contract.orderCode.name]: orderCode },
        headers: requiredHeaders(contract),
        query: requiredQuery(contract),
        body,
      };
      return unmetEchoes(success, sent, open(response.json))
        .filter(({ request }) => reading.pathCode === 'ax' || parseExpression(request).part !== 'path')
        .map(({ field, request, expected, received: got }) => {
          const wanted = nameOf(request);
          const [is, was] = [JSON.stringify(got) ?? 'missing', JSON.stringify(expected)];
          return bilingual(
            `${field} is ${is}, but the request's ${wanted} was ${was}`,
            `${field} 값이 ${is}입니다. 요청의 ${wanted} 값은 ${was}였습니다`,
          );
        });
    },
    namesNothing({ status, json }) {
      const documented = contract.responses.find((one) => one.status === status);
      if (documented === undefined) return false;
      const names = readFields(contract.document, documented.schema).map(({ name }) => name);
      const body = fieldsOf(open(json));
      return names.every((name) => !(name in body));
    },
    additionalFields(response) {
      const documented = contract.responses.find(({ status }) => status === response.status);
      return documented === undefined ? [] : undeclared(contract, documented.schema, open(response.json));
    },
  };
}

/** The fields of an object that its schema does not name, also in the objects inside it. */
function undeclared(contract: Contract, schema: Schema, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { properties = {}, additionalProperties } = resolveSchema(contract.document, schema);
  return Object.entries(value).flatMap(([name, inside]) => {
    const property = properties[name];
    if (property !== undefined) return undeclared(contract, property, inside);
    return typeof additionalProperties === 'object' ? [] : [name];
  });
}

/** What must hold for every response in JSON, whatever its status: media type, encoding, one document, no name twice. */
export function formProblems(response: HttpResponse): Bilingual[] {
  const type = response.headers['content-type'];
  const problems: Bilingual[] = [];
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '')) {
    problems.push(
      type === undefined
        ? bilingual('there is no Content-Type', 'Content-Type이 없습니다')
        : bilingual(
            `the Content-Type is "${type}", not application/json in UTF-8`,
            `Content-Type이 UTF-8의 application/json이 아니라 "${type}"입니다`,
          ),
    );
  }
  if (!response.utf8) problems.push(bilingual('the body is not UTF-8', '본문이 UTF-8이 아닙니다'));
  if (response.json === undefined) problems.push(notJson(response.text));
  if (response.duplicateKeys.length > 0) {
    const names = response.duplicateKeys.join(', ');
    problems.push(
      bilingual(`the body has a field twice: ${names}`, `본문에 같은 필드가 두 번 있습니다: ${names}`),
    );
  }
  return problems;
}

function notJson(text: string): Bilingual {
  if (text === '') return bilingual('the body is empty', '본문이 비어 있습니다');
  if (/^\s*\{\s*'/.test(text)) {
    return bilingual(
      'the body is not JSON: it has single quotes, as the page prints it (question error-body-quotes)',
      '본문이 JSON이 아닙니다: 문서에 적힌 대로 작은따옴표를 씁니다 (질문 error-body-quotes)',
    );
  }
  return bilingual('the body is not one JSON document', '본문이 하나의 JSON 문서가 아닙니다');
}

function describe({ instancePath, keyword, params, message }: ErrorObject): Bilingual {
  const where = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') {
    const { missingProperty } = params as { missingProperty: string };
    return bilingual(`the field ${missingProperty} is missing`, `${missingProperty} 필드가 없습니다`);
  }
  const subject = where === '' ? bilingual('the body', '본문') : bilingual(where, where);
  if (keyword === 'type') {
    const { type } = params as { type: string };
    return bilingual(`${subject.en} is not of type ${type}`, `${subject.ko}의 타입이 ${type}이 아닙니다`);
  }
  return bilingual(`${subject.en} ${message}`, `${subject.ko}: ${message}`);
}

/** The last step of a runtime expression: `$request.body#/ax_status` → `ax_status`. */
function nameOf(expression: string): string {
  return expression.replace(/^.*[./]/, '');
}
