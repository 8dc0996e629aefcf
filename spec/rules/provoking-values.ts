import { EXAMPLES_PATH, jsonExamples, type Operation, type RuleContext } from './rule.ts';

const PROVOKING = /^\$request\.(?:path\.(?<parameter>.+)|header\.Authorization)$/;

/**
 * `x-provoked-by` names a part of the request that the mock can compare: a declared path parameter or the
 * `Authorization` header.
 */
export function provokingValues() {
  return {
    Operation(operation: Operation, context: RuleContext) {
      const parameters = (operation.parameters ?? []).map(({ name }) => name);
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        for (const [name, example] of Object.entries(jsonExamples(response))) {
          for (const expression of Object.keys(example['x-provoked-by'] ?? {})) {
            const match = PROVOKING.exec(expression);
            const parameter = match?.groups?.parameter;
            if (match !== null && (parameter === undefined || parameters.includes(parameter))) continue;
            context.report({
              message: `"${expression}" is no part of the request. Write $request.header.Authorization, or $request.path. and one of: ${parameters.join(', ')}.`,
              location: context.location.child([
                'responses',
                status,
                ...EXAMPLES_PATH,
                name,
                'x-provoked-by',
              ]),
            });
          }
        }
      }
    },
  };
}
