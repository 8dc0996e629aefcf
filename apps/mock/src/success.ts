import type { Contract } from '@ax-cloud/contract/contract';
import { echoRequest } from '@ax-cloud/contract/echo';
import { evaluate, type RequestContext } from '@ax-cloud/contract/expression';
import type { Answer } from './answer.ts';
import type { Choice } from './engine.ts';

const STATUS = '$request.body#/ax_status';

/**
 * Completes a choice: the success to a request is the example of the same name as the request example with the same
 * `ax_status`. A choice of another answer, or of one that is not an example, stays as it is.
 */
export function chooseSuccess(contract: Contract, request: RequestContext, choice: Choice): Choice {
  if (choice.exampleKey !== undefined || choice.dynamic === true) return choice;
  const success = contract.responses.find(({ status }) => status < 300);
  if (success === undefined || (choice.code !== undefined && choice.code !== success.status)) return choice;
  const status = evaluate(STATUS, { request });
  const exampleKey = Object.keys(success.examples).find((name) => {
    const body = contract.request.examples[name]?.value;
    return body !== undefined && evaluate(STATUS, { request: { ...request, body } }) === status;
  });
  return exampleKey === undefined ? choice : { ...choice, exampleKey };
}

/** Makes an answer repeat of the request what the contract says that this answer repeats (`x-echoes`). */
export function echo(contract: Contract, request: RequestContext, answer: Answer): Answer {
  const { echoes = {} } = contract.responses.find(({ status }) => status === answer.status) ?? {};
  return { ...answer, body: echoRequest(echoes, request, answer.body) };
}
