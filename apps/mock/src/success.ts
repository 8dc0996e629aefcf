import type { Contract } from '@ax-cloud/contract/contract';
import { evaluate, type RequestContext } from '@ax-cloud/contract/expression';
import type { Choice } from './engine.ts';

/**
 * Completes a choice: the success of a request is the example of the same name as the request example that has the most
 * of its statuses. A choice of another response, or of one that is not an example, stays as it is.
 */
export function chooseSuccess(contract: Contract, request: RequestContext, choice: Choice): Choice {
  const { success } = contract;
  const { code = success.status } = choice;
  if (choice.exampleKey !== undefined || choice.dynamic === true || code !== success.status) {
    return { ...choice, code };
  }
  const statuses = contract.request.fields
    .filter(({ cancels }) => cancels !== undefined)
    .map(({ name }) => `$request.body#/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const sent = statuses.map((status) => evaluate(status, { request }));

  let best = { exampleKey: '', equal: 0 };
  for (const exampleKey of Object.keys(success.examples)) {
    const body = contract.request.examples[exampleKey]?.value;
    const equal = statuses.filter((status, index) => {
      const shown = evaluate(status, { request: { ...request, body } });
      return shown !== undefined && shown === sent[index];
    }).length;
    if (equal > best.equal) best = { exampleKey, equal };
  }
  return best.equal === 0 ? { ...choice, code } : { ...choice, code, exampleKey: best.exampleKey };
}
