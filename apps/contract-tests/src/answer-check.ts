import type { Contract, ResponseDescription } from '@ax-cloud/channel-spec/contract';
import { unmetEchoes } from '@ax-cloud/channel-spec/echo';
import { resolveSchema } from '@ax-cloud/channel-spec/schema';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer } from './exchange.ts';

/** Reads answers against the contract's documented responses. */
export interface AnswerCheck {
  /** What is wrong with an answer that must be this documented response; empty when nothing is. */
  problems(answer: Answer, status: number): string[];
  /** What a success fails to repeat of the request; empty when it is the echo. */
  unmet(answer: Answer, orderCode: string, body: unknown): string[];
  /** Fields of an answer that the contract does not name. They are tolerated, and worth knowing. */
  additionalFields(answer: Answer, status: number): string[];
}

/** Compiles the contract's response schemas once for a run. */
export function createAnswerCheck(contract: Contract): AnswerCheck {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addSchema({ ...contract.document, $id: 'contract' });
  const validators = new Map<number, ValidateFunction>(
    contract.responses.map(({ status, schema }) => [status, ajv.compile(atHome(schema))]),
  );

  return {
    problems(answer, status) {
      if (answer.status !== status) return [`the status is ${answer.status}, not the documented ${status}`];
      const type = answer.headers['content-type'] ?? '';
      const problems = [];
      if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
        problems.push(`the Content-Type is "${type}", not application/json in UTF-8`);
      }
      if (answer.json === undefined) return [...problems, 'the body is not JSON'];
      const validate = validators.get(status);
      if (validate === undefined) throw new Error(`The contract documents no ${status}.`);
      if (validate(answer.json)) return problems;
      const faults = (validate.errors ?? []).map(
        ({ instancePath, message }) => `${instancePath || 'the body'} ${message}`,
      );
      return [...problems, ...new Set(faults)];
    },
    unmet(answer, orderCode, body) {
      const { echoes } = documented(contract, 200);
      const sent = { path: { ax_order_code: orderCode }, headers: {}, body };
      return unmetEchoes(echoes, sent, answer.json).map(
        ({ response, request, expected, received }) =>
          `${response} is ${JSON.stringify(received)}, but ${request} was ${JSON.stringify(expected)}`,
      );
    },
    additionalFields(answer, status) {
      const { properties = {} } = resolveSchema(contract, documented(contract, status).schema);
      const body: unknown = answer.json;
      if (typeof body !== 'object' || body === null) return [];
      return Object.keys(body).filter((name) => !Object.hasOwn(properties, name));
    },
  };
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
