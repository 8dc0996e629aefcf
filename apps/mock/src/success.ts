import type { Contract } from '@ax-cloud/contract/contract';
import type { Choice } from './engine.ts';

/**
 * Makes the function that completes a choice. The success of a request is the response example with the name of the request example
 * that shares the most statuses with the request. A choice that names an example, another response or made-up values keeps its own.
 */
export function createSuccessChoice({
  success,
  request,
}: Contract): (body: unknown, choice: Choice) => Choice {
  const statusFields = request.fields.flatMap(({ name, cancels }) => (cancels === undefined ? [] : [name]));
  const statusesOf = (body: unknown) => statusFields.map((name) => Object(body)[name] as unknown);
  const shown = Object.keys(success.examples).map((exampleKey) => ({
    exampleKey,
    statuses: statusesOf(request.examples[exampleKey]?.value),
  }));

  function closest(body: unknown): string | undefined {
    const sent = statusesOf(body);
    let best: { exampleKey: string | undefined; equal: number } = { exampleKey: undefined, equal: 0 };
    for (const { exampleKey, statuses } of shown) {
      const equal = statuses.filter((status, index) => status !== undefined && status === sent[index]).length;
      if (equal > best.equal) best = { exampleKey, equal };
    }
    return best.exampleKey;
  }

  return (body, choice) => {
    const { code = success.status } = choice;
    const named = choice.exampleKey !== undefined || choice.dynamic === true || code !== success.status;
    const exampleKey = named ? undefined : closest(body);
    return exampleKey === undefined ? { ...choice, code } : { ...choice, code, exampleKey };
  };
}
