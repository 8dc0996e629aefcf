import type { Contract, ResponseDescription } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
import { resolveSchema } from '@ax-cloud/contract/schema';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Bilingual, bilingual } from './bilingual.ts';
import type { Answer } from './exchange.ts';
import { type Reading, unwrap } from './reading.ts';

/** Reads answers against the contract's documented responses. */
export interface AnswerCheck {
  /** What is wrong with the status, the media type or the body of an answer that must be this response. */
  problems(answer: Answer, status: number): Bilingual[];
  /** What a success fails to repeat of the request; empty when it is the echo. `body` is in the contract's names. */
  unmet(answer: Answer, orderCode: string, body: unknown, reading: Reading): Bilingual[];
  /** Fields of an answer that the contract does not name. They are tolerated, and worth knowing. */
  additionalFields(answer: Answer): string[];
}

/**
 * Compiles the contract's response schemas once for a run.
 *
 * @param enveloped whether bodies may come in an envelope, as far as it is known when an answer is read
 */
export function createAnswerCheck(contract: Contract, enveloped: () => boolean): AnswerCheck {
  const open = (body: unknown) => (enveloped() ? unwrap(body).body : body);
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addSchema({ ...contract.document, $id: 'contract' });
  const validators = new Map<number, ValidateFunction>(
    contract.responses.map(({ status, schema }) => [status, ajv.compile(atHome(schema))]),
  );

  return {
    problems(answer, status) {
      if (answer.status !== status) {
        return [
          bilingual(
            `the status is ${answer.status}, not the documented ${status}`,
            `상태 코드가 문서의 ${status}이 아니라 ${answer.status}입니다`,
          ),
        ];
      }
      const validate = validators.get(status);
      if (validate === undefined) throw new Error(`The contract documents no ${status}.`);
      const problems = formProblems(answer);
      if (answer.json === undefined) return problems;
      if (validate(open(answer.json))) return problems;
      const faults = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'oneOf').map(describe);
      return [...problems, ...new Map(faults.map((fault) => [fault.en, fault])).values()];
    },
    unmet(answer, orderCode, body, reading) {
      const { echoes } = documented(contract, 200);
      const sent = { path: { ax_order_code: orderCode }, headers: {}, body };
      return unmetEchoes(echoes, sent, open(answer.json))
        .filter(({ response }) => reading.pathCode === 'ax' || !response.endsWith('/ax_order_code'))
        .map(({ response, request, expected, received: got }) => {
          const [field, wanted] = [nameOf(response), nameOf(request)];
          const [is, was] = [JSON.stringify(got) ?? 'missing', JSON.stringify(expected)];
          return bilingual(
            `${field} is ${is}, but the request's ${wanted} was ${was}`,
            `${field} 값이 ${is}입니다. 요청의 ${wanted} 값은 ${was}였습니다`,
          );
        });
    },
    additionalFields(answer) {
      const response = contract.responses.find(({ status }) => status === answer.status);
      const body = open(answer.json);
      if (response === undefined || typeof body !== 'object' || body === null) return [];
      const { properties, additionalProperties } = resolveForm(contract, response, body);
      if (additionalProperties) return [];
      return Object.keys(body).filter((name) => !properties.includes(name));
    },
  };
}

/** What must hold for every answer in JSON, whatever its status: media type, encoding, one document, no name twice. */
export function formProblems(answer: Answer): Bilingual[] {
  const type = answer.headers['content-type'];
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
  if (!answer.utf8) problems.push(bilingual('the body is not UTF-8', '본문이 UTF-8이 아닙니다'));
  if (answer.json === undefined) problems.push(notJson(answer.text));
  if (answer.duplicateKeys.length > 0) {
    const names = answer.duplicateKeys.join(', ');
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

/** The fields that a body of this response may have. Of several forms, that which shares a field with the body. */
function resolveForm(contract: Contract, { schema }: ResponseDescription, body: object) {
  const forms = formsOf(contract, schema);
  const named = forms.find(({ properties = {} }) => Object.keys(properties).some((name) => name in body));
  const form =
    named ?? forms.find(({ additionalProperties }) => additionalProperties !== undefined) ?? forms[0];
  return {
    properties: Object.keys(form?.properties ?? {}),
    additionalProperties: form?.additionalProperties !== undefined,
  };
}

type Form = ReturnType<typeof resolveSchema> & { oneOf?: object[]; additionalProperties?: unknown };

function formsOf(contract: Contract, schema: object): Form[] {
  const form: Form = resolveSchema(contract, schema as Record<string, unknown>);
  return form.oneOf?.flatMap((one) => formsOf(contract, one)) ?? [form];
}

/** The last step of a runtime expression: `$request.body#/ax_status` → `ax_status`. */
function nameOf(expression: string): string {
  return expression.replace(/^.*[./]/, '');
}

/** Points the schema's references at the whole document. */
function atHome(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
}

function documented(contract: Contract, status: number): ResponseDescription {
  const response = contract.responses.find((one) => one.status === status);
  if (response === undefined) throw new Error(`The contract documents no ${status}.`);
  return response;
}
