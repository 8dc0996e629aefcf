import { PATH } from './generated/contract.ts';
import type { ExampleAnswer } from './generated/examples.ts';

/** What a rehearsal has to work with. */
interface Stage {
  request: Request;
  /** Its body, which is read. */
  text: string;
  /** The answer that any other order code would get. */
  usual: ExampleAnswer;
  /** Sends another request, as a `fetch` does that follows a redirect. */
  send(request: Request): Promise<Response>;
}

/** Acts out one fault: answers, or rejects as the `fetch` of Node.js does. */
type Perform = (stage: Stage) => Promise<Response>;

const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };
const RETRY_AFTER = { ...JSON_TYPE, 'retry-after': '1' };
const THROTTLED = '{"detail":"Request was throttled. Expected available in 1 second."}';
const UNAVAILABLE = '{"detail":"Service temporarily unavailable, try again later."}';
const LATE_MS = 5000;
/** A host that nobody can have (RFC 6761). */
const ELSEWHERE = 'https://elsewhere.invalid';

/** What happens at which order code, as with the mock server, which has the same codes. */
export const REHEARSALS: ReadonlyMap<string, Perform> = new Map([
  [code('0000'), answerNothing],
  // The server resets the connection before it has read the request, and after. A client cannot tell these apart.
  [code('0001'), reset],
  [code('0002'), reset],
  [code('0307'), redirect],
  [code('0429'), reply(429, RETRY_AFTER, THROTTLED)],
  [code('0500'), reply(500, HTML, '<h1>Server Error (500)</h1>')],
  [code('0502'), reply(502, HTML, '<h1>502 Bad Gateway</h1>')],
  [code('0503'), reply(503, JSON_TYPE, UNAVAILABLE)],
  [code('1503'), reply(503, RETRY_AFTER, UNAVAILABLE)],
  [code('2000'), spoil(answerLate)],
  [code('2001'), spoil(async ({ usual }) => Response.json(asItWas(usual.body)))],
  [code('2002'), spoil(async ({ usual }) => Response.json({ status_code: usual.status, data: usual.body }))],
  [code('2003'), spoil(async ({ usual }) => new Response(cut(halfOf(usual.body)), { headers: JSON_TYPE }))],
  [code('2004'), spoil(async ({ usual }) => new Response(halfOf(usual.body), { headers: JSON_TYPE }))],
]);

function code(ending: string): string {
  return `00000000-0000-4000-8000-00000000${ending}`;
}

function reply(status: number, headers: Readonly<Record<string, string>>, text: string): Perform {
  return async () => new Response(text, { status, headers });
}

/** Also where a success is to be spoilt, an invalid request gets the documented answer. */
function spoil(perform: Perform): Perform {
  return async (stage) => {
    const { status, body } = stage.usual;
    return status === 200 ? perform(stage) : Response.json(body, { status });
  };
}

/** The caller's signal is what ends it. */
function answerNothing({ request: { signal } }: Stage): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

async function answerLate(stage: Stage): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LATE_MS);
  });
  // A timer that is left behind would hold up the end of the tests.
  await Promise.race([late, answerNothing(stage)]).finally(() => clearTimeout(timer));
  return Response.json(stage.usual.body);
}

async function reset(): Promise<never> {
  throw connectionError('fetch failed', 'ECONNRESET');
}

/** To another origin, where whoever follows is answered as anywhere else, and is seen in what was sent. */
async function redirect({ request, text, send }: Stage): Promise<Response> {
  const location = ELSEWHERE + PATH.replace('{ax_order_code}', 'order');
  if (request.redirect === 'error')
    throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  if (request.redirect === 'manual') return new Response(null, { status: 307, headers: { location } });
  const headers = new Headers(request.headers);
  // As `fetch` does, which sends the body there all the same.
  headers.delete('authorization');
  const init = { method: request.method, headers, body: text, signal: request.signal };
  const answer = await send(new Request(location, init));
  // No constructor makes a response that says so.
  return Object.defineProperty(answer, 'redirected', { value: true });
}

/** The order as it was: every status of it. */
function asItWas(order: object): object {
  const fields = Object.entries(order);
  return Object.fromEntries(fields.map(([name, value]) => [name, name.endsWith('_status') ? 'New' : value]));
}

function halfOf(order: object): string {
  const text = JSON.stringify(order);
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
