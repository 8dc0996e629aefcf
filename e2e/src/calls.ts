import type { Contract } from '@ax-cloud/contract/contract';
import { echoRequest, orderIn } from '@ax-cloud/contract/echo';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { statusFields } from '@ax-cloud/contract/request-body';
import type { Scenario } from '@ax-cloud/contract/scenarios';

/** The values of the contract that smoke/calls.mjs sends. */
export interface Calls {
  order: string;
  unknownOrder: string;
  /** For this order code the connection is lost after the request was read. */
  resetting: string;
  invalidKey: string;
  /** The environment of the calls that the mock fetch responds to. */
  environment: string;
  /** The client's options beside the key: the parameters that the contract declares. */
  options: { headers?: Values; query?: Values };
  /** The input of each cancel: the status, and the other fields of the body. */
  input: Values;
  /** The same for `raw`, which sends another example. */
  raw: { method: string; path: string; params: Record<string, Values>; body: Values };
}

/** What the calls must return, and what they must send. */
export interface ExpectedCalls {
  order: unknown;
  raw: { status: number; data: unknown };
  /** The request that the mock fetch must receive for an order code. */
  sent(code: string): { method: string; url: string; authorization: string; body: unknown };
  /** Method and status of the requests that reach the mock, in their order. */
  requests: string[];
}

type Values = Record<string, unknown>;

/** Takes the calls, and what is expected of them, from the contract's own examples. */
export function planCalls(
  contract: Contract,
  scenarios: readonly Scenario[],
): { calls: Calls; expected: ExpectedCalls } {
  const { path, method, orderCode, headers, query, request, success, servers } = contract;
  const { order: unknown, wrongKey } = readRefusals(contract);
  const order = String(orderCode.example);
  const names = Object.keys(request.examples);
  const [name = '', otherName = name] = [names[0], names.at(-1)];
  const parameters = {
    headers: Object.fromEntries(headers.map(({ name, example }) => [name.toLowerCase(), String(example)])),
    query: Object.fromEntries(query.map(({ name, example }) => [name, String(example)])),
  };
  const bodyOf = (example: string) => request.examples[example]?.value as Values;
  const echo = (example: string) => {
    const shown = success.examples[example] ?? Object.values(success.examples)[0];
    const sent = { path: { [orderCode.name]: order }, ...parameters, body: bodyOf(example) };
    return echoRequest(success, sent, shown?.value);
  };
  const examples = (declared: typeof headers) =>
    Object.fromEntries(declared.map((parameter) => [parameter.name, parameter.example]));
  const statuses = statusFields(contract).map((field) => field.name);
  const others = Object.entries(bodyOf(name)).filter(([field]) => !statuses.includes(field));
  const server = servers.at(-1);
  const search = new URLSearchParams(parameters.query).toString();

  return {
    calls: {
      order,
      unknownOrder: provoking(unknown[0]),
      resetting: scenarios.find(({ fault }) => fault === 'reset-after-reading')?.code ?? '',
      invalidKey: provoking(wrongKey[0]).replace(/^\S+ /, ''),
      environment: server?.environment ?? '',
      options: {
        ...(headers.length > 0 && { headers: examples(headers) }),
        ...(query.length > 0 && { query: examples(query) }),
      },
      input: { ...Object.fromEntries(others), status: bodyOf(name)[statuses[0] ?? ''] },
      raw: {
        method,
        path,
        params: { path: { [orderCode.name]: order }, header: examples(headers), query: examples(query) },
        body: bodyOf(otherName),
      },
    },
    expected: {
      order: orderIn(success, echo(name)),
      raw: { status: success.status, data: echo(otherName) },
      sent: (code) => ({
        method,
        url: `${server?.url}${path.replace(`{${orderCode.name}}`, code)}${search && `?${search}`}`,
        authorization: 'Token ***',
        body: bodyOf(name),
      }),
      requests: [success.status, unknown[0].status, wrongKey[0].status, success.status].map(
        (status) => `${method} ${status}`,
      ),
    },
  };
}

/** The value that provokes an example. */
function provoking({ provokedBy }: { provokedBy: Readonly<Record<string, string>> }): string {
  return Object.values(provokedBy)[0] ?? '';
}
