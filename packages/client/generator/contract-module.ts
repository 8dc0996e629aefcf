import type { Contract } from '@ax-cloud/contract/contract';
import { orderSteps } from '@ax-cloud/contract/echo';
import { parseExpression } from '@ax-cloud/contract/expression';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { rejectingStatuses } from '@ax-cloud/contract/outcomes';
import { readRefusals } from '@ax-cloud/contract/refusals';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { createGuards } from './guards.ts';
import { literal, member, property } from './literal.ts';
import { parameterOptions } from './parameter-options.ts';
import { requestBody } from './request-body.ts';
import { nameOf } from './schema-name.ts';

/** The values of the contract that the client needs at run time, and the types that go with them, as the text of a module. */
export function contractModule(contract: Contract, scenarios: readonly Scenario[]): string {
  const { path, method, servers, orderCode, cancels, success } = contract;
  const environments = Object.fromEntries(servers.map(({ environment, url }) => [environment, url]));
  const guards = createGuards(contract);
  const steps = orderSteps(success);
  const [before = '', after = ''] = path.split(`{${orderCode.name}}`);
  const body = requestBody(contract, guards.guard);
  const parameters = parameterOptions(contract, guards.guard);
  return [
    "import type { Rule } from '../check.ts';",
    "import type { components } from './openapi.d.ts';\n",
    guards.text(),
    '/** The path of the operation, with its parameter in braces. */',
    `export const PATH = ${literal(path)} as const;\n`,
    '/** The name of the parameter in the path, and the placeholder that stands there. */',
    `export const ORDER_CODE = ${literal(orderCode.name)} as const;`,
    `export const PLACEHOLDER = ${literal(`{${orderCode.name}}`)} as const;\n`,
    '/** The path to an order. */',
    `export const pathOf = (code: string): string =>\n  ${literal(before)} + encodeURIComponent(code)${after && ` + ${literal(after)}`};\n`,
    '/** The method of the operation. */',
    `export const METHOD = ${literal(method)} as const;\n`,
    '/** The text before the key in its header. */',
    `export const KEY_PREFIX = ${literal(keyPrefix(contract))} as const;\n`,
    "/** AX Cloud's servers by the name of their environment. */",
    `export const ENVIRONMENTS = ${literal(environments)} as const;\n`,
    '/** The host names of these servers. */',
    `export const HOSTS: readonly string[] = ${literal(servers.map(({ url }) => new URL(url).hostname))};\n`,
    '/** The first step of the path. */',
    `export const FIRST_STEP = ${literal(path.split('/').slice(0, 2).join('/'))} as const;\n`,
    '/** The status of the response that proves a cancel. */',
    `export const SUCCESS = ${success.status} as const;\n`,
    '/** The statuses that say that the request was turned away, documented or not. */',
    `export const REJECTING: readonly number[] = ${literal(rejectingStatuses(contract, scenarios))};\n`,
    '/** The statuses that cancel an order. The contract may list others, which this client does not send. */',
    `export const CANCELS = ${literal(cancels)} as const;\n`,
    '/** A status that cancels an order. */',
    'export type CancelStatus = (typeof CANCELS)[number];\n',
    body,
    '/** The body of a success. */',
    `export type SuccessBody = components['schemas']['${nameOf(success.schema)}'];\n`,
    '/** The keys that lead to the order in the body of a success. */',
    `export const ORDER_STEPS: readonly string[] = ${literal(steps)};\n`,
    '/** The order in the body of a success. */',
    `export type Order = SuccessBody${steps.map((step) => `[${literal(step)}]`).join('')};\n`,
    `export const orderOf = (body: SuccessBody): Order => body${steps.map(member).join('')};\n`,
    '/** What a success repeats of a request: the fields of the order, and the values that they must have. */',
    echoFunction(contract),
    '/** For each invalid field, the messages about it. */',
    `export interface FieldErrors {\n${invalidRequestForm(contract)
      .lists.map((name) => `  readonly ${property(name)}?: readonly string[];\n`)
      .join('')}  readonly [field: string]: readonly string[] | undefined;\n}\n`,
    parameters,
  ].join('\n');
}

/** The word and the space before the key, as the example of a wrong key has them. */
function keyPrefix(contract: Contract): string {
  const { wrongKey } = readRefusals(contract);
  const [header = ''] = Object.values(wrongKey[0].provokedBy);
  return header.slice(0, header.indexOf(' ') + 1);
}

function echoFunction({ success, orderCode, request }: Contract): string {
  const echoes = Object.entries(success.echoes).map(([field, wanted]) => {
    const expression = parseExpression(wanted);
    if (expression.part === 'path' && expression.name === orderCode.name)
      return [field, 'code', 'string'] as const;
    const name =
      expression.part === 'body' && expression.side === 'request' ? expression.pointer.slice(1) : '';
    const sent = request.fields.find((one) => one.name === name);
    if (sent !== undefined) {
      const always = sent.required || sent.cancels !== undefined;
      return [
        field,
        `body${member(name)}`,
        `CancelBody[${literal(name)}]${always ? '' : ' | undefined'}`,
      ] as const;
    }
    throw new Error(
      `"x-echoes" says that ${field} equals ${wanted}, which is neither the order code nor a field of the body. Correct it in spec/openapi.yaml.`,
    );
  });
  return [
    'export const echoOf = (code: string, body: CancelBody): {',
    ...echoes.map(([field, , type]) => `  ${property(field)}: ${type};`),
    '} => ({',
    ...echoes.map(([field, value]) => `  ${property(field)}: ${value},`),
    '});\n',
  ].join('\n');
}
