import type { Contract } from '@ax-cloud/contract/contract';
import { orderSteps } from '@ax-cloud/contract/echo';
import { parseExpression, pointerSteps } from '@ax-cloud/contract/expression';
import type { PlannedRequest } from './postman-requests.ts';
import type { DownloadTexts } from './texts.ts';

/** The variable with the order code as it stands in the path. */
export const ENCODED_CODE = 'order_code_in_path';

/** The script before each request: it encodes the order code for the path. */
export function encodeScript({ orderCode }: Contract): string[] {
  return [
    `const code = pm.variables.replaceIn(pm.variables.get(${quote(orderCode.name)}));`,
    `pm.variables.set(${quote(ENCODED_CODE)}, encodeURIComponent(code));`,
  ];
}

/**
 * The tests of a request. They check the status, that a success repeats what was sent, and that a refusal has the documented fields.
 * They read the sent request, so they also work with another body.
 */
export function testScript(contract: Contract, request: PlannedRequest, texts: DownloadTexts): string[] {
  const { status, names } = request;
  const judged =
    status === contract.success.status
      ? echoTests(contract, texts)
      : names.map((name) => nameTest(name, texts));
  return [
    `pm.test(${quote(texts.statusTest(status))}, () => pm.response.to.have.status(${status}));`,
    ...judged,
  ];
}

function nameTest(name: string, texts: DownloadTexts): string {
  return `pm.test(${quote(texts.fieldTest(name))}, () => pm.expect(pm.response.json()).to.have.property(${quote(name)}));`;
}

function echoTests({ success, orderCode }: Contract, texts: DownloadTexts): string[] {
  const order = orderSteps(success).map((step) => `?.[${quote(step)}]`);
  const tests = Object.entries(success.echoes).map(
    ([field, wanted]) =>
      `repeats(${quote(texts.echoTest(field, wanted))}, ${sentValue(wanted, orderCode.name)}, ${quote(field)});`,
  );
  return [
    'const sent = JSON.parse(pm.request.body.raw);',
    `const order = () => pm.response.json()${order.join('')};`,
    '// A value that was not sent need not be repeated.',
    'const repeats = (name, wanted, field) =>',
    '  wanted === undefined || pm.test(name, () => pm.expect(order()?.[field]).to.eql(wanted));',
    ...tests,
  ];
}

/** Reads the part of the request that an expression names. */
function sentValue(expression: string, orderCode: string): string {
  const parsed = parseExpression(expression);
  if (parsed.part === 'body') {
    return `sent${pointerSteps(parsed.pointer)
      .map((step) => `?.[${quote(step)}]`)
      .join('')}`;
  }
  if (parsed.part === 'header') return `pm.request.headers.get(${quote(parsed.name)}) ?? undefined`;
  if (parsed.part === 'query') return `pm.request.url.query.get(${quote(parsed.name)}) ?? undefined`;
  if (parsed.name === orderCode) return `pm.variables.replaceIn(pm.variables.get(${quote(orderCode)}))`;
  throw new Error(
    `"x-echoes" names ${expression}, but the path has no such parameter. Correct it in spec/openapi.yaml.`,
  );
}

function quote(text: string): string {
  return JSON.stringify(text);
}
