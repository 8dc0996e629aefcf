import { parseExpression } from './expression.ts';
import { type NamedExample, type Operation, operationOf, refusalsOf } from './operation.ts';
import { documentRule, objectOf, type Path, type Report } from './rule.ts';

/**
 * `x-provoked-by` names a part of the request that the mock can compare. Every contract says how a missing key, a wrong
 * key and an unknown order code are refused, because every part acts on those.
 */
export const provokingValues = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const refusals = refusalsOf(operation);
  const provoked = refusals.flatMap((example) =>
    Object.entries(objectOf(example.node['x-provoked-by'])).map(([expression, value]) => ({
      example,
      expression,
      value,
    })),
  );
  for (const { example, expression, value } of provoked)
    checkPart(operation, example, expression, value, report);
  const missing = provoked.filter(({ expression, value }) => isKey(expression) && value === '');
  const wrong = provoked.filter(({ expression, value }) => isKey(expression) && value !== '');
  const order = provoked.filter(({ expression }) => expression.startsWith('$request.path.'));
  const at = [...operation.at, 'responses'];
  need(
    missing,
    'a missing key is refused: "x-provoked-by: { $request.header.Authorization: \'\' }"',
    at,
    report,
  );
  need(
    wrong,
    'a wrong key is refused: "x-provoked-by: { $request.header.Authorization: Token … }"',
    at,
    report,
  );
  need(order, 'an unknown order code is refused: "x-provoked-by: { $request.path.… : … }"', at, report);
  for (const { example } of missing.slice(1)) {
    report([...example.at, 'x-provoked-by'], 'A second example is provoked by a missing key. Remove one.');
  }
});

function isKey(expression: string): boolean {
  return expression.toLowerCase() === '$request.header.authorization';
}

function need(found: readonly object[], what: string, at: Path, report: Report): void {
  if (found.length === 0) report(at, `No example of a response says how ${what}. Add one.`);
}

function checkPart(
  { parameters }: Operation,
  example: NamedExample,
  expression: string,
  value: unknown,
  report: Report,
): void {
  const at = [...example.at, 'x-provoked-by', expression];
  const declared = parameters.map(({ node }) => `$request.${node.in}.${node.name}`);
  const known = ['$request.header.Authorization', ...declared];
  if (!known.some((one) => one.toLowerCase() === expression.toLowerCase()) || !isParsable(expression)) {
    report(
      at,
      `"${expression}" is not a part of the request that the mock compares. Write one of ${known.join(', ')}.`,
    );
  } else if (typeof value !== 'string') {
    report(at, 'The value that provokes an example is a text. Put it into quotation marks.');
  }
}

function isParsable(expression: string): boolean {
  try {
    return parseExpression(expression).part !== 'body';
  } catch {
    return false;
  }
}
