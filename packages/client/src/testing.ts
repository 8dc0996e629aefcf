import type { RequestContext } from '@ax-cloud/contract/expression';
import { provokingCode } from '@ax-cloud/contract/order-code-form';
import { placeholderKey } from '@ax-cloud/contract/placeholder-key';
import { findProvoked } from '@ax-cloud/contract/refusals';
import { type CancelBody, KEY_PREFIX, METHOD, ORDER_CODE, PATH, PLACEHOLDER } from './generated/contract.ts';
import { allowsCode, CODE_FORM, CODE_TYPE, OTHER_CODES, REFUSALS, type Refusal } from './generated/mock.ts';
import { parseJson } from './json.ts';
import { checkRequest, readText, type SentParameters } from './mock-request.ts';
import type { MockResponse } from './mock-response.ts';
import { succeed } from './mock-success.ts';
import { findScenario, perform } from './scenarios.ts';

/** A request that a {@link MockFetch} has got. */
export interface SentRequest {
  method: string;
  url: string;
  /** By lower-case name; the key is masked. */
  headers: Readonly<Record<string, string>>;
  /** The parsed body, or its text where it is not JSON. */
  body: unknown;
}

/** A `fetch` that responds by itself, in this process, as the mock server does. */
export interface MockFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** What was sent, in the order of sending. */
  readonly sent: readonly SentRequest[];
}

/** A request that nobody holds is collected, and then its caller's signal no longer reaches it. */
const running = new Set<Request>();

/**
 * Makes a `fetch` for the unit tests of a channel's back end: no server, no network. It does what the mock server does: the
 * values that the contract names provoke its documented responses, a request is checked against the contract, and the order
 * codes of the scenarios do what the contract does not document (the README lists them). Any other well-formed key is good,
 * any other order code of the form of the contract's example can be cancelled, and it remembers nothing but what was sent.
 */
export function createMockFetch(): MockFetch {
  const sent: SentRequest[] = [];

  async function mockFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    running.add(request);
    return handle(request).finally(() => running.delete(request));
  }

  async function handle(request: Request): Promise<Response> {
    const bytes = await request.arrayBuffer();
    const text = new TextDecoder().decode(bytes);
    const headers = Object.fromEntries(request.headers);
    const { authorization } = headers;
    const masked = authorization?.replace(/^(\S+\s)?.*$/s, '$1***');
    const shown = masked === undefined ? headers : { ...headers, authorization: masked };
    sent.push({ method: request.method, url: request.url, headers: shown, body: parseJson(text) ?? text });

    const { pathname, searchParams } = new URL(request.url);
    const code = readOrderCode(pathname);
    if (code === undefined) return respond(notHere(request));
    const key = readKey(authorization);
    if (key === undefined) return respond(example(REFUSALS.missingKey));
    const query = Object.fromEntries([...searchParams].reverse());
    const context = {
      path: { [ORDER_CODE]: code },
      query,
      headers: { ...headers, authorization: key },
      body: undefined,
    };
    const refused = refuseKey(key, context);
    if (refused !== undefined) return respond(refused);
    if (request.method !== METHOD) return respond(wrongMethod(request));

    const provoked = findProvoked(REFUSALS.parameter, context) ?? findProvoked(REFUSALS.order, context);
    const scenario = provoked === undefined ? findScenario(code) : undefined;
    const usual =
      provoked !== undefined
        ? example(provoked)
        : ((scenario === undefined ? refuseCode(code) : undefined) ?? cancel(code, context, request, bytes));
    return scenario === undefined
      ? respond(usual)
      : perform({ request, text, usual, send: mockFetch }, scenario);
  }

  return Object.assign(mockFetch, { sent });
}

function respond({ status, body }: MockResponse): Response {
  return Response.json(body, { status });
}

function example({ status, value }: Refusal): MockResponse {
  return { status, body: value };
}

/**
 * Reads the key, as the framework does: the word before it in any case, then exactly one word.
 *
 * @returns the header in the contract's spelling, or undefined when there is no key in it
 */
function readKey(authorization = ''): string | undefined {
  const [, word = '', key] = /^(\S+\s+)?(\S+)$/.exec(authorization.trim()) ?? [];
  if (key === undefined || word.trim().toLowerCase() !== KEY_PREFIX.trim().toLowerCase()) return undefined;
  return KEY_PREFIX + key;
}

/** The response to a key that is not valid: one that the contract names, or a placeholder in the place of one. */
function refuseKey(key: string, context: RequestContext): MockResponse | undefined {
  const found = findProvoked(REFUSALS.wrongKey, context);
  if (found !== undefined) return example(found);
  const placeholder = placeholderKey(key.slice(KEY_PREFIX.length));
  return placeholder === undefined ? undefined : example(REFUSALS.wrongKey[0]);
}

function allows(code: string): boolean {
  return allowsCode(readText(CODE_TYPE, code));
}

/** The response to an order code that no order has. */
function refuseCode(code: string): MockResponse | undefined {
  if (!allows(code))
    return example(REFUSALS.order.find((refusal) => !allows(provokingCode(refusal))) ?? REFUSALS.order[0]);
  if (CODE_FORM?.pattern.test(code) === false) return example(CODE_FORM.refusal);
  return OTHER_CODES.includes(code.toLowerCase()) ? example(REFUSALS.order[0]) : undefined;
}

/** The response to a body: what is wrong with the request, or the order as it was requested. */
function cancel(code: string, sent: SentParameters, request: Request, bytes: ArrayBuffer): MockResponse {
  const mediaType = request.headers.get('content-type') ?? '';
  if (bytes.byteLength > 0 && !/^application\/json\s*(;|$)/i.test(mediaType))
    return wrongMediaType(mediaType);
  const body = bytes.byteLength === 0 ? {} : parseJson(decode(bytes));
  if (body === undefined) return example(REFUSALS.unreadable);
  return checkRequest(sent, body) ?? succeed(code, body as CancelBody);
}

/** As the framework says it, which the mock server repeats. */
function wrongMethod({ method }: Request): MockResponse {
  return { status: 405, body: { detail: `메소드(Method) "${method}"는 허용되지 않습니다.` } };
}

function wrongMediaType(mediaType: string): MockResponse {
  return { status: 415, body: { detail: `요청된 "${mediaType}"가 지원되지 않는 미디어 형태입니다.` } };
}

/** Undefined where the path is not the operation's: as with the mock server, an encoded slash or dot segment is not. */
function readOrderCode(pathname: string): string | undefined {
  const [before = '', after = ''] = PATH.split(PLACEHOLDER);
  if (!pathname.startsWith(before) || !pathname.endsWith(after)) return undefined;
  try {
    const code = decodeURIComponent(pathname.slice(before.length, pathname.length - after.length));
    return /^\.{0,2}$|[/\0]/.test(code) ? undefined : code;
  } catch {
    return undefined;
  }
}

/** The contract has no such path; what the server would say is not known. */
function notHere({ method, url }: Request): MockResponse {
  const detail = `The contract has no ${method} ${new URL(url).pathname}. This mock responds to ${METHOD} ${PATH} only.`;
  return { status: 404, body: { detail } };
}

/** Empty, and so not JSON, for what is not UTF-8 or begins with a byte order mark. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}
