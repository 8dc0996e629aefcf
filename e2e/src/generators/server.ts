import type { Contract } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
import { KEY, readRefusals } from '@ax-cloud/contract/refusals';
import { responseValidator } from '@ax-cloud/contract/schema-check';
import { type Given, makeGiven } from '../contract-tests/orders.ts';
import { startServer } from '../contract-tests/start-server.ts';
import type { Outcome, Problem } from './call.ts';
import type { Program } from './toolchains.ts';

/** A request to a generated server. */
interface ServerCall {
  name: string;
  authorization: string;
  orderCode: string;
  body: unknown;
  /** The status that the contract documents for it. */
  status: number;
}

/** Sends a generated server each kind of request with a documented response. The server's consumer knows one key and some orders. */
export async function callServer(
  contract: Contract,
  { env, ...program }: Program,
  asGenerated: boolean,
): Promise<Outcome[]> {
  const given = makeGiven();
  const variables = { ...env, ...(asGenerated && { AS_GENERATED: '1' }) };
  const server = await startServer({ ...program, env: variables }, given, '');
  try {
    const outcomes: Outcome[] = [];
    for (const call of planServerCalls(contract, given))
      outcomes.push(await send(contract, server.origin, call));
    return outcomes;
  } finally {
    await server.stop();
  }
}

function planServerCalls({ request, success, ...rest }: Contract, given: Given): ServerCall[] {
  const { wrongKey, order, invalid } = readRefusals({ request, success, ...rest });
  const bodies = Object.entries(request.examples);
  const call = {
    authorization: `Token ${given.apiKey}`,
    orderCode: given.orders[0]?.axCode ?? '',
    body: bodies[0]?.[1].value,
  };
  const [key, unknown] = [wrongKey[0].provokedBy[KEY] ?? '', given.foreign.axCode];
  return [
    ...bodies.map(([name, { value }]) => ({
      ...call,
      name: `a cancel, ${name}`,
      body: value,
      status: success.status,
    })),
    { ...call, name: 'a wrong key', authorization: key, status: wrongKey[0].status },
    { ...call, name: 'an unknown order', orderCode: unknown, status: order[0].status },
    { ...call, name: 'an invalid request', body: {}, status: invalid[0].status },
  ];
}

async function send(contract: Contract, origin: string, call: ServerCall): Promise<Outcome> {
  const { path, method, orderCode, success } = contract;
  const response = await fetch(`${origin}${path.replace(`{${orderCode.name}}`, call.orderCode)}`, {
    method,
    headers: { Authorization: call.authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify(call.body),
  });
  const text = await response.text();
  const { name, status } = call;
  const seen = `${response.status} ${text}`;
  return { name, status, extraFields: false, raised: null, problems: judge(), seen };

  function judge(): Problem[] {
    if (response.status !== status) return ['status-lost'];
    const body: unknown = JSON.parse(text);
    if (hasNull(body)) return ['null-sent'];
    const request = {
      path: { [orderCode.name]: call.orderCode },
      headers: {},
      query: {},
      body: call.body,
    };
    const unmet = status === success.status ? unmetEchoes(success, request, body) : [];
    return unmet.length === 0 && responseValidator(contract, status)?.(body) === true ? [] : ['body-lost'];
  }
}

function hasNull(body: unknown): boolean {
  return body === null || (typeof body === 'object' && Object.values(body).some(hasNull));
}
