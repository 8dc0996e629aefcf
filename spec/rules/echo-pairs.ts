import { evaluate, resolvePointer } from './expression.ts';
import { examplesOf, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, isNode } from './rule.ts';

/**
 * Examples come in request/response pairs of one name, and each example of a success repeats its request as `x-echoes`
 * says. The mock responds with the example of the name, and the docs show the pair side by side.
 */
export const echoPairs = documentRule((document, report) => {
  const operation = operationOf(document);
  const success = operation?.responses.find(({ node }) => isNode(node['x-echoes']));
  if (operation === undefined || success === undefined) return;
  const body = requestBodyOf(operation);
  const requests = examplesOf(body.node, body.at);
  const responses = examplesOf(success.node, success.at);
  const code = operation.parameters.find(({ node }) => node.in === 'path')?.node;
  const path = { [String(code?.name)]: String(code?.example) };

  for (const { name, at } of requests) {
    if (!responses.some((one) => one.name === name)) {
      report(
        at,
        `The example "${name}" has no partner of that name in the ${success.status}. Add one, or remove this one.`,
      );
    }
  }
  for (const { name, node, at } of responses) {
    const partner = requests.find((one) => one.name === name);
    if (partner === undefined) {
      report(
        at,
        `The example "${name}" has no partner of that name in the request. Add one, or remove this one.`,
      );
      continue;
    }
    try {
      const request = { path, headers: {}, body: partner.node.value };
      const order = evaluate(String(success.node['x-order'] ?? '$response.body#'), {
        request,
        response: { body: node.value },
      });
      for (const [field, wanted] of Object.entries(success.node['x-echoes'] as object)) {
        const expected = evaluate(String(wanted), { request });
        const received = resolvePointer(order, `/${field}`);
        if (expected === undefined || received === expected) continue;
        report(
          [...at, 'value'],
          `The example "${name}" does not repeat its request: ${field} is ${JSON.stringify(received)}, and ${wanted} is ${JSON.stringify(expected)}. Make them equal.`,
        );
      }
    } catch {
      // The rules "success" and "echoes" report an expression that cannot be parsed.
    }
  }
});
