import type { Fault } from '@ax-cloud/contract/scenarios';
import { PATH, PLACEHOLDER, SUCCESS } from './generated/contract.ts';
import { STATUS_ECHOES, UNCANCELLED } from './generated/mock.ts';
import { SCENARIOS, type Scenario } from './generated/scenarios.ts';
import type { MockResponse } from './mock-response.ts';
import { withOrder } from './mock-success.ts';

/** What a scenario can do with the request that asked for it. */
interface Performance {
  request: Request;
  /** Its body, which is read. */
  text: string;
  /** The response that any other order code would get. */
  usual: MockResponse;
  /** Sends another request, as a `fetch` does that follows a redirect. */
  send(request: Request): Promise<Response>;
}

/** Performs one fault: responds, or rejects as the `fetch` of Node.js does. */
type Perform = (performance: Performance, scenario: Scenario) => Promise<Response>;

const JSON_TYPE = { 'content-type': 'application/json' };
const LATE_MS = 5000;
/** A host that nobody can have (RFC 6761). */
const ELSEWHERE = 'https://elsewhere.invalid';

const byCode = new Map(SCENARIOS.map((scenario) => [scenario.code, scenario]));

/** Finds the scenario of an order code. The mock server has the same. */
export function findScenario(orderCode: string): Scenario | undefined {
  return byCode.get(orderCode);
}

/** Does what a scenario says: gives its response, or performs its fault. */
export async function perform(performance: Performance, scenario: Scenario): Promise<Response> {
  const { fault, status, headers = {}, body = '' } = scenario;
  if (fault !== undefined) return FAULTS[fault](performance, scenario);
  return new Response(body, { status: status ?? 500, headers });
}

const FAULTS: Readonly<Record<Fault, Perform>> = {
  'no-response': giveNoResponse,
  // The server resets the connection before it has read the request, and after. A client cannot tell these apart.
  'reset-before-reading': reset,
  'reset-after-reading': reset,
  redirect,
  late: spoil(respondLate),
  'not-applied': spoil(async ({ usual: { status, body } }) =>
    Response.json(withOrder(body, asItWas()), { status }),
  ),
  cut: spoil(
    async ({ usual: { status, body } }) => new Response(cut(halfOf(body)), { status, headers: JSON_TYPE }),
  ),
  truncated: spoil(
    async ({ usual: { status, body } }) => new Response(halfOf(body), { status, headers: JSON_TYPE }),
  ),
  enveloped: spoil(async ({ usual: { status, body } }) =>
    Response.json({ status_code: status, data: body }, { status }),
  ),
};

/** Also where a success is to be spoilt, a request that is refused gets its documented response. */
function spoil(spoilSuccess: Perform): Perform {
  return async (performance, scenario) => {
    const { status, body } = performance.usual;
    return status === SUCCESS ? spoilSuccess(performance, scenario) : Response.json(body, { status });
  };
}

/** The caller's signal is what ends it. */
function giveNoResponse({ request: { signal } }: Performance): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

async function respondLate(performance: Performance): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LATE_MS);
  });
  // A timer that is left behind would hold up the end of the tests.
  await Promise.race([late, giveNoResponse(performance)]).finally(() => clearTimeout(timer));
  return Response.json(performance.usual.body, { status: performance.usual.status });
}

async function reset(): Promise<never> {
  throw connectionError('fetch failed', 'ECONNRESET');
}

/** To another origin, where whoever follows gets a response as anywhere else, and is seen in what was sent. */
async function redirect({ request, text, send }: Performance, scenario: Scenario): Promise<Response> {
  const location = ELSEWHERE + PATH.replace(PLACEHOLDER, 'order');
  if (request.redirect === 'error')
    throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  if (request.redirect === 'manual')
    return new Response(null, { status: scenario.status ?? 307, headers: { location } });
  const headers = new Headers(request.headers);
  // As `fetch` does, which sends the body there all the same.
  headers.delete('authorization');
  const init = { method: request.method, headers, body: text, signal: request.signal };
  const response = await send(new Request(location, init));
  // No constructor makes a response that says so.
  return Object.defineProperty(response, 'redirected', { value: true });
}

/** The statuses of an order that nothing has happened to. */
function asItWas(): Record<string, string> {
  return Object.fromEntries(STATUS_ECHOES.map((field) => [field, UNCANCELLED]));
}

function halfOf(body: unknown): string {
  const text = JSON.stringify(body);
  return text.slice(0, text.length / 2);
}

/** A body whose connection ends before it does. */
function cut(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
      pull: (controller) => controller.error(connectionError('terminated', 'UND_ERR_SOCKET')),
    },
    { highWaterMark: 0 },
  );
}

/** What Node.js throws for a connection that failed: the code stands in its cause. */
function connectionError(message: string, code: string): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(code), { code }) });
}
