import type { IncomingHttpHeaders } from 'node:http';

/** An order as the server keeps it. */
export interface Order {
  code: string;
  channelCode: string;
  /** False for an order of another channel. */
  own: boolean;
  axStatus: string;
  channelStatus: string;
}

/** One request, complete. */
export interface Incoming {
  method: string;
  /** As it came, with its query. */
  url: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** The same object for all requests on one connection. */
  connection: object;
}

/** What the server sends. A text or bytes go out as they are, anything else as JSON. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The fields of a cancel request that passed. */
export interface Fields {
  ax_status: string;
  channel_status: string;
  comment: string | undefined;
}

/**
 * How the server behaves, in the steps in which Django REST framework handles a request. {@link CONFORMING} follows the
 * contract; a variant replaces one step.
 */
export interface Behaviour {
  /** The valid key. */
  key: string;
  /** The order code in a path, decoded; undefined where there is no such route. */
  route(path: string): string | undefined;
  /** The response where there is no route. */
  unrouted(path: string): Reply;
  /** Whether the request may call at all. */
  authorize(request: Incoming, key: string): boolean;
  /** The response to one that may not. */
  unauthorized(request: Incoming): Reply;
  /** Whether the order is looked up before the key is checked. */
  lookupFirst: boolean;
  /** The methods that cancel. */
  methods(request: Incoming): boolean;
  wrongMethod(request: Incoming): Reply;
  find(code: string, orders: ReadonlyMap<string, Order>): Order | undefined;
  notFound(code: string): Reply;
  /** Whether another channel's order can be cancelled. */
  cancelsForeign: boolean;
  foreign(): Reply;
  /** Whether a body of this media type is read. */
  reads(mediaType: string, bytes: Buffer): boolean;
  wrongMediaType(mediaType: string): Reply;
  /** The parsed body; undefined when it cannot be read. No body is an empty object. */
  parse(bytes: Buffer, mediaType: string): unknown;
  unreadable(): Reply;
  /** The fields, or the messages about those that are invalid. */
  validate(body: unknown): { fields: Fields } | { errors: Record<string, string[]> };
  invalid(errors: Record<string, string[]>): Reply;
  /** The response to a cancel of an order that is cancelled, or undefined to carry it out again. */
  repeat(order: Order, fields: Fields): Reply | undefined;
  /** Sets the order's statuses. */
  apply(order: Order, fields: Fields): void;
  success(order: Order, fields: Fields): Reply;
  /** The last word on any response. */
  finish(reply: Reply, request: Incoming, order: Order | undefined): Reply;
}

export const STATUSES = ['New', 'Traveler cancel', 'Unavoidable cancel'];

/** A text that no page shows, as the framework has it. */
const REQUIRED = '이 필드는 필수 항목입니다.';

export function detail(status: number, text: string, headers?: Record<string, string>): Reply {
  return { status, body: { detail: text }, ...(headers === undefined ? {} : { headers }) };
}

export const FORBIDDEN = detail(403, '이 작업을 수행할 권한(permission)이 없습니다.');
export const NOT_FOUND = detail(404, '찾을 수 없습니다.');
export const HTML_NOT_FOUND: Reply = {
  status: 404,
  body: '<!doctype html><title>Not Found</title><h1>Not Found</h1>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Parses JSON as Python does: strictly, in UTF-8, the last of two names counts. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** What is wrong with a status; undefined when nothing is. */
export function statusError(value: unknown): string | undefined {
  if (value === undefined) return REQUIRED;
  if (value === null) return '이 필드는 null일 수 없습니다.';
  return STATUSES.includes(value as string)
    ? undefined
    : `"${String(value)}"이 유효하지 않은 선택(choice)입니다.`;
}

/** What is wrong with a comment. A number is taken as its digits, as the framework does it. */
export function commentError(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'number') return undefined;
  if (value === null) return '이 필드는 null일 수 없습니다.';
  if (value === '') return '이 필드는 blank일 수 없습니다.';
  return typeof value === 'string' ? undefined : 'Not a valid string.';
}

export type FieldCheck = (value: unknown) => string | undefined;

/** Checks a body field by field, under the names on the wire. */
export function checkFields(
  body: unknown,
  checks: { ax_status: FieldCheck; channel_status: FieldCheck; comment: FieldCheck },
  names: { ax_status: string; channel_status: string } = {
    ax_status: 'ax_status',
    channel_status: 'channel_status',
  },
): ReturnType<Behaviour['validate']> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return {
      errors: { non_field_errors: ['유효하지 않은 데이터. 딕셔너리(dictionary)대신 str를 받았습니다.'] },
    };
  }
  const values = body as Record<string, unknown>;
  const entries: [string, string | undefined][] = [
    [names.ax_status, checks.ax_status(values[names.ax_status])],
    [names.channel_status, checks.channel_status(values[names.channel_status])],
    ['comment', checks.comment(values.comment)],
  ];
  const errors = entries.flatMap(([name, message]) => (message === undefined ? [] : [[name, [message]]]));
  if (errors.length > 0) return { errors: Object.fromEntries(errors) };
  return {
    fields: {
      ax_status: String(values[names.ax_status]),
      channel_status: String(values[names.channel_status]),
      comment: values.comment === undefined ? undefined : String(values.comment),
    },
  };
}

export const CONFORMING: Behaviour = {
  key: 'Valid-Key-9f2c4e7a',
  route(path) {
    const [, segment] = /^\/v1\/channel\/orders\/tour\/([^/]+)$/.exec(path) ?? [];
    try {
      return segment === undefined ? undefined : decodeURIComponent(segment);
    } catch {
      return undefined;
    }
  },
  unrouted: () => HTML_NOT_FOUND,
  authorize: ({ headers }, key) =>
    /^token +\S+$/i.test(headers.authorization ?? '') && headers.authorization?.split(/ +/)[1] === key,
  unauthorized: () => FORBIDDEN,
  lookupFirst: false,
  methods: ({ method }) => method === 'PATCH',
  wrongMethod: ({ method }) =>
    detail(405, `메소드(Method) "${method}"는 허용되지 않습니다.`, { allow: 'GET, PATCH, HEAD, OPTIONS' }),
  find: (code, orders) => orders.get(code),
  notFound: () => NOT_FOUND,
  cancelsForeign: false,
  foreign: () => FORBIDDEN,
  reads: (mediaType, bytes) => bytes.length === 0 || /^application\/json\b/i.test(mediaType),
  wrongMediaType: (mediaType) => detail(415, `요청된 "${mediaType}"가 지원되지 않는 미디어 형태입니다.`),
  parse: parseJson,
  unreadable: () => detail(400, 'JSON parse error - Expecting value: line 1 column 1 (char 0)'),
  validate: (body) =>
    checkFields(body, { ax_status: statusError, channel_status: statusError, comment: commentError }),
  invalid: (errors) => ({ status: 400, body: errors }),
  repeat: () => detail(409, '이미 취소된 주문입니다.'),
  apply(order, { ax_status, channel_status }) {
    order.axStatus = ax_status;
    order.channelStatus = channel_status;
  },
  success: ({ code, channelCode, axStatus, channelStatus }) => ({
    status: 200,
    body: {
      channel_order_code: channelCode,
      channel_order_status: channelStatus,
      ax_order_code: code,
      ax_order_status: axStatus,
    },
  }),
  finish: (reply) => reply,
};
