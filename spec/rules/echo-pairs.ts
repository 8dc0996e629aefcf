import { unmetEchoes } from '../src/echo.ts';
import { EXAMPLES_PATH, jsonExamples, type Operation, type RuleContext } from './rule.ts';

/**
 * Examples come in request/response pairs of one name, and each 200 example is the echo of its request as `x-echoes`
 * says. This also catches a misspelt expression, which would otherwise make every check against it pass or fail.
 */
export function echoPairs() {
  return {
    Operation(operation: Operation, context: RuleContext) {
      const success = operation.responses?.['200'];
      const location = context.location.child(['responses', '200']);
      const echoes = success?.['x-echoes'];
      if (echoes === undefined) {
        const message =
          'The 200 does not say what success means. Add "x-echoes": response expression → request expression.';
        return context.report({ message, location });
      }
      const requests = jsonExamples(operation.requestBody);
      const answers = jsonExamples(success);
      const path = Object.fromEntries(
        (operation.parameters ?? []).map(({ name, example }) => [name, example ?? '']),
      );

      for (const name of new Set([...Object.keys(requests), ...Object.keys(answers)])) {
        const [request, answer] = [requests[name], answers[name]];
        const place = location.child([...EXAMPLES_PATH, name]);
        if (request === undefined || answer === undefined) {
          const missing = request === undefined ? 'request' : '200';
          context.report({
            message: `The example "${name}" has no partner of that name in the ${missing}.`,
            location: place,
          });
          continue;
        }
        try {
          const sent = { path, headers: {}, body: request.value };
          for (const { response, request: wanted, expected, received } of unmetEchoes(
            echoes,
            sent,
            answer.value,
          )) {
            const message = `The example "${name}" is not an echo: ${response} is ${JSON.stringify(received)}, but ${wanted} is ${JSON.stringify(expected)}.`;
            context.report({ message, location: place });
          }
        } catch (error) {
          return context.report({ message: String(error), location: location.child('x-echoes') });
        }
      }
    },
  };
}
