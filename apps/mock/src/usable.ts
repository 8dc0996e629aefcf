import type { Contract } from '@ax-cloud/contract/contract';
import { echoRequest } from '@ax-cloud/contract/echo';
import { resolveSchema } from '@ax-cloud/contract/schema';
import type { Validator } from './validator.ts';

/**
 * Makes sure that the mock can use a contract, so that a contract that did not pass lint fails at the start and not at each request.
 * It checks the echo of the success and the schemas; Prism silently ignores schemas that it cannot compile.
 *
 * @throws {Error} which names the unusable part
 */
export function checkUsable(contract: Contract, validator: Validator): void {
  const { success, request, orderCode, document } = contract;
  const [body] = Object.values(request.examples).map(({ value }) => value);
  const context = { path: { [orderCode.name]: String(orderCode.example) }, headers: {}, query: {}, body };
  for (const example of Object.values(success.examples)) echoRequest(success, context, example.value);

  // A list is not a valid body in any contract, because the fields are those of an object.
  if (validator.findViolations({ headers: {}, query: {}, body: [] }).length === 0) {
    throw new Error('The schema of the request cannot be compiled. Correct its patterns and references.');
  }
  for (const { name, schema } of [orderCode, ...contract.headers, ...contract.query]) {
    const { pattern = '' } = resolveSchema(document, schema);
    try {
      new RegExp(pattern, 'u');
    } catch {
      throw new Error(`The pattern of the parameter ${name} is not a regular expression. Correct it.`);
    }
  }
}
