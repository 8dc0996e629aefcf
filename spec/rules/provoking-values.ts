import { parseExpression } from './expression.ts';
import { type NamedExample, type Operation, operationOf, refusalsOf } from './operation.ts';
import { HEADER_VALUE, isHeaderValue, segmentProblem } from './parameters.ts';
import { documentRule, isNode, listOf, type Node, objectOf, type Report, readBeside } from './rule.ts';

/**
 * `x-provoked-by` names a part of the request that the mock can compare. Every contract says how a missing key, a wrong
 * key and an unknown order code are refused, because every part acts on those.
 */
export const provokingValues = documentRule((document, report, file) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const provoked: Provoked[] = [];
  for (const example of refusalsOf(operation)) {
    const values = example.node['x-provoked-by'];
    const at = [...example.at, 'x-provoked-by'];
    if (values !== undefined && (!isNode(values) || Object.keys(values).length === 0)) {
      report(at, '"x-provoked-by" is a map: expression → value. Write one.');
    } else if (values !== undefined && example.node['x-violation'] !== undefined) {
      report(
        at,
        'An example is provoked by a value, or it shows a violation. Remove "x-provoked-by" or "x-violation".',
      );
    }
    for (const [expression, value] of Object.entries(objectOf(values)))
      provoked.push({ example, expression, value });
  }
  for (const { status, node, at } of refusalsOf(operation)) {
    const problem = isActedOn(node) ? statusProblem(status) : undefined;
    if (problem !== undefined) report(at, problem);
  }
  for (const { example, expression, value } of provoked)
    checkPart(operation, example, expression, value, report);
  checkDoubles(provoked, report);
  checkWords(provoked, report);
  checkScenarios(operation, provoked, file, report);

  const at = [...operation.at, 'responses'];
  const found = (test: (one: Provoked) => boolean) => provoked.some(test);
  const need = (what: string) => report(at, `No example of a response says how ${what}. Add one.`);
  if (!found(({ expression, value }) => isKey(expression) && value === ''))
    need('a missing key is refused: "x-provoked-by: { $request.header.Authorization: \'\' }"');
  else if (!found(({ expression, value }) => isKey(expression) && value !== ''))
    need('a wrong key is refused: "x-provoked-by: { $request.header.Authorization: Token … }"');
  if (!found(({ expression }) => expression.startsWith('$request.path.')))
    need('an unknown order code is refused: "x-provoked-by: { $request.path.… : … }"');
});

const KEY = '$request.header.Authorization';

/** Whether an example shows how a key, an order code or a body is refused. */
function isActedOn(example: Node): boolean {
  const expressions = Object.keys(objectOf(example['x-provoked-by']));
  const provoked = expressions.some((one) => isKey(one) || one.startsWith('$request.path.'));
  return provoked || example['x-violation'] !== undefined;
}

/** Why a status cannot refuse a key, an order code or a body. */
function statusProblem(status: string): string | undefined {
  if (status.startsWith('5'))
    return `After a ${status}, nobody knows whether the order is cancelled. Move the example to a 4xx.`;
  return status === '429'
    ? 'After a 429, every part waits and sends again. Move the example to another 4xx.'
    : undefined;
}

/** One value that provokes an example. */
interface Provoked {
  example: NamedExample;
  expression: string;
  value: unknown;
}

/** Neither the example of the order code nor a provoking value can be the order code of a scenario. */
function checkScenarios(
  { parameters }: Operation,
  provoked: readonly Provoked[],
  file: string,
  report: Report,
): void {
  const codes = listOf(objectOf(readBeside(file, 'scenarios.yaml')).scenarios).map(
    (one) => objectOf(one).code,
  );
  const ofOrders = [
    ...parameters.flatMap(({ node, at }) =>
      node.in === 'path' ? [{ value: node.example, at: [...at, 'example'] }] : [],
    ),
    ...provoked.flatMap(({ example, expression, value }) =>
      expression.startsWith('$request.path.')
        ? [{ value, at: [...example.at, 'x-provoked-by', expression] }]
        : [],
    ),
  ];
  for (const { value, at } of ofOrders) {
    if (codes.includes(value))
      report(at, `"${value}" is the order code of a scenario in scenarios.yaml. Write another value.`);
  }
}

function isKey(expression: string): boolean {
  return expression.toLowerCase() === KEY.toLowerCase();
}

function checkPart(
  { parameters }: Operation,
  example: NamedExample,
  expression: string,
  value: unknown,
  report: Report,
): void {
  const at = [...example.at, 'x-provoked-by', expression];
  const known = new Map<string, Node>([[KEY, { in: 'header' }]]);
  for (const { node } of parameters) known.set(`$request.${node.in}.${node.name}`, node);
  // In this spelling, because not every part ignores the case of a header's name.
  const part = isParsable(expression) ? known.get(expression) : undefined;
  if (part === undefined) {
    report(
      at,
      `"${expression}" is not a part of the request that the mock compares. Write one of ${[...known.keys()].join(', ')}.`,
    );
  } else if (typeof value !== 'string') {
    report(at, 'The value that provokes an example is a text. Put it into quotation marks.');
  } else if (/[`|\n]/.test(value)) {
    report(
      at,
      `The docs and the READMEs show ${JSON.stringify(value)} as code in a table. Write a value without "\`", "|" and line breaks.`,
    );
  } else if (part.in === 'path' && value === '') {
    report(at, 'No path has an empty order code. Write a value.');
  } else if (part.in === 'path' && segmentProblem(value) !== undefined) {
    report(at, segmentProblem(value) ?? '');
  } else if (part.in === 'header' && value !== '' && !isHeaderValue(value)) {
    report(at, `No header can carry ${JSON.stringify(value)}. ${HEADER_VALUE}`);
  } else if (value !== '' && value === String(part.example)) {
    report(at, `"${value}" is the parameter's own example, which would be refused. Write another value.`);
  }
}

/** All wrong keys have one word before them, because every part puts it before the right one. */
function checkWords(provoked: readonly Provoked[], report: Report): void {
  const [first, ...others] = provoked.filter(({ expression, value }) => isKey(expression) && value !== '');
  for (const { example, expression, value } of others) {
    if (wordOf(value) !== wordOf(first?.value))
      report(
        [...example.at, 'x-provoked-by', expression],
        `"${value}" has another word before the key than "${first?.value}". Every part sends one: write it in both.`,
      );
  }
}

function wordOf(value: unknown): string {
  const text = String(value);
  return text.slice(0, text.indexOf(' ') + 1);
}

function isParsable(expression: string): boolean {
  try {
    return parseExpression(expression).part !== 'body';
  } catch {
    return false;
  }
}

/** Two examples cannot have the same value: the mock would never give the second. */
function checkDoubles(provoked: readonly Provoked[], report: Report): void {
  const seen = new Set<string>();
  for (const { node, at } of new Set(provoked.map(({ example }) => example))) {
    const condition = JSON.stringify(Object.entries(objectOf(node['x-provoked-by'])).toSorted());
    if (seen.has(condition))
      report([...at, 'x-provoked-by'], 'Another example is provoked by the same value. Write another value.');
    seen.add(condition);
  }
}
