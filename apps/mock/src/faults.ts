import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Contract, uncancelledStatus } from '@ax-cloud/contract/contract';
import { orderIn } from '@ax-cloud/contract/echo';
import { orderFields } from '@ax-cloud/contract/order-fields';
import type { Fault, Scenario } from '@ax-cloud/contract/scenarios';
import type { MockResponse } from './mock-response.ts';
import { send, sendText } from './send.ts';

/** The request that asked for a scenario, and what a fault can do with it. */
export interface Performance {
  contract: Contract;
  request: IncomingMessage;
  response: ServerResponse;
  /** Reads the request to its end. */
  read(): Promise<unknown>;
  /** Reads the request, and gives the response for any other order code. */
  respond(): Promise<MockResponse>;
  /** A path of the mock at which an order can be cancelled. */
  somePath: string;
}

/** Performs one fault. It may resolve without having sent a response. */
type Perform = (performance: Performance, scenario: Scenario) => Promise<void>;

const LATE_MS = 5000;
const PATIENCE_MS = 5 * 60_000;
const JSON_TYPE = { 'content-type': 'application/json' };

/** Does what a scenario says: sends its response, or performs its fault. */
export async function perform(performance: Performance, scenario: Scenario): Promise<void> {
  const { fault, status, headers = {}, body = '' } = scenario;
  if (fault !== undefined) return FAULTS[fault](performance, scenario);
  await performance.read();
  sendText(performance.response, status ?? 500, headers, body);
}

const FAULTS: Readonly<Record<Fault, Perform>> = {
  async 'no-response'({ request, read }) {
    await read();
    const { socket } = request;
    const giveUp = setTimeout(() => socket.destroy(), PATIENCE_MS);
    await new Promise<void>((resolve) => socket.once('close', resolve));
    clearTimeout(giveUp);
  },

  async 'reset-before-reading'({ request }) {
    request.socket.resetAndDestroy();
  },

  async 'reset-after-reading'({ request, read }) {
    await read();
    request.socket.resetAndDestroy();
  },

  /** Redirects to another origin of this mock: a client that follows it is seen, and reaches no other server. */
  async redirect({ request, response, read, somePath }, { status }) {
    await read();
    const { host = '' } = request.headers;
    // The port as the client knows it, which may be mapped to another one here.
    const [, port = request.socket.localPort] = /:(\d{1,5})$/.exec(host) ?? [];
    const elsewhere = host.startsWith('127.0.0.1') ? 'localhost' : '127.0.0.1';
    const location = `http://${elsewhere}:${port}${somePath}`;
    sendText(response, status ?? 307, { location, 'content-type': 'text/html' }, '');
  },

  // `ref: false`, so that a mock that closes does not wait for it.
  late: spoil(async ({ response }, success) => {
    await wait(LATE_MS, undefined, { ref: false });
    send(response, success);
  }),

  /** Every status of the order is that of an open order. */
  'not-applied': spoil(async ({ contract, response }, success) => {
    const order = orderIn(contract.success, success.body);
    const asBefore = orderFields(contract).statuses.map(({ order: field }) => [
      field,
      uncancelledStatus(contract),
    ]);
    if (typeof order === 'object' && order !== null) Object.assign(order, Object.fromEntries(asBefore));
    send(response, success);
  }),

  cut: spoil(async ({ request, response }, { status, body }) => {
    const text = JSON.stringify(body);
    response.writeHead(status, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text) });
    response.write(half(text), () => request.socket.destroy());
  }),

  truncated: spoil(async ({ response }, { status, body }) => {
    sendText(response, status, JSON_TYPE, half(JSON.stringify(body)));
  }),

  enveloped: spoil(async ({ response }, { status, body }) => {
    send(response, { status, body: { status_code: status, data: body } });
  }),
};

/** Makes a fault that spoils a success. A refused request still gets its documented response. */
function spoil(spoilSuccess: (performance: Performance, success: MockResponse) => Promise<void>): Perform {
  return async (performance) => {
    const response = await performance.respond();
    if (response.status === performance.contract.success.status) await spoilSuccess(performance, response);
    else send(performance.response, response);
  };
}

function half(text: string): string {
  return text.slice(0, text.length / 2);
}
