import { echoOf, METHOD, PATH } from './generated/contract.ts';
import { ANSWERS, type ExampleAnswer, FIELDS } from './generated/examples.ts';
import type { components } from './generated/openapi.d.ts';
import { parseJson } from './json.ts';
import { REHEARSALS } from './rehearsals.ts';

/** A request that a {@link MockFetch} has got. */
export interface SentRequest {
  method: string;
  url: string;
  /** By lower-case name; the key is masked. */
  headers: Readonly<Record<string, string>>;
  /** The parsed body, or its text where it is no JSON. */
  body: unknown;
}

/** A `fetch` that answers by itself, in this process, as the mock server does. */
export interface MockFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** What was sent, in the order of sending. */
  readonly sent: readonly SentRequest[];
}

/** A request that nobody holds is collected, and then its caller's signal no longer reaches it. */
const running = new Set<Request>();

/**
 * Makes a `fetch` for the unit tests of a channel's back end: no server, no network. It knows the same values as the mock
 * server: the key and the order codes that provoke a documented error (`x-provoked-by` in the contract), and the order
 * codes that rehearse what the contract does not document (the README lists them). Any other key is good, any other order
 * can be cancelled, and it remembers nothing but what was sent.
 */
export function createMockFetch(): MockFetch {
  const sent: SentRequest[] = [];

  async function mockFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    running.add(request);
    return answer(request).finally(() => running.delete(request));
  }

  async function answer(request: Request): Promise<Response> {
    const bytes = await request.arrayBuffer();
    const text = new TextDecoder().decode(bytes);
    const authorization = request.headers.get('authorization') ?? undefined;
    const headers = Object.fromEntries(request.headers);
    if (authorization !== undefined) headers.authorization = authorization.replace(/^(\S+\s)?.*$/s, '$1***');
    sent.push({ method: request.method, url: request.url, headers, body: parseJson(text) ?? text });
    const orderCode = readOrderCode(new URL(request.url).pathname);
    if (orderCode === undefined) return respond(notHere(request));
    const refused = refuse(authorization);
    if (refused !== undefined) return respond(refused);
    if (request.method !== METHOD) return respond(wrongMethod(request));
    const provoked = ANSWERS.find((one) => one.orderCode === orderCode);
    const usual = provoked ?? accept(orderCode, request.headers.get('content-type') ?? '', bytes);
    const rehearse = REHEARSALS.get(orderCode);
    return rehearse === undefined ? respond(usual) : rehearse({ request, text, usual, send: mockFetch });
  }

  return Object.assign(mockFetch, { sent });
}

/** As the framework says it, which the mock server repeats. */
function wrongMethod({ method }: Request): ExampleAnswer {
  return { status: 405, body: { detail: `메소드(Method) "${method}"는 허용되지 않습니다.` } };
}

function wrongMediaType(mediaType: string): ExampleAnswer {
  return { status: 415, body: { detail: `요청된 "${mediaType}"가 지원되지 않는 미디어 형태입니다.` } };
}

function respond({ status, body }: ExampleAnswer): Response {
  return Response.json(body, { status });
}

/** The answer to a key that is none or not good. As with the mock server, the scheme may be in any case. */
function refuse(authorization: string | undefined): ExampleAnswer | undefined {
  const [, key] = /^token\s+(\S+)$/i.exec(authorization?.trim() ?? '') ?? [];
  if (key === undefined) return find((answer) => answer.key !== undefined);
  return ANSWERS.find((answer) => answer.key === `Token ${key}`);
}

/** The answer to a body: what is wrong with it, or the order with what was requested. */
function accept(orderCode: string, mediaType: string, bytes: ArrayBuffer): ExampleAnswer {
  if (bytes.byteLength > 0 && !/^application\/json\s*(;|$)/i.test(mediaType))
    return wrongMediaType(mediaType);
  const body = bytes.byteLength === 0 ? {} : parseJson(decode(bytes));
  if (body === undefined) return find(({ violation }) => violation === 'syntax');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { status: 400, body: { non_field_errors: ['The body is not an object.'] } };
  }
  const values = body as Record<string, unknown>;
  const errors = FIELDS.flatMap(({ name, required, values: known }) => {
    const value = values[name];
    if (value === undefined) return required ? [[name, messages('required')]] : [];
    if (known !== undefined) return known.includes(value as string) ? [] : [[name, messages('enum')]];
    return typeof value === 'string' ? [] : [[name, messages('type')]];
  });
  if (errors.length > 0) return { status: 400, body: Object.fromEntries(errors) };
  const example = find(({ status }) => status === 200).body;
  return {
    status: 200,
    body: { ...example, ...echoOf(orderCode, values as components['schemas']['CancelRequest']) },
  };
}

/** The contract's messages for one kind of mistake. */
function messages(violation: string): unknown {
  return Object.values(find((answer) => answer.violation === violation).body)[0];
}

function find(matches: (answer: ExampleAnswer) => boolean): ExampleAnswer {
  const found = ANSWERS.find(matches);
  if (found === undefined) throw new Error('The contract has no such example.');
  return found;
}

/** Undefined where the path is not the operation's: as with the mock server, an encoded slash or dot segment is not. */
function readOrderCode(pathname: string): string | undefined {
  const [before = '', after = ''] = PATH.split('{ax_order_code}');
  if (!pathname.startsWith(before) || !pathname.endsWith(after)) return undefined;
  try {
    const code = decodeURIComponent(pathname.slice(before.length, pathname.length - after.length));
    return /^\.{0,2}$|[/\0]/.test(code) ? undefined : code;
  } catch {
    return undefined;
  }
}

/** The contract has no such path; what the server would say is not known. */
function notHere({ method, url }: Request): ExampleAnswer {
  const detail = `The contract has no ${method} ${new URL(url).pathname}. Only ${METHOD} ${PATH} is answered here.`;
  return { status: 404, body: { detail } };
}

/** Empty, and so no JSON, for what is no UTF-8 or begins with a byte order mark. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}
