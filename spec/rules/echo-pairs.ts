import { evaluate, resolvePointer } from './expression.ts';
import { EXAMPLES_PATH, jsonExamples, type Operation, type RuleContext } from './rule.ts';

/**
 * Examples come in request/response pairs of one name, and each example of a success repeats its request as `x-echoes`
 * says. This also catches a misspelt expression, which would otherwise make every check against it pass or fail.
 */
export function echoPairs() {
  return {
    Operation(operation: Operation, context: RuleContext) {
      const [status, success] =
        Object.entries(operation.responses ?? {}).find(([, response]) => response['x-echoes']) ?? [];
      if (status === undefined || success === undefined) return;
      const location = context.location.child(['responses', status]);
      const requests = jsonExamples(operation.requestBody);
      const responses = jsonExamples(success);
      const path = Object.fromEntries(
        (operation.parameters ?? []).map(({ name, example }) => [name, String(example ?? '')]),
      );

      for (const name of new Set([...Object.keys(requests), ...Object.keys(responses)])) {
        const [request, response] = [requests[name], responses[name]];
        const place = location.child([...EXAMPLES_PATH, name]);
        if (request === undefined || response === undefined) {
          const missing = request === undefined ? 'request' : status;
          context.report({
            message: `The example "${name}" has no partner of that name in the ${missing}. Add one, or remove this one.`,
            location: place,
          });
          continue;
        }
        try {
          const order = evaluate(success['x-order'] ?? '$response.body#', {
            request: { path, headers: {}, body: request.value },
            response: { body: response.value },
          });
          for (const [field, wanted] of Object.entries(success['x-echoes'] ?? {})) {
            const expected = evaluate(wanted, { request: { path, headers: {}, body: request.value } });
            const received = resolvePointer(order, `/${field}`);
            if (expected === undefined || received === expected) continue;
            const message = `The example "${name}" does not repeat its request: ${field} is ${JSON.stringify(received)}, but ${wanted} is ${JSON.stringify(expected)}.`;
            context.report({ message, location: place });
          }
        } catch (error) {
          return context.report({ message: String(error), location: location.child('x-echoes') });
        }
      }
    },
  };
}
